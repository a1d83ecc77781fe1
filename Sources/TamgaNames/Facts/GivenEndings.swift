internal import TamgaLexicons
internal import TamgaText

/// The second elements of compound given names, by which an unknown word is one: `-бек`, `-gül`.
struct GivenEndings: Sendable {
  private var marks: [NameMarks] = []
  private var index = EndingIndex()

  init(_ lexicons: Lexicons) {
    lexicons.forEachRow("names/given-endings.tsv") { row in
      index.insert(row.foldedLetters(0).span, row: marks.count)
      marks.append(NameMarks.given(row[2], row[1]).union(.ending))
    }
  }

  /// The marks of a word by its ending; none where three letters do not stand before one.
  func find(_ letters: Span<UInt32>) -> NameMarks {
    guard let found = index.longest(letters, stem: 3), found.stem >= 3 else { return [] }
    return marks[found.row]
  }
}
