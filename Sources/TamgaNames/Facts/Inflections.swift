internal import TamgaLexicons
internal import TamgaText

/// The endings of number, case and possession that may follow a stem of the lexicons.
struct Inflections: Sendable {
  /// The longest ending, in letters.
  static let longest = 4

  private var index = HashIndex(capacity: 1024)

  init(_ lexicons: Lexicons) {
    lexicons.forEachRow("names/inflections.tsv") { row in
      index.insert(LetterHash.hash(row.foldedLetters(0).span), 0)
    }
  }

  /// Whether the letters are such an ending.
  func contains(_ tail: Span<UInt32>) -> Bool { index.find(LetterHash.hash(tail)) != nil }
}
