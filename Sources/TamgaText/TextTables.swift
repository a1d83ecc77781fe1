internal import TamgaLexicons

/// The tables of `Lexicons/text` in the form cleaning uses them, made once.
struct TextTables: Sendable {
  static let shared = TextTables(.shipped)

  /// What a sign stands for.
  enum Sign: UInt8, Sendable {
    case space, invisible, joiner, apostrophe, hyphen, quote
  }

  /// A letter's look-alike in the other script.
  struct Twin: Sendable {
    /// The letter in Latin, or 0.
    var latin: UInt32 = 0
    /// The letter in Cyrillic, or 0.
    var cyrillic: UInt32 = 0
    /// Whether it is replaced only where the rest of the word leaves no doubt.
    var isNear = false
  }

  private let signs: [UInt32: Sign]
  /// The same below `limit`, a byte each: 0 is no sign, else its raw value and one.
  private let lowSigns: [UInt8]
  private let twins: [UInt32: Twin]
  /// The same below `limit`: a number of `twinList`.
  private let lowTwins: [UInt8]
  private let twinList: [Twin]
  private static let limit: UInt32 = 0x2100
  /// Letters typed in the old Azerbaijani fonts, with what they were meant to be.
  let keyboardFont: [UInt32: UInt32]
  /// Words that stay in lower case inside a name.
  private let lowercaseWords: Set<UInt64>
  /// Capital abbreviations that stay in capitals.
  private let abbreviations: Set<UInt64>

  /// What a scalar stands for as a sign; nil for letters and the like.
  @inline(__always)
  func sign(_ scalar: UInt32) -> Sign? {
    if scalar < Self.limit {
      let low = lowSigns[Int(scalar)]
      return low == 0 ? nil : Sign(rawValue: low - 1)
    }
    return signs[scalar]
  }

  /// A letter’s look-alikes; nil where it has none.
  @inline(__always)
  func twin(_ scalar: UInt32) -> Twin? {
    if scalar < Self.limit {
      let low = lowTwins[Int(scalar)]
      return low == 0 ? nil : twinList[Int(low)]
    }
    return twins[scalar]
  }

  init(_ lexicons: Lexicons) {
    var signs: [UInt32: Sign] = [:]
    let kinds: [String: Sign] = [
      "space": .space, "invisible": .invisible, "joiner": .joiner, "apostrophe": .apostrophe,
      "hyphen": .hyphen, "quote": .quote,
    ]
    lexicons.forEachRow("text/signs.tsv") { row in
      if let code = UInt32(row[0].dropFirst(2), radix: 16) { signs[code] = kinds[row[1]] }
    }
    var twins: [UInt32: Twin] = [:]
    lexicons.forEachRow("text/lookalikes.tsv") { row in
      guard let letter = Self.scalar(row[0]) else { return }
      var twin = Twin(isNear: row[3] == "near")
      let others = row.values(2).map { Self.scalar($0) ?? 0 }
      switch row[1] {
      case "Latn": twin.cyrillic = others.first ?? 0
      case "Cyrl": twin.latin = others.first ?? 0
      default:
        twin.latin = others.first ?? 0
        twin.cyrillic = others.count > 1 ? others[1] : 0
      }
      twins[letter] = twin
    }
    var keyboardFont: [UInt32: UInt32] = [:]
    lexicons.forEachRow("text/keyboard-font.tsv") { row in
      if let typed = Self.scalar(row[0]), let meant = Self.scalar(row[1]) {
        keyboardFont[typed] = meant
      }
    }
    var lowercaseWords: Set<UInt64> = []
    lexicons.forEachRow("text/lowercase-words.tsv") {
      lowercaseWords.insert(Self.hash($0.letters(0)))
    }
    var abbreviations: Set<UInt64> = []
    lexicons.forEachRow("organizations/abbreviations.tsv") {
      abbreviations.insert(Self.hash($0.letters(0)))
    }
    lexicons.forEachRow("organizations/legal-forms.tsv") { row in
      for column in 2...5 {
        row.forEachValue(column) { value in
          if let hash = Self.hash(ofCapitals: value) { abbreviations.insert(hash) }
        }
      }
    }
    self.signs = signs
    self.twins = twins
    var lowSigns = [UInt8](repeating: 0, count: Int(Self.limit))
    for (scalar, sign) in signs where scalar < Self.limit {
      lowSigns[Int(scalar)] = sign.rawValue + 1
    }
    self.lowSigns = lowSigns
    var lowTwins = [UInt8](repeating: 0, count: Int(Self.limit))
    var twinList = [Twin()]
    for (scalar, twin) in twins.sorted(by: { $0.key < $1.key })
    where scalar < Self.limit && twinList.count < 256 {
      lowTwins[Int(scalar)] = UInt8(twinList.count)
      twinList.append(twin)
    }
    self.lowTwins = lowTwins
    self.twinList = twinList
    self.keyboardFont = keyboardFont
    self.lowercaseWords = lowercaseWords
    self.abbreviations = abbreviations
  }

  /// Whether a word in small letters stays in them inside a name.
  func isLowercaseWord(_ word: some Sequence<UInt32>) -> Bool {
    lowercaseWords.contains(Self.hash(word))
  }

  /// Whether a word in capitals is a known abbreviation.
  func isAbbreviation(_ word: some Sequence<UInt32>) -> Bool {
    abbreviations.contains(Self.hash(word))
  }

  /// A word as a number: of the few hundred words of these tables no two share one, which a test asserts by size.
  @inline(__always)
  private static func hash(_ word: some Sequence<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in word { hash = step(hash, scalar) }
    return hash ^ hash >> 29
  }

  @inline(__always)
  private static func step(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
    (hash ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The hash of a word of two capitals or more; nil for any other.
  private static func hash(ofCapitals word: Span<UInt8>) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var position = 0
    var count = 0
    while position < word.count {
      let scalar = UTF8Decoding.next(word, &position)
      guard CodePoints.shared[scalar].contains(.upper) else { return nil }
      hash = step(hash, scalar)
      count += 1
    }
    return count >= 2 ? hash ^ hash >> 29 : nil
  }

  private static func scalar(_ text: String) -> UInt32? {
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first?.value : nil
  }
}
