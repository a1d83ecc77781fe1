internal import TamgaNames
internal import TamgaText

/// Runs of words with capitals: divided into people, places and the rest.
extension MentionFinder {
  mutating func findRuns(_ line: Range<Int>, _ tongue: Tongue) {
    var index = line.lowerBound
    while index < line.upperBound {
      guard isNameWord(index) else {
        index += 1
        continue
      }
      if tongue == .english, let work = workTitle(index, line) {
        index = work
        continue
      }
      let end = runEnd(index, line)
      divide(index..<end, line, tongue)
      index = max(end, index + 1)
    }
  }

  /// Whether a word may stand in a name.
  func isNameWord(_ index: Int) -> Bool {
    guard isCapital(index) else { return false }
    let token = document.tokens[index]
    if !classes(index).isDisjoint(with: [.calendar, .navigation]) { return false }
    if token.marks.contains(.digits) { return false }
    if token.shape == .initial {
      return index + 1 < document.tokens.count && isSign(index + 1, 0x2E)
        && document.tokens[index + 1].marks.contains(.joined)
    }
    return true
  }

  /// Where the run of name words that begins at `start` ends.
  mutating func runEnd(_ start: Int, _ line: Range<Int>) -> Int {
    var end = start + 1
    while end < line.upperBound {
      let before = document.tokens[end - 1]
      if before.marks.contains(.possessive) { break }
      if isSign(end, 0x2E) {
        guard document.tokens[end].marks.contains(.joined),
          before.shape == .initial || before.shape == .capital && before.range.count <= 2,
          end + 1 < line.upperBound, isNameWord(end + 1)
        else { break }
        end += 2
      } else if isNameWord(end), !document.tokens[end].marks.contains(.joined) {
        end += 1
      } else {
        let taken = smallWords(end, line)
        if taken == 0 { break }
        end += taken
      }
    }
    return end
  }

  /// How many tokens from `index` belong to a person’s name though the first is in small letters: a marker of
  /// patronymics, a particle with what follows it, a form of address.
  private mutating func smallWords(_ index: Int, _ line: Range<Int>) -> Int {
    let token = document.tokens[index]
    guard token.kind == .word, !token.isCapital,
      token.marks.isDisjoint(with: [.claimed, .masked])
    else { return 0 }
    let found = classes(index)
    if found.contains(.marker) {
      // `Mahmud oğlu` is a patronymic, `Mahmudun oğlu` a relative.
      let best = bestReading(index - 1) { $0.personScore }
      return best?.form?.grammaticalCase == .genitive ? 0 : 1
    }
    let isFollowed = index + 1 < line.upperBound && isNameWord(index + 1)
    if isFollowed, !found.isDisjoint(with: [.honorific, .particle]), !found.contains(.common) {
      return 2
    }
    return found.contains(.honorific) && token.range.count <= 5 && !found.contains(.common) ? 1 : 0
  }

  // MARK: - Dividing

  /// Divides a run at titles, peoples, places and the ends of people’s names.
  private mutating func divide(_ run: Range<Int>, _ line: Range<Int>, _ tongue: Tongue) {
    var index = run.lowerBound
    while index < run.upperBound {
      let token = document.tokens[index]
      if token.kind != .word || token.shape == .lower || isOpening(index, run) {
        index += 1
        continue
      }
      let person = personEnd(index, run, tongue)
      let length = placeLength(index, run.upperBound)
      if length > 0, !isPerson(index..<person, beside: length), isPlace(index, length) {
        emit(
          index..<index + length, .place,
          isSure: length > 1 || roles(index).isDisjoint(with: .known))
        index += length
      } else if isSeparator(index, run, tongue) {
        index += 1
      } else {
        judge(index..<person, line, tongue)
        index = person
      }
    }
  }

