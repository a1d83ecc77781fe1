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

  let signs: [UInt32: Sign]
  let twins: [UInt32: Twin]
  /// Letters typed in the old Azerbaijani fonts, with what they were meant to be.
  let keyboardFont: [UInt32: UInt32]
  /// Words that stay in lower case inside a name.
  let lowercaseWords: Set<String>
  /// Capital abbreviations that stay in capitals.
  let abbreviations: Set<String>

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
    var lowercaseWords: Set<String> = []
    lexicons.forEachRow("text/lowercase-words.tsv") { lowercaseWords.insert($0[0]) }
    var abbreviations: Set<String> = []
    lexicons.forEachRow("organizations/abbreviations.tsv") { abbreviations.insert($0[0]) }
    lexicons.forEachRow("organizations/legal-forms.tsv") { row in
      for column in 2...5 {
        for value in row.values(column) where Self.isCapitals(value) {
          abbreviations.insert(value)
        }
      }
    }
    self.signs = signs
    self.twins = twins
    self.keyboardFont = keyboardFont
    self.lowercaseWords = lowercaseWords
    self.abbreviations = abbreviations
  }

  private static func scalar(_ text: String) -> UInt32? {
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first?.value : nil
  }

  private static func isCapitals(_ text: String) -> Bool {
    text.unicodeScalars.count >= 2
      && text.unicodeScalars.allSatisfy { CodePoints.shared[$0.value].contains(.upper) }
  }
}
