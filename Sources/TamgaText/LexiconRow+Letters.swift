package import TamgaLexicons

/// Cells as letters.
extension LexiconRow {
  /// The letters of a cell, as they stand.
  package func letters(_ column: Int) -> [UInt32] { withCell(column, Self.letters) }

  /// The letters of a cell, folded.
  package func foldedLetters(_ column: Int) -> [UInt32] {
    withCell(column) { cell in
      var letters: [UInt32] = []
      letters.reserveCapacity(cell.count)
      FoldedText.append(cell, to: &letters)
      return letters
    }
  }

  /// The letters of each value of a cell that holds several.
  package func letterValues(_ column: Int) -> [[UInt32]] {
    var values: [[UInt32]] = []
    forEachValue(column) { values.append(Self.letters($0)) }
    return values
  }

  private static func letters(_ bytes: Span<UInt8>) -> [UInt32] {
    var letters: [UInt32] = []
    letters.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count { letters.append(UTF8Decoding.next(bytes, &position)) }
    return letters
  }
}