  /// Whether a word only opens its sentence: it is small elsewhere, or a name that needs no more begins behind it.
  private mutating func isOpening(_ index: Int, _ run: Range<Int>) -> Bool {
    let token = document.tokens[index]
    guard token.marks.contains(.starts), let entry = document.entry(index) else { return false }
    if entry.classes.contains(.common) { return true }
    let isKnown = !roles(index).isDisjoint(with: .known) || placeReading(index) != nil
    if entry.small > 0, entry.capital == 0, index + 1 < run.upperBound || !isKnown { return true }
    guard !isKnown, index + 1 < run.upperBound, token.shape == .capital else { return false }
    let next = document.tokens[index + 1]
    guard next.kind == .word else { return false }
    if entry.tongue == .russian, isAdverbial(entry.key) { return true }
    if next.shape == .initial || next.shape == .upper || next.shape == .mixed { return true }
    if roles(index + 1).contains(.given), entry.tongue != .english || run.count > 2 { return true }
    return placeLength(index + 1, run.upperBound) > 0
  }

  /// Whether a Russian word ends as no name in the nominative does: `Позднее`, `Дипломатические`, `Песни`.
  private func isAdverbial(_ key: [UInt32]) -> Bool {
    let text = UTF8Decoding.text(key)
    return ["ее", "ие", "ые", "но", "ами", "ями", "ах", "ях", "ую", "ом", "ем", "ы"].contains {
      text.hasSuffix($0)
    }
  }

  /// Whether a word stands between names: a title, in English a people.
  private mutating func isSeparator(_ index: Int, _ run: Range<Int>, _ tongue: Tongue) -> Bool {
    let found = classes(index)
    let token = document.tokens[index]
    if token.shape == .initial { return false }
    if found.contains(.people), tongue == .english || token.marks.contains(.starts) { return true }
    guard !found.isDisjoint(with: [.title, .occupation]) else { return false }
    if found.contains(.nameTitle), index + 1 < run.upperBound { return false }
    if index + 1 < run.upperBound, roles(index).contains(.given), roles(index + 1).contains(.family) {
      return false
    }
    return index + 1 < run.upperBound || document.entry(index)?.facts.names.isGiven != true
  }

  /// Whether a name of the gazetteer is meant.
  private mutating func isPlace(_ index: Int, _ length: Int) -> Bool {
    guard length == 1, let entry = document.entry(index) else { return true }
    let token = document.tokens[index]
    if entry.tongue == .english, entry.classes.contains(.people) { return false }
    if token.marks.contains(.starts), entry.small > 0, entry.capital == 0 { return false }
    return !isRatherPerson(index)
  }

  /// Whether a single word is rather the given name it also is: no great place is called so, and nothing beside it or in
  /// its ending speaks of a place.
  private mutating func isRatherPerson(_ index: Int) -> Bool {
    guard let reading = placeReading(index), reading.place?.isMajor == false,
      reading.facts.names.isGiven, reading.facts.names.isDisjoint(with: [.sound, .inflected])
    else { return false }
    if let form = reading.form, [.locative, .ablative, .dative].contains(form.grammaticalCase),
      document.entry(index)?.tongue != .russian
    {
      return false
    }
    guard index > 0 else { return true }
    if !document.tokens[index].marks.contains(.line), let word = document.entry(index - 1) {
      if word.classes.contains(.placeKind) { return false }
      let text = document.text(document.tokens[index - 1].range)
      if ["in", "at", "near", "from", "в", "во", "на", "из"].contains(text) { return false }
    }
    return true
  }

  /// Whether a range reads as a person’s name rather than as the place at its beginning.
  private mutating func isPerson(_ range: Range<Int>, beside length: Int) -> Bool {
    let words = range.filter { document.tokens[$0].kind == .word && document.tokens[$0].isCapital }
    guard words.count > 1, let first = words.first, let last = words.last, range.count >= length
    else { return false }
    let start = roles(first)
    if length > 1, length == words.count, roles(last).contains(.family), placeLength(first, first + 1) == 0
    {
      return true
    }
    if start.contains(.given) {
      return !roles(last).isDisjoint(with: [.family, .patronymic]) || placeLength(last, last + 1) == 0
    }
    // `Шевченко Тарас`, but not `Баку Гейдар`.
    return start.contains(.family) && placeReading(first)?.place?.isRegion != true
      && roles(words[1]).contains(.given) && length == 1
  }

