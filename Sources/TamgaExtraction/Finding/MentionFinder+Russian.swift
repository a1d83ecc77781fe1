internal import TamgaNames
internal import TamgaText

/// Russian names with a kind word, adjectives before it and a genitive behind it: `Казахский национальный университет
/// имени аль-Фараби`, `Организация тюркских государств`.
extension MentionFinder {
  mutating func findRussianThing(_ index: Int, _ found: WordClasses, _ line: Range<Int>) {
    var start = russianStart(index, line)
    if start == index { start = nameBefore(index, line) }
    let isSmall = !document.tokens[index].isCapital
    if !found.isDisjoint(with: [.event, .document, .award]), !found.contains(.organizationKind) {
      if start < index || !isSmall {
        let end = afterGenitives(index + 1, line)
        if start < index || end > index + 1 { dismiss(start..<end, found) }
      }
      return
    }
    if found.contains(.organizationKind) {
      let end = afterGenitives(index + 1, line)
      if isRussianOrganization(start, index, end) {
        emit(start..<end, .organization)
        return
      }
    }
    if found.contains(.workKind), start < index, document.tokens[start].isCapital, isSmall {
      emit(start..<index + 1, .work, isSure: false)
      return
    }
    guard found.contains(.placeKind) else { return }
    if start < index {
      if found.contains(.keptKind) || !isSmall { emit(start..<index + 1, .place) }
      return
    }
    // `город Баку`, `месторождения Тенгиз`.
    var end = index + 1
    guard end < line.upperBound, isCapital(end), follows(end), document.tokens[end].kind == .word,
      classes(end).isDisjoint(with: [.calendar, .navigation, .title])
    else { return }
    if found.contains(.organizationKind), personScore(end) >= 4 { return }
    let length = placeLength(end, line.upperBound)
    let first = end
    if length > 0 {
      end += length
    } else {
      end += 1
      while end < line.upperBound, end < first + 2, isCapital(end), follows(end),
        placeReading(end) == nil, personScore(end) < 4
      {
        end += 1
      }
    }
    emit(first..<end, .place)
  }

  /// Where the adjectives before a kind word begin, the first of them with a capital; `index` where there are none.
  private mutating func russianStart(_ index: Int, _ line: Range<Int>) -> Int {
    var start = index
    var cursor = index
    while cursor > line.lowerBound, index - cursor < 6, follows(cursor) {
      let previous = cursor - 1
      let token = document.tokens[previous]
      guard token.kind == .word, token.marks.isDisjoint(with: [.claimed, .masked]),
        let entry = document.entry(previous), isAdjective(entry.key),
        entry.classes.isDisjoint(with: [.calendar, .navigation])
      else { break }
      if token.marks.contains(.starts), entry.classes.contains(.common) { break }
      if token.isCapital { start = previous }
      cursor = previous
    }
    return start
  }

  /// `Назарбаев Университет`: where the capitals right before a kind word with a capital begin.
  private func nameBefore(_ index: Int, _ line: Range<Int>) -> Int {
    guard document.tokens[index].isCapital, document.tokens[index].shape == .capital else {
      return index
    }
    return capitalsBefore(index, line) { token in
      classes(token).isDisjoint(with: [.title, .occupation, .common])
    }
  }

  private static let adjectiveEndings = [
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем",
    "ую", "юю", "ей", "ые", "ие", "ых", "их", "ыми", "ими",
  ].map(CaseForm.scalars)

  private func isAdjective(_ letters: [UInt32]) -> Bool {
    Self.adjectiveEndings.contains {
      letters.count > $0.count + 2 && letters.suffix($0.count).elementsEqual($0)
    }
  }

  /// Passes the genitives behind a kind word: `иностранных дел Республики Казахстан`, `имени Л. Н. Гумилёва`.
  private mutating func afterGenitives(_ start: Int, _ line: Range<Int>) -> Int {
    var end = start
    var cursor = start
    while cursor < line.upperBound, cursor - start < 12, follows(cursor) {
      let token = document.tokens[cursor]
      guard token.kind == .word, token.marks.isDisjoint(with: [.claimed, .masked]) else { break }
      let found = classes(cursor)
      if found.contains(.namedAfter) {
        let next = afterNamedPerson(cursor + 1, line)
        guard next > cursor + 1 else { break }
        return next
      }
      if !found.isDisjoint(with: [.calendar, .navigation]) { break }
      if token.isCapital {
        if cursor > end, found.contains(.organizationKind) { break }
        guard !isPersonHere(cursor, line), isGenitive(cursor) else { break }
        cursor += 1
        end = cursor
        continue
      }
      if isSmallJoin(cursor) {
        cursor += 1
        continue
      }
      guard !found.isDisjoint(with: [.organizationWord, .organizationKind, .people, .placeKind]),
        !found.contains(.common), isGenitive(cursor)
      else { break }
      cursor += 1
      end = cursor
    }
    return end
  }

