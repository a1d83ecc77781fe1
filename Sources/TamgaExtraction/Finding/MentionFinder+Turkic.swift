internal import TamgaNames
internal import TamgaText

/// Azerbaijani and Kazakh names with a kind word, which stands last and says whose it is: `Bakı Dövlət Universiteti`,
/// `Қазақ ұлттық университеті`.
extension MentionFinder {
  private static let longestName = 10

  mutating func findTurkicThing(_ index: Int, _ found: WordClasses, _ line: Range<Int>) {
    guard index > line.lowerBound, follows(index) else { return }
    // The last of several kind words in a row is the head.
    if index + 1 < line.upperBound, follows(index + 1), document.tokens[index + 1].kind == .word,
      document.tokens[index].isCapital || !document.tokens[index + 1].isCapital,
      !isInflected(index), classes(index + 1).contains(.organizationKind),
      !classes(index + 1).contains(.common)
    {
      return
    }
    let start = turkicStart(index, line)
    guard start < index else { return }
    let isSmall = !document.tokens[index].isCapital
    let before = start..<index
    if !found.isDisjoint(with: [.event, .document, .award]), !found.contains(.organizationKind) {
      if isSmall, found.contains(.event) { return }
      dismiss(start..<index + 1, found)
    } else if found.contains(.organizationKind), isOrganization(before, isSmall: isSmall) {
      emit(start..<index + 1, .organization)
    } else if found.contains(.placeKind) {
      let name = placeStart(before)..<index
      guard !name.isEmpty else { return }
      if found.contains(.keptKind), !isSmall || isPartOfName(index) {
        emit(name.lowerBound..<index + 1, .place)
      } else {
        emit(name, .place)
      }
    } else if found.contains(.workKind), isSmall, before.count == 1,
      !document.tokens[start].marks.contains(.starts), document.tokens[start].shape == .capital,
      personScore(start) < 4, placeReading(start) == nil, !found.contains(.organizationKind)
    {
      emit(before, .work, isSure: false)
    }
  }

  /// Whether a word is in a case other than the nominative: a new name begins behind it.
  private mutating func isInflected(_ index: Int) -> Bool {
    guard let best = bestReading(index, { max($0.placeScore, $0.personScore) }),
      let form = best.form
    else { return false }
    return form.strength == .strong && form.grammaticalCase != .nominative
  }

  /// Where the name that ends in the kind word at `index` begins: at a capital, with nothing between that cannot
  /// stand in such a name.
  private mutating func turkicStart(_ index: Int, _ line: Range<Int>) -> Int {
    var start = index
    var cursor = index
    let isSmallKind = !document.tokens[index].isCapital
    while cursor > line.lowerBound, index - cursor < Self.longestName {
      let previous = cursor - 1
      let token = document.tokens[previous]
      guard document.tokens[cursor].kind == .sign || follows(cursor),
        token.marks.isDisjoint(with: [.claimed, .masked])
      else { break }
      if token.kind == .sign {
        guard token.sign == 0x2E, previous > line.lowerBound,
          document.tokens[previous - 1].shape == .initial
        else { break }
        cursor = previous
        continue
      }
      guard token.kind == .word else { break }
      let found = classes(previous)
      if token.isCapital {
        guard found.isDisjoint(with: [.calendar, .navigation]) else { break }
        if token.marks.contains(.starts), found.contains(.common) { break }
        if isCaseBoundary(previous) || isPersonEnd(previous, index, line) { break }
        if isSmallKind, cursor < index, found.contains(.organizationKind) { break }
        if isSmallKind, cursor < index, document.tokens[cursor].isCapital,
          isOtherShape(previous, cursor),
          previous == line.lowerBound || !document.tokens[previous - 1].isCapital
        {
          break
        }
        cursor = previous
        start = previous
        continue
      }
      if found.contains(.namedAfter) || isNamedAfterBefore(previous, line) {
        cursor = previous
        continue
      }
      guard
        !found.isDisjoint(with: [.organizationWord, .organizationKind, .namedAfter])
          || isAnd(previous) || isOwned(previous),
        !found.contains(.inside)
      else { break }
      if isAnd(previous), start == index, cursor == index { break }
      if isInflectedKind(previous) || found.contains(.common) && !isAnd(previous) { break }
      if cursor < index, document.tokens[cursor].isCapital, !found.isDisjoint(with: .kinds),
        !found.contains(.organizationWord)
      {
        break
      }
      cursor = previous
    }
    return start
  }

  /// Whether a small kind word has a case ending: it ends another name.
  private func isInflectedKind(_ index: Int) -> Bool {
    guard let entry = document.entry(index), !entry.classes.isDisjoint(with: .kinds) else {
      return false
    }
    return entry.tongue.forms(entry.key, possessed: true).contains { form in
      form.strength == .strong
        && !vocabulary.classes(form.base(entry.key), entry.tongue).isDisjoint(with: .kinds)
    }
  }