  /// Where the person’s name that begins at `start` ends: behind the family name, or before what can be no part of it.
  private mutating func personEnd(_ start: Int, _ run: Range<Int>, _ tongue: Tongue) -> Int {
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
  private func isNameTitle(_ index: Int) -> Bool {
    let found = classes(index)
    return found.contains(.nameTitle) || found.contains(.honorific) && !found.contains(.people)
  }

  /// Whether two words are written so differently that they are no one name: `SOCAR Tengiz`.
  func isOtherShape(_ first: Int, _ index: Int) -> Bool {
    let (a, b) = (document.tokens[first].shape, document.tokens[index].shape)
    return (a == .capital) != (b == .capital) && a != .initial
  }

  /// Whether a word has a case ending that only the last word of an Azerbaijani or Kazakh name has.
  private mutating func isCaseEnd(_ index: Int, _ tongue: Tongue) -> Bool {
    guard tongue == .azerbaijani || tongue == .kazakh, document.tokens[index].kind == .word,
      roles(index).isDisjoint(with: .given) || document.entry(index)?.facts.names.isGiven != true,
      let best = bestReading(index, { max($0.placeScore, $0.personScore) }), let form = best.form
    else { return false }
    return form.strength == .strong && form.grammaticalCase != .nominative
  }

  /// Whether an Azerbaijani or Kazakh word ends as `where`, `whence` and `whither` do.
  private mutating func hasPlaceCase(_ index: Int, _ tongue: Tongue) -> Bool {
    guard tongue == .azerbaijani || tongue == .kazakh,
      let form = bestReading(index, { max($0.placeScore, $0.personScore) })?.form
    else { return false }
    return form.strength == .strong
      && [.locative, .ablative, .dative].contains(form.grammaticalCase)
  }

  /// Whether a place’s name, and no part of a person’s, stands at a token inside a run.
  private mutating func isPlaceHere(_ index: Int, _ run: Range<Int>) -> Bool {
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

  // MARK: - Judging

  /// Judges a part of a run that is no place of the lexicon.
  private mutating func judge(_ range: Range<Int>, _ line: Range<Int>, _ tongue: Tongue) {
    let words = range.filter { document.tokens[$0].kind == .word }
    guard let first = words.first, let last = words.last else { return }
    let capitals = words.filter { document.tokens[$0].isCapital }
    let hasInitial = words.contains { document.tokens[$0].shape == .initial }
    if capitals.count == 1, words.count == 1 {
      judgeSingle(first, line, tongue)
      return
    }
    if capitals.count == 1, !hasInitial, let only = capitals.first {
      // `Rəşid bəy`, `Mahmud oğlu`.
      if !roles(only).isDisjoint(with: .known) { emit(first..<last + 1, .person) }
      return
    }
    let known = capitals.filter { !roles($0).isDisjoint(with: .known) }
    if !known.isEmpty || hasInitial {
      if isHeadline(first), known.count < capitals.count || roles(last).isDisjoint(with: [.family, .patronymic]) {
        return
      }
      emit(first..<last + 1, .person, isSure: known.count == capitals.count)
    } else if !isHeadline(first), capitals.count <= 3 {
      let isStart = document.tokens[first].marks.contains(.starts)
      // `Foreign Affairs` is a part of something; `Sembol Construction` is a firm.
      if tongue == .english, classes(last).contains(.organizationWord) {
        guard !capitals.allSatisfy({ classes($0).contains(.organizationWord) }) else { return }
        emit(first..<last + 1, .organization, isSure: false)
        return
      }
      // A heading is no person; in a sentence, two strange capitals in a row are.
      let isStrange = capitals.allSatisfy { document.words[Int(document.tokens[$0].word)].small == 0 }
      if !isStart || isStrange && line.count > 8 { emit(first..<last + 1, .person, isSure: false) }
    }
  }

  private mutating func judgeSingle(_ index: Int, _ line: Range<Int>, _ tongue: Tongue) {
    guard let entry = document.entry(index), document.tokens[index].shape != .initial else { return }
    let token = document.tokens[index]
    let range = index..<index + 1
    if token.shape == .upper || token.shape == .mixed {
      guard !isHeadline(index) || token.shape == .mixed else { return }
      if index + 1 < line.upperBound, isSign(index + 1, 0x24) { return }
      if vocabulary.isAbbreviation(entry.letters) || token.shape == .mixed
        || token.range.count > (token.marks.contains(.starts) ? 2 : 1) && !isRomanNumeral(token)
          && entry.classes.isDisjoint(with: .common)
      {
        emit(range, .organization, isSure: false)
      }
      return
    }
    if !entry.classes.isDisjoint(with: [.organizationKind, .event, .document, .award]) { return }
    let isStart = token.marks.contains(.starts)
    let isKnown = !(isStart ? certainRoles(index) : roles(index)).isDisjoint(with: .known)
      || !isStart && isOwnersSurname(index)
    if isHeadline(index) || isStart && (entry.small > 0 || !isKnown) {
      pending.append(FoundName(tokens: range, type: .place))
    } else if isKnown, !isAfterPlaceKind(index, line) {
      emit(range, .person, isSure: false)
    } else if tongue == .azerbaijani || tongue == .kazakh, isNamelike(index) {
      emit(range, .person, isSure: false)
    } else if tongue == .russian, isPluralAdjective(entry.key) {
      pending.append(FoundName(tokens: range, type: .place))
    } else if isArabicName(entry.letters) {
      emit(range, .person, isSure: false)
    } else if tongue != .english || isAfterPlaceKind(index, line) || isCoordinated(index, line)
      || index > line.lowerBound && classes(index - 1).contains(.inside)
    {
      emit(range, .place, isSure: false)
    } else if token.marks.contains(.possessive) {
      emit(range, .person, isSure: false)
    } else {
      pending.append(FoundName(tokens: range, type: .place))
    }
  }

  /// The roles of a word by itself, or without an ending that is hardly anything else.
  private mutating func certainRoles(_ index: Int) -> PersonRole {
    var roles: PersonRole = []
    for reading in readings(index) where reading.form.map({ $0.strength == .strong }) ?? true || reading.isSeen {
      roles.formUnion(PersonRole(reading.facts))
    }
    return roles
  }

  /// `Пушкинин`: the genitive of what may be a surname.
  private mutating func isOwnersSurname(_ index: Int) -> Bool {
    readings(index).contains {
      $0.form?.grammaticalCase == .genitive && $0.form?.strength != .weak
        && $0.facts.surnameStrength >= 2 && document.entry(index)?.tongue != .russian
    }
  }

  /// Whether a word that no lexicon has may be a person’s by its case: people act together, and own.
  private mutating func isNamelike(_ index: Int) -> Bool {
    guard placeReading(index) == nil else { return false }
    return readings(index).contains {
      guard let form = $0.form, form.strength >= .medium else { return false }
      let isNamed = $0.facts.names.isGiven || $0.facts.surname != .none
      return form.grammaticalCase == .instrumental || form.grammaticalCase == .genitive && isNamed
    }
  }

  private func isPluralAdjective(_ key: [UInt32]) -> Bool {
    let text = UTF8Decoding.text(key.suffix(5))
    return ["ские", "ских", "ским", "скими", "цкие", "цких"].contains { text.hasSuffix($0) }
  }

  /// `аль-Фараби`, `Əl-Biruni`.
  private func isArabicName(_ letters: [UInt32]) -> Bool {
    let text = UTF8Decoding.text(letters.prefix(4))
    return ["al-", "əl-", "el-", "ал-", "әл-", "аль-"].contains { text.hasPrefix($0) }
  }

  /// `Derbent and Niyazabad`: whether a word is joined to a place before it.
  private func isCoordinated(_ index: Int, _ line: Range<Int>) -> Bool {
    guard index > line.lowerBound + 1, let last = found.last, last.type == .place else { return false }
    let before = document.tokens[index - 1]
    let joins = before.sign == 0x2C || document.text(before.range) == "and"
    return joins && last.tokens.upperBound == index - 1
  }

  private func isRomanNumeral(_ token: TextToken) -> Bool {
    document.scalars[token.range].allSatisfy {
      [0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D, 0x425, 0x406].contains($0)
    }
  }

  /// `the village of Karakend`, `село Каракенд`.
  private func isAfterPlaceKind(_ index: Int, _ line: Range<Int>) -> Bool {
    guard index > line.lowerBound else { return false }
    if classes(index - 1).contains(.placeKind), !document.tokens[index - 1].isCapital {
      return document.entry(index)?.tongue == .russian
    }
    guard index > line.lowerBound + 1 else { return false }
    return document.text(document.tokens[index - 1].range) == "of"
      && classes(index - 2).contains(.placeKind)
  }
}
