internal import TamgaNames
internal import TamgaText

/// Where the names of people begin and end, and what is rather a person than a place.
extension MentionFinder {
  /// Whether a word stands between names: a title, in English a people.
  mutating func isSeparator(_ index: Int, _ run: Range<Int>, _ tongue: Tongue) -> Bool {
    let found = classes(index)
    let token = document.tokens[index]
    if token.shape == .initial { return false }
    if found.contains(.people), tongue == .english || token.marks.contains(.starts) { return true }
    guard !found.isDisjoint(with: [.title, .occupation]) else { return false }
    if found.contains(.nameTitle), index + 1 < run.upperBound { return false }
    if index + 1 < run.upperBound, roles(index).contains(.given), roles(index + 1).contains(.family)
    {
      return false
    }
    return index + 1 < run.upperBound || document.entry(index)?.facts.names.isGiven != true
  }

  /// Whether a single word is rather the given name it also is: no great place is called so, and nothing beside it or in
  /// its ending speaks of a place.
  mutating func isRatherPerson(_ index: Int) -> Bool {
    guard let reading = placeReading(index), reading.place?.isMajor == false,
      reading.facts.names.isGiven, reading.facts.names.isDisjoint(with: [.sound, .inflected])
    else { return false }
    return !hasPlaceContext(index)
  }

  /// Whether a word’s ending, or the word before it, says that it is a place.
  mutating func hasPlaceContext(_ index: Int) -> Bool {
    if document.entry(index)?.tongue != .russian, let form = placeReading(index)?.form,
      [.locative, .ablative, .dative].contains(form.grammaticalCase)
    {
      return true
    }
    guard index > 0, !document.tokens[index].marks.contains(.line),
      let word = document.entry(index - 1)
    else { return false }
    if word.classes.contains(.placeKind) { return true }
    let text = document.text(document.tokens[index - 1].range).lowercased()
    return ["in", "at", "near", "from", "в", "во", "на", "из"].contains(text)
  }

  /// Whether a range reads as a person’s name rather than as the place at its beginning.
  mutating func isPerson(_ range: Range<Int>, beside length: Int) -> Bool {
    let words = range.filter { document.tokens[$0].kind == .word && document.tokens[$0].isCapital }
    guard words.count > 1, let first = words.first, let last = words.last, range.count >= length
    else { return false }
    let start = roles(first)
    if length > 1, length == words.count, roles(last).contains(.family),
      placeLength(first, first + 1) == 0
    {
      return true
    }
    if start.contains(.given) {
      return !roles(last).isDisjoint(with: [.family, .patronymic])
        || placeLength(last, last + 1) == 0
    }
    // `Шевченко Тарас`, but not `Баку Гейдар`.
    return start.contains(.family) && placeReading(first)?.place?.isRegion != true
      && roles(words[1]).contains(.given) && length == 1
  }

  /// Where the person’s name that begins at `start` ends: behind the family name, or before what can be no part of it.
  mutating func personEnd(_ start: Int, _ run: Range<Int>, _ tongue: Tongue) -> Int {
    var end = start
    var hasGiven = false
    var hasFamily = false
    // The last word is a given name as well: `Мамед Эмин Расулзаде`.
    var isGivenToo = false
    var words = 0
    while end < run.upperBound {
      let token = document.tokens[end]
      if token.kind == .sign || token.shape == .lower {
        end += 1
        continue
      }
      if token.shape == .initial {
        hasGiven = true
        end += 1
        continue
      }
      let roles = roles(end)
      if words > 0 {
        let isComplete = hasFamily && hasGiven
        let isFamilyOnly = roles.contains(.family) && !roles.contains(.given)
        if isComplete, !(isFamilyOnly && isGivenToo),
          !roles.contains(.patronymic) || roles.contains(.given)
        {
          break
        }
        if isNameTitle(end) {
          end += 1
          continue
        }
        if isSeparator(end, run, tongue) { break }
        if words > 1, roles.isDisjoint(with: .known), hasPlaceCase(end, tongue) { break }
        if isOtherShape(start, end) || isCaseEnd(end - 1, tongue) || isPlaceHere(end, run) { break }
        if words >= 5 { break }
      }
      words += 1
      isGivenToo = roles.contains(.given)
      if isGivenToo, !hasGiven {
        hasGiven = true
      } else if roles.contains(.family) {
        hasFamily = true
      }
      end += 1
      if token.marks.contains(.possessive) { break }
    }
    return max(end, start + 1)
  }

