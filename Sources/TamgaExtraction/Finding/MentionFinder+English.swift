internal import TamgaNames
internal import TamgaText

/// English names with a kind word: `Baku State University`, `Ministry of Foreign Affairs of Kazakhstan`.
extension MentionFinder {
  mutating func findEnglishThing(_ index: Int, _ found: WordClasses, _ line: Range<Int>) {
    guard document.tokens[index].isCapital else { return }
    // `Lake Balkhash`, `Mount Kazbek`: the kind first.
    var start = capitalsBefore(index, line) { [document] token in
      !document.tokens[token].marks.contains(.possessive) || token + 1 <= index
    }
    start = afterTitles(start..<index)
    var end = index + 1
    var kinds = found
    // A second kind word behind decides: `Olympic Games Committee`, `Nagorno-Karabakh War`.
    while end < line.upperBound, isCapital(end), document.tokens[end].kind == .word {
      let next = classes(end)
      let more: WordClasses = [.organizationKind, .placeKind, .event, .document, .award]
      let isNumeral = document.tokens[end].shape == .upper || document.tokens[end].shape == .initial
      guard !next.isDisjoint(with: more) || isNumeral && kinds.contains(.event) else { break }
      if !next.isDisjoint(with: more) { kinds = next }
      end += 1
    }
    let complete = afterComplement(end, kinds, line)
    // `Heydar Aliyev Center of Zaha Hadid`: two strange words behind a name that is complete are a person’s.
    if start == index || !isStrangePair(end..<complete) { end = complete }
    start = trimmedStart(start..<end)
    let range = start..<end
    if start == index, end == index + 1 {
      if kinds.contains(.organizationKind),
        Self.firstKinds.contains(document.text(document.tokens[index].range)),
        let name = kindFirst(index, line)
      {
        emit(name, .organization)
        return
      }
      if kinds.contains(.placeKind), let place = kindFirst(index, line) { emit(place, .place) }
      return
    }
    if !kinds.isDisjoint(with: [.event, .award])
      || kinds.contains(.document) && !kinds.contains(.organizationKind)
    {
      dismiss(range, kinds)
    } else if placeLength(start, end) == range.count {
      emit(range, .place)
    } else if let type = type(ofKind: kinds) {
      guard !isPlain(range) else { return }
      emit(range, type)
    }
  }

  private mutating func isStrangePair(_ range: Range<Int>) -> Bool {
    let capitals = range.filter { document.tokens[$0].isCapital }
    return capitals.count == 2 && range.count == 3
      && capitals.allSatisfy {
        classes($0).isDisjoint(with: WordClasses.kinds.union([.organizationWord, .people]))
          && placeReading($0) == nil
      }
  }

  /// Kind words that stand first: `Air Astana`, `FC Kairat`.
  private static let firstKinds: Set<String> = [
    "Air", "FC", "FK", "PFC", "BC", "HC", "SC", "CF", "Radio", "Bank",
  ]

  /// `Lake Balkhash`: the range of a kind word with the capitals behind it.
  private mutating func kindFirst(_ index: Int, _ line: Range<Int>) -> Range<Int>? {
    var end = index + 1
    while end < line.upperBound, isCapital(end), end - index < 3 {
      let possessive = document.tokens[end].marks.contains(.possessive)
      end += 1
      if possessive { break }
    }
    return end > index + 1 ? index..<end : nil
  }

  /// Whether nothing but a title, a people and a kind word is there: `Kazakh President`, `State Visit`.
  private func isPlain(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      let found = classes($0)
      return document.tokens[$0].kind != .word || !found.isDisjoint(with: [.title, .common])
    }
  }

  /// Passes titles at the start of a range: `President Nazarbayev` is no part of an organisation, but
  /// `King’s College` is.
  private func afterTitles(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound, !classes(start).isDisjoint(with: [.title, .occupation]),
      classes(start).isDisjoint(with: .nameTitle),
      !document.tokens[start].marks.contains(.possessive)
    {
      start += 1
    }
    return start
  }

  /// Passes `of Foreign Affairs of Kazakhstan`, `for Security and Co-operation in Europe`.
  private mutating func afterComplement(
    _ start: Int, _ kinds: WordClasses, _ line: Range<Int>
  ) -> Int {
    var end = start
    var isLong = false
    while end < line.upperBound, document.tokens[end].kind == .word, follows(end) {
      let word = document.text(document.tokens[end].range)
      var next = end + 1
      switch word {
      case "of", "for", "on", "against": break
      case "in" where isLong || kinds.contains(.organizationKind) && isAbroad(end, start): break
      case "and" where end > start && joins(end, line): break
      default: return end
      }
      if next < line.upperBound, document.text(document.tokens[next].range) == "the" { next += 1 }
      guard next < line.upperBound, isCapital(next), follows(next),
        classes(next).isDisjoint(with: [.calendar, .navigation])
      else { return end }
      isLong = isLong || word == "for"
      let whole = end
      end = next
      while end < line.upperBound, isCapital(end), follows(end),
        classes(end).isDisjoint(with: [.calendar, .navigation])
      {
        let possessive = document.tokens[end].marks.contains(.possessive)
        if end > next, classes(end).contains(.organizationKind),
          placeLength(next, end) == end - next
        {
          return end
        }
        if isPersonHere(end, line) || end == next && classes(end).contains(.nameTitle) {
          guard end > next else { return whole }
          break
        }
        end += 1
        if possessive, classes(end - 1).isDisjoint(with: .organizationKind) { break }
      }
    }
    return end
  }

  /// Whether a person’s name begins at a token inside a complement: `President of Kazakhstan Nursultan Nazarbayev`.
  private mutating func isPersonHere(_ index: Int, _ line: Range<Int>) -> Bool {
    placeReading(index) == nil
      && (personScore(index) >= 5
        || personScore(index) >= 2 && index + 2 < line.upperBound && !isCapital(index + 2))
      && index + 1 < line.upperBound
      && isCapital(index + 1) && placeReading(index + 1) == nil
      && classes(index + 1).isDisjoint(with: .kinds) && classes(index).isDisjoint(with: .kinds)
      && (personScore(index) >= 5 || personScore(index + 1) >= 4)
  }

  /// `Embassy of Azerbaijan in Kazakhstan`.
  private func isAbroad(_ index: Int, _ start: Int) -> Bool {
    guard start > 0, index > start else { return false }
    let kind = document.text(document.tokens[start - 1].range)
    return ["Embassy", "Consulate", "Mission", "Representation", "Office"].contains(kind)
  }

  /// Whether `and` joins two words of one complement (`Arts and Culture`) rather than two names.
  private mutating func joins(_ index: Int, _ line: Range<Int>) -> Bool {
    guard index + 1 < line.upperBound, isCapital(index + 1) else { return false }
    let next = index + 1
    if placeReading(next) != nil || personScore(next) >= 4 { return false }
    if document.entry(index - 1).map({ vocabulary.places.find($0.hash) != nil }) ?? true {
      return false
    }
    // `Ministry of Culture and Baku State University`: a second kind word makes a second name.
    var end = next
    while end < line.upperBound, isCapital(end) {
      if end > next, !classes(end).isDisjoint(with: [.organizationKind, .placeKind]) {
        return false
      }
      end += 1
    }
    return true
  }
}
