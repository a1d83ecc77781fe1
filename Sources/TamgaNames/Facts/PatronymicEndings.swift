internal import TamgaLexicons
internal import TamgaText

/// The endings of patronymics and how the father’s name is made.
struct PatronymicEndings: Sendable {
  struct Row: Sendable {
    var tradition: PatronymicClass
    var isFemale: Bool
    /// What makes it a patronymic, as the parser reports it: `-ович`, `oğlu`.
    var marker: String
    /// Numbers of tails to try behind a stem that ends in a vowel, a consonant, a sibilant.
    var tails: [[UInt16]]
  }

  private(set) var rows: [Row] = []
  /// What may follow the stem in the father’s base name; number 0 is nothing.
  private(set) var tails: [[UInt32]] = [[]]
  private(set) var index = EndingIndex()

  init(_ lexicons: Lexicons) {
    lexicons.forEachRow("names/patronymic-endings.tsv") { row in
      guard let tradition = PatronymicClass(tag: row[1]) else { return }
      let columns = (4...6).map { column in
        row.letterValues(column).map { value in tail(value == [0x2D] ? [] : value) }
      }
      index.insert(row.foldedLetters(0).span, row: rows.count)
      rows.append(
        Row(tradition: tradition, isFemale: row[2] == "f", marker: row[3], tails: columns))
    }
  }

  /// The number of a tail.
  mutating func tail(_ letters: [UInt32]) -> UInt16 {
    if let known = tails.firstIndex(of: letters) { return UInt16(known) }
    tails.append(letters)
    return UInt16(tails.count - 1)
  }

  /// The tails to try behind a stem.
  func candidates(_ row: Row, stem: Span<UInt32>) -> [UInt16] {
    guard stem.count > 0 else { return row.tails[0] }
    let last = stem[stem.count - 1]
    if Self.isVowel(last) { return row.tails[0] }
    let isSibilant =
      switch last {
      case 0x448, 0x436, 0x447, 0x449, 0x446, 0x15F, 0xE7, 0x161, 0x17E, 0x10D: true
      case 0x68: stem.count > 1 && [0x73, 0x63, 0x7A].contains(stem[stem.count - 2])
      default: false
      }
    return row.tails[isSibilant ? 2 : 1]
  }

  static func isVowel(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x259, 0x131, 0xF6, 0xFC, 0xE4, 0x16B: true
    case 0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F: true
    case 0x4D9, 0x4E9, 0x4AF, 0x4B1, 0x456: true
    default: false
    }
  }
}