  /// `Khan`, `Shah`, `Bey` inside or behind a name.
  func isNameTitle(_ index: Int) -> Bool {
    let found = classes(index)
    return found.contains(.nameTitle) || found.contains(.honorific) && !found.contains(.people)
  }

  /// Whether two words are written so differently that they are no one name: `SOCAR Tengiz`.
  func isOtherShape(_ first: Int, _ index: Int) -> Bool {
    let (a, b) = (document.tokens[first].shape, document.tokens[index].shape)
    return (a == .capital) != (b == .capital) && a != .initial
  }

  /// Whether a word has a case ending that only the last word of an Azerbaijani or Kazakh name has.
  mutating func isCaseEnd(_ index: Int, _ tongue: Tongue) -> Bool {
    guard tongue == .azerbaijani || tongue == .kazakh, document.tokens[index].kind == .word,
      roles(index).isDisjoint(with: .given) || document.entry(index)?.facts.names.isGiven != true,
      let best = bestReading(index, { max($0.placeScore, $0.personScore) }), let form = best.form
    else { return false }
    return form.strength == .strong && form.grammaticalCase != .nominative
  }

  /// Whether an Azerbaijani or Kazakh word ends as `where`, `whence` and `whither` do.
  mutating func hasPlaceCase(_ index: Int, _ tongue: Tongue) -> Bool {
    guard tongue == .azerbaijani || tongue == .kazakh,
      let form = bestReading(index, { max($0.placeScore, $0.personScore) })?.form
    else { return false }
    return form.strength == .strong
      && [.locative, .ablative, .dative].contains(form.grammaticalCase)
  }

  /// Whether a place’s name, and no part of a person’s, stands at a token inside a run.
  mutating func isPlaceHere(_ index: Int, _ run: Range<Int>) -> Bool {
    let length = placeLength(index, run.upperBound)
    guard length > 0 else { return false }
    // `Виктор Турин`: a town’s name that could be a surname, behind a given name.
    if length == 1, document.tokens[index - 1].isCapital, roles(index - 1).contains(.given),
      let reading = placeReading(index), reading.form == nil, reading.facts.surname != .none
    {
      return false
    }
    if length > 1, !roles(index).contains(.family) { return true }
    if let form = placeReading(index)?.form, form.strength == .strong {
      // Füzulinin may be the poet’s as well as the town’s; Füzulidə is not.
      if form.grammaticalCase != .genitive || !roles(index - 1).contains(.given) { return true }
      return false
    }
    return roles(index).isDisjoint(with: .known)
  }

  /// What a word may be in a person’s name.
  mutating func roles(_ index: Int) -> PersonRole {
    var roles: PersonRole = []
    for reading in readings(index) where reading.form?.strength != .weak || reading.isSeen {
      roles.formUnion(PersonRole(reading.facts))
    }
    return roles
  }

  /// The roles of a word by itself, or without an ending that is hardly anything else.
  mutating func certainRoles(_ index: Int) -> PersonRole {
    var roles: PersonRole = []
    for reading in readings(index)
    where reading.form.map({ $0.strength == .strong }) ?? true || reading.isSeen {
      roles.formUnion(PersonRole(reading.facts))
    }
    return roles
  }

  /// `Пушкинин`: the genitive of what may be a surname.
  mutating func isOwnersSurname(_ index: Int) -> Bool {
    readings(index).contains {
      $0.form?.grammaticalCase == .genitive && $0.form?.strength != .weak
        && $0.facts.surnameStrength >= 2 && document.entry(index)?.tongue != .russian
    }
  }

  /// Whether a word that no lexicon has may be a person’s by its case: people act together, and own.
  mutating func isNamelike(_ index: Int) -> Bool {
    guard placeReading(index) == nil else { return false }
    return readings(index).contains {
      guard let form = $0.form, form.strength >= .medium else { return false }
      let isNamed = $0.facts.names.isGiven || $0.facts.surname != .none
      return form.grammaticalCase == .instrumental || form.grammaticalCase == .genitive && isNamed
    }
  }

  /// `аль-Фараби`, `Əl-Biruni`.
  func isArabicName(_ letters: [UInt32]) -> Bool {
    let text = UTF8Decoding.text(letters.prefix(4))
    return ["al-", "əl-", "el-", "ал-", "әл-", "аль-"].contains { text.hasPrefix($0) }
  }
}
