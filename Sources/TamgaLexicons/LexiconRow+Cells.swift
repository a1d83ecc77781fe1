/// Cells as bytes: what is read before a first answer is read without a `String`.
extension LexiconRow {
  /// Calls `body` with the bytes of one cell; with none when the row has no such column.
  public func withCell<Value>(_ column: Int, _ body: (Span<UInt8>) -> Value) -> Value {
    bytes.withSpan { span in
      var number = 0
      var low = range.lowerBound
      for position in range where span[position] == UInt8(ascii: "\t") {
        if number == column { return body(span.extracting(low..<position)) }
        number += 1
        low = position + 1
      }
      return body(span.extracting((number == column ? low : range.upperBound)..<range.upperBound))
    }
  }

  /// The first value of a cell that begins with `prefix`, without it; nil where there is none.
  public func firstValue(_ column: Int, after prefix: String = "") -> String? {
    let wanted = prefix.utf8
    let count = wanted.count
    var found: String?
    forEachValue(column) { value in
      guard found == nil, value.count >= count else { return }
      for (index, byte) in wanted.enumerated() where value[index] != byte { return }
      found = LexiconBytes.text(value.extracting(count..<value.count))
    }
    return found
  }

  /// Calls `body` with the bytes of each value of a cell that holds several, separated by `|`.
  public func forEachValue(_ column: Int, _ body: (Span<UInt8>) -> Void) {
    withCell(column) { cell in
      var low = 0
      for position in 0...cell.count
      where position == cell.count || cell[position] == UInt8(ascii: "|") {
        if position > low { body(cell.extracting(low..<position)) }
        low = position + 1
      }
    }
  }
}
