internal import TamgaLexicons
internal import TamgaText

/// The endings by which a made-up word is known for a company’s name: `-bank`, `-нефть`.
struct OrganizationEndings: Sendable {
  private var index = EndingIndex()

  init(_ lexicons: Lexicons) {
    lexicons.forEachRow("organizations/endings.tsv") { row in
      index.insert(row.foldedLetters(0).span, row: 0)
    }
  }

  /// Whether the word has such an ending behind two letters or more.
  func end(_ letters: Span<UInt32>) -> Bool {
    guard let found = index.longest(letters, stem: 2) else { return false }
    return found.stem >= 2
  }
}