  /// Whether a person’s name ends at a word, and what follows is not named after that person.
  private mutating func isPersonEnd(_ index: Int, _ kind: Int, _ line: Range<Int>) -> Bool {
    guard index > line.lowerBound, index + 1 <= kind else { return false }
    guard
      roles(index).contains(.family)
        || document.tokens[index - 1].isCapital && roles(index - 1).contains(.given)
          && placeReading(index) == nil && classes(index).isDisjoint(with: .organizationWord)
    else { return false }
    let isNext = index + 1 == kind && document.tokens[kind].isCapital
    if isNext || classes(index + 1).contains(.namedAfter) { return false }
    let before = document.tokens[index - 1]
    if before.sign == 0x2E, index > line.lowerBound + 1 {
      return document.tokens[index - 2].shape == .initial
    }
    return before.isCapital && (roles(index - 1).contains(.given) || roles(index).contains(.family))
  }

  private func isAnd(_ index: Int) -> Bool {
    ["və", "және", "ve", "jäne", "вә"].contains(document.text(document.tokens[index].range))
  }

  /// Whether a small word is a plural that belongs to what follows: `мемлекеттері ұйымы`.
  private func isOwned(_ index: Int) -> Bool {
    guard let key = document.entry(index)?.key else { return false }
    let text = UTF8Decoding.text(key.suffix(4))
    return ["лары", "лері", "дары", "дері", "тары", "тері", "ları", "ləri"].contains(text)
  }

  /// Whether `atındağı` or the like stands a few words before a small one: what lies between belongs to the name.
  private func isNamedAfterBefore(_ index: Int, _ line: Range<Int>) -> Bool {
    var cursor = index - 1
    while cursor > line.lowerBound, index - cursor < 6 {
      let token = document.tokens[cursor]
      guard token.kind == .word, !token.isCapital, follows(cursor) else { return false }
      if classes(cursor).contains(.namedAfter) { return document.tokens[cursor - 1].isCapital }
      cursor -= 1
    }
    return false
  }

  /// Whether a capitalised word is in a case that ends another part of the sentence: `Bakıda Milli Kitabxana`.
  private mutating func isCaseBoundary(_ index: Int) -> Bool {
    guard let best = bestReading(index, { max($0.placeScore, $0.personScore) }),
      let form = best.form,
      form.strength >= .medium
    else { return false }
    switch form.grammaticalCase {
    case .locative, .ablative, .dative, .accusative, .instrumental: return true
    case .genitive: return best.place != nil
    case .nominative: return false
    }
  }

  /// Whether what stands before the kind word makes it the name of an organisation.
  private mutating func isOrganization(_ before: Range<Int>, isSmall: Bool) -> Bool {
    guard isSmall else { return true }
    let words = before.filter { document.tokens[$0].kind == .word }
    guard let first = words.first else { return false }
    if words.contains(where: { classes($0).contains(.namedAfter) }) { return true }
    // `ТҮРКСОЙ ұйымы`, `SOCAR şirkəti`: the kind word is no part of the name.
    if words.count == 1 {
      let shape = document.tokens[first].shape
      return shape == .capital && isStrongKind(before.upperBound)
    }
    return words.dropFirst().contains {
      !classes($0).isDisjoint(with: [.organizationWord, .organizationKind])
    } || isStrongKind(before.upperBound)
  }

  /// Kinds that make a name even in small letters.
  private func isStrongKind(_ index: Int) -> Bool {
    guard let key = document.entry(index)?.key else { return false }
    let text = UTF8Decoding.text(key)
    return Self.strongKinds.contains { text.hasPrefix($0) }
  }

  private static let strongKinds = [
    "universitet", "institut", "akademiya", "nazirli", "teatr", "muzey", "kitabxana", "filarmoniya",
    "konservatoriya", "təşkilat", "birliy", "cəmiyyət", "fond", "bank", "liqa", "federasiya",
    "университет", "институт", "академия", "министрліг", "театр", "музей", "кітапхана",
    "филармония", "консерватория", "ұйым", "одағ", "қоғам", "қор", "банк", "федерация", "достастығ",
  ]

  /// Where the place’s name before its kind word begins.
  private mutating func placeStart(_ before: Range<Int>) -> Int {
    for index in before where document.tokens[index].isCapital {
      if placeLength(index, before.upperBound) == before.upperBound - index { return index }
    }
    var start = before.upperBound
    while start > before.lowerBound {
      let index = start - 1
      guard document.tokens[index].isCapital else { break }
      if start < before.upperBound,
        isInflected(index) || placeReading(index) == nil && !roles(index).isDisjoint(with: .known)
      {
        break
      }
      start = index
    }
    return trimmedStart(start..<max(start, before.upperBound))
  }

  /// Whether a small kind word belongs to the name all the same: waters and regions, which are nothing without it.
  private func isPartOfName(_ index: Int) -> Bool {
    guard let entry = document.entry(index) else { return false }
    let text = UTF8Decoding.text(entry.key)
    // `Altay dağları`, `Алтай таулары`: a plural says only what it is.
    if ["lar", "lər", "лар", "лер", "дар", "дер", "тар", "тер"].contains(where: {
      text.contains($0)
    }) {
      return false
    }
    return Self.partsOfNames.contains { text.hasPrefix($0) }
  }

  private static let partsOfNames = [
    "dəniz", "okean", "göl", "çay", "körfəz", "boğaz", "ada", "yarımada", "dağ", "səhra", "rayon",
    "xanlı", "imperiya", "respublika", "krallı", "çöl",
    "теңіз", "мұхит", "көл", "өзен", "шығана", "арал", "түбе", "тау", "шөл", "аудан", "облыс",
    "хандығ", "империя", "республика", "патшалы", "орда",
  ]
}
