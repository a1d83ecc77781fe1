internal import TamgaNames
internal import TamgaText

/// Quick looks at two names of which a word, or nothing, is alike: what two names picked at random are.
extension PersonMatcher {
  /// Whether no word of one name sounds like a word of the other, so that given and family name contradict each other
  /// whatever the rest says. Most words are seen to be far apart without being aligned.
  ///
  /// Two such contradictions outweigh one father, so that the verdict is the same as after a full comparison. Whatever
  /// else may decide, such as initials or compounds, is left to that.
  mutating func haveNothingAlike(
    _ first: PreparedName, _ second: PreparedName, _ table: borrowing TokenTable
  ) -> Bool {
    let (a, b) = (first.parts, second.parts)
    guard (2...4).contains(a.count), (2...4).contains(b.count) else { return false }
    guard first.known.isEmpty || second.known.isEmpty,
      first.numbers.isEmpty || second.numbers.isEmpty,
      first.qualifiers.isEmpty || second.qualifiers.isEmpty
    else { return false }
    guard let x = Self.roles(a), let y = Self.roles(b), x.main == y.main,
      min(x.given, y.given) > 0, min(x.family, y.family) > 0
    else { return false }
    for i in 0..<a.count {
      for j in 0..<b.count {
        switch (a[i].role, b[j].role) {
        case (.patronymic, .patronymic), (.patronymic, .given), (.given, .patronymic): continue
        default: if !areFar(.init(a[i]), .init(b[j]), table) { return false }
        }
      }
    }
    return true
  }

  /// Whether a word that the shorter name stands on sounds like no word of the other: a quick look that saves the full
  /// comparison of most pairs that only share a key.
  mutating func areStrangers(
    _ a: Int, _ b: Int, _ words: borrowing MainWords, _ table: borrowing TokenTable
  ) -> Bool {
    let (first, second) = (words.range(a), words.range(b))
    guard min(first.count, second.count) == 2 else { return false }
    let (short, long) = first.count == 2 ? (first, second) : (second, first)
    for i in short {
      var isAlone = true
      for j in long where isAlone { isAlone = areFar(words.words[i], words.words[j], table) }
      if isAlone { return true }
    }
    return false
  }

  /// How many parts may be given names, may be family names and are one of these; nil where a part is neither they nor a patronymic.
  private static func roles(_ parts: PartList) -> (given: Int, family: Int, main: Int)? {
    var roles = (given: 0, family: 0, main: 0)
    for index in 0..<parts.count {
      switch parts[index].role {
      case .given: roles.given += 1
      case .family: roles.family += 1
      case .unknown:
        roles.given += 1
        roles.family += 1
      case .patronymic: continue
      default: return nil
      }
      roles.main += 1
    }
    return roles
  }

  /// Whether neither two words nor their stems may be spellings of one.
  @inline(__always)
  private mutating func areFar(
    _ a: MainWords.Word, _ b: MainWords.Word, _ table: borrowing TokenTable
  ) -> Bool {
    if a.isJoined || b.isJoined || a.token == b.token { return false }
    // A given name that is a family name in the other order needs more to be one.
    let isSwap = a.isGiven && b.isFamily || a.isFamily && b.isGiven
    let odds = isSwap ? Self.farSwapped : Self.far
    return areFar(a.token, b, odds, table) && (a.other < 0 || areFar(a.other, b, odds, table))
      && (a.another < 0 || areFar(a.another, b, odds, table))
  }

  @inline(__always)
  private mutating func areFar(
    _ token: Int32, _ b: MainWords.Word, _ odds: Float, _ table: borrowing TokenTable
  ) -> Bool {
    areFar(token, b.token, odds, table) && (b.other < 0 || areFar(token, b.other, odds, table))
      && (b.another < 0 || areFar(token, b.another, odds, table))
  }

  @inline(__always)
  private mutating func areFar(
    _ a: Int32, _ b: Int32, _ odds: Float, _ table: borrowing TokenTable
  ) -> Bool {
    comparer.similarity(Int(a), Int(b), table).odds < odds
  }

  /// The odds below which two words contradict each other for certain, in bits.
  private static let far: Float = -4
  /// The same of words that agree only where the order was mistaken.
  private static let farSwapped: Float = -2

  /// The bits of the pairs of parts of such names: fathers are compared, all others contradict each other or say nothing.
  mutating func weighStrangers(
    _ a: PartList, _ b: PartList, _ table: borrowing TokenTable
  ) {
    for i in 0..<a.count {
      for j in 0..<b.count {
        let cell = i * Self.limit + j
        levels[cell] = .contradiction
        switch (a[i].role, b[j].role) {
        case (.patronymic, .patronymic): weigh(a[i], b[j], cell, table)
        case (.patronymic, _), (_, .patronymic): bits[cell] = Self.incomparable
        case (.given, .given): bits[cell] = strangers.given
        case (.family, .family): bits[cell] = strangers.family
        default: bits[cell] = strangers.other
        }
      }
    }
    align(a.count, b.count)
  }
}