  private func isSmallJoin(_ index: Int) -> Bool {
    ["и", "по", "в", "при"].contains(document.text(document.tokens[index].range))
  }

  /// Whether a word may be a genitive by its ending: `наук`, `дел`, `Казахстана`, `сотрудничества`; not a nominative.
  private func isGenitive(_ index: Int) -> Bool {
    guard let key = document.entry(index)?.key, let last = key.last else { return false }
    let text = UTF8Decoding.text(key.suffix(3))
    for ending in ["ого", "его", "ой", "ей", "ых", "их", "ов", "ев", "ия", "ии", "ам", "ям"]
    where text.hasSuffix(ending) { return true }
    // а, я, ы, и, ь; a consonant ends a genitive plural (дел, наук) or an indeclinable name.
    switch last {
    case 0x430, 0x44F, 0x44B, 0x438, 0x44C: return true
    case 0x435, 0x43E, 0x443, 0x44E, 0x439, 0x44D: return false
    default: return true
    }
  }

  /// Passes initials, particles and capitals of the person something is named after.
  private func afterNamedPerson(_ start: Int, _ line: Range<Int>) -> Int {
    var end = start
    while end < line.upperBound {
      let token = document.tokens[end]
      if token.kind == .word,
        document.scalars[token.range].contains(where: { LetterClass.of($0).contains(.upper) })
      {
        end += 1
      } else if token.sign == 0x2E, end > start, document.tokens[end - 1].shape == .initial {
        end += 1
      } else if token.kind == .word, end + 1 < line.upperBound, document.tokens[end + 1].isCapital,
        !classes(end).isDisjoint(with: [.title, .occupation, .particle])
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private mutating func isPersonHere(_ index: Int, _ line: Range<Int>) -> Bool {
    placeReading(index) == nil && personScore(index) >= 4 && index + 1 < line.upperBound
      && isCapital(index + 1) && personScore(index + 1) >= 4
  }

  private func isRussianOrganization(_ start: Int, _ index: Int, _ end: Int) -> Bool {
    let token = document.tokens[index]
    let complement = index + 1..<end
    if complement.contains(where: { classes($0).contains(.namedAfter) }) { return true }
    let hasCapital = complement.contains { document.tokens[$0].isCapital }
    if start < index {
      return token.isCapital || !complement.isEmpty || isStrong(index)
        || (start..<index).contains { !classes($0).isDisjoint(with: [.organizationWord, .people]) }
          && isStrong(index)
    }
    guard token.isCapital else { return false }
    if token.marks.contains(.starts) {
      let words = complement.count { document.tokens[$0].kind == .word }
      return words >= (hasCapital && isStrong(index) ? 1 : 2) && !isPlural(index)
    }
    return !complement.isEmpty
  }

  private func isPlural(_ index: Int) -> Bool {
    guard let key = document.entry(index)?.key else { return false }
    let text = UTF8Decoding.text(key)
    return ["ами", "ями", "ах", "ях", "ам", "ям", "ы"].contains { text.hasSuffix($0) }
  }

  /// Kinds that make a name even in small letters behind an adjective.
  private func isStrong(_ index: Int) -> Bool {
    guard let key = document.entry(index)?.key else { return false }
    let text = UTF8Decoding.text(key)
    return Self.strongKinds.contains { text.hasPrefix($0) }
  }

  private static let strongKinds = [
    "университет", "институт", "академи", "министерств", "театр", "музе", "библиотек", "филармони",
    "консерватори", "организаци", "союз", "содружеств", "обществ", "фонд", "банк", "федераци",
    "дум",
    "совет", "комитет", "ассамбле", "оркестр", "обсерватори", "киностуди", "училищ", "лице",
    "гимнази", "издательств",
    "завод", "комбинат", "ансамбл", "капелл", "академ", "суд", "парти", "арми", "центр",
    "парламент", "сенат", "хор",
  ]
}
