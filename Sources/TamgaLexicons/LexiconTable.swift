/// A table in key-first, bytewise sorted, tab-separated form, searched in place: nothing is built at start-up.
public struct LexiconTable: Sendable {
  /// The path below `Lexicons/`, or the name of the user's file.
  public let path: String
  /// What the table says of itself.
  public let header: LexiconHeader
  /// The names of its columns; the first is the key.
  public let columns: [String]
  let bytes: LexiconBytes
  let start: Int
  let firstLine: Int

  /// Reads the header; rows are read when they are asked for.
  ///
  /// - Throws: `LexiconError` when the header names no columns.
  public init(path: String, bytes: LexiconBytes) throws(LexiconError) {
    try self.init(path: path, bytes: bytes, defaultColumns: [])
  }

  /// The same with the columns that a table has whose header names none.
  init(path: String, bytes: LexiconBytes, defaultColumns: [String]) throws(LexiconError) {
    let read = try LexiconHeader.read(bytes, path: path)
    let named = read.header.columns
    self.path = path
    self.header = read.header
    self.columns = named.isEmpty ? defaultColumns : named
    self.bytes = bytes
    self.start = read.end
    self.firstLine = read.line
    guard !columns.isEmpty else {
      throw LexiconError(
        file: path, line: 1, fault: "the header names no columns (\"# columns: …\")")
    }
  }

  /// The number of a column.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The number of rows: counted, in linear time.
  public var rowCount: Int {
    bytes.withSpan { span in
      var count = 0
      for index in start..<span.count where span[index] == UInt8(ascii: "\n") { count += 1 }
      return count
    }
  }

  /// Calls `body` with every row, in the order of keys.
  public func forEachRow(_ body: (LexiconRow) throws -> Void) rethrows {
    var position = start
    var line = firstLine
    let count = bytes.count
    while position < count {
      let end = bytes.withSpan { span in
        var end = position
        while end < count, span[end] != UInt8(ascii: "\n") { end += 1 }
        return end
      }
      try body(LexiconRow(bytes: bytes, range: position..<end, line: line))
      position = end + 1
      line += 1
    }
  }

  /// Calls `body` with the bytes of all rows, each with its line feed.
  public func withRows<Value>(_ body: (Span<UInt8>) -> Value) -> Value {
    bytes.withSpan { body($0.extracting(start..<$0.count)) }
  }

  /// All rows, in the order of keys.
  public var rows: [LexiconRow] {
    var rows: [LexiconRow] = []
    forEachRow { rows.append($0) }
    return rows
  }

  /// The row whose key is exactly these UTF-8 bytes: binary search, no allocation.
  public func row(key: Span<UInt8>) -> LexiconRow? {
    let start = start
    let found = bytes.withSpan { span in Self.search(span, from: start, key) }
    return found.map { LexiconRow(bytes: bytes, range: $0, line: 0) }
  }

  /// Binary search for the row of a key: its range.
  private static func search(
    _ span: Span<UInt8>, from start: Int, _ key: Span<UInt8>
  ) -> Range<Int>? {
    var low = start
    var high = span.count
    while low < high {
      var middle = low + (high - low) / 2
      while middle > low, span[middle - 1] != UInt8(ascii: "\n") { middle -= 1 }
      var end = middle
      while end < high, span[end] != UInt8(ascii: "\n") { end += 1 }
      switch compare(span, middle..<end, key) {
      case 0: return middle..<end
      case ..<0: low = min(end + 1, high)
      default: high = middle
      }
    }
    return nil
  }

  /// Where the rows stand whose keys begin with these bytes, in bytes of the table: binary search.
  public func range(prefix: Span<UInt8>) -> Range<Int> {
    bytes.withSpan { span in
      let low = Self.firstRow(span, from: start) { row in Self.order(span, row, prefix) < 0 }
      let high = Self.firstRow(span, from: low) { row in Self.order(span, row, prefix) <= 0 }
      return low..<high
    }
  }

  /// Calls `body` with all bytes of the table; rows are where `range` says.
  @inline(__always)
  public func withBytes<Value>(_ body: (Span<UInt8>) -> Value) -> Value { bytes.withSpan(body) }

  /// The first row at or behind `start` that is not before what is looked for.
  private static func firstRow(
    _ span: Span<UInt8>, from start: Int, isBefore: (Int) -> Bool
  ) -> Int {
    var low = start
    var high = span.count
    while low < high {
      var middle = low + (high - low) / 2
      while middle > low, span[middle - 1] != UInt8(ascii: "\n") { middle -= 1 }
      if isBefore(middle) {
        while middle < high, span[middle] != UInt8(ascii: "\n") { middle += 1 }
        low = min(middle + 1, high)
      } else {
        high = middle
      }
    }
    return low
  }

  /// The order of the row at `row` and a prefix: 0 where the row has it.
  private static func order(_ span: Span<UInt8>, _ row: Int, _ prefix: Span<UInt8>) -> Int {
    for index in 0..<prefix.count {
      guard row + index < span.count else { return -1 }
      let difference = Int(span[row + index]) - Int(prefix[index])
      if difference != 0 { return difference }
    }
    return 0
  }

  /// The row with this key.
  public func row(key: String) -> LexiconRow? {
    let key = Array(key.utf8)
    return row(key: key.span)
  }

  /// Compares the key of the row in `range` with `key`, bytewise: below 0, 0, above 0.
  private static func compare(
    _ span: Span<UInt8>, _ range: Range<Int>, _ key: Span<UInt8>
  ) -> Int {
    var position = range.lowerBound
    var index = 0
    while true {
      let ended = position == range.upperBound || span[position] == UInt8(ascii: "\t")
      if ended { return index == key.count ? 0 : -1 }
      if index == key.count { return 1 }
      if span[position] != key[index] { return Int(span[position]) - Int(key[index]) }
      position += 1
      index += 1
    }
  }
}

/// One row of a table.
public struct LexiconRow: Sendable {
  let bytes: LexiconBytes
  let range: Range<Int>
  /// The line in its file, counting from 1; 0 when the row was found by its key.
  public let line: Int

  /// The whole line.
  public var text: String { bytes.text(range) }

  /// The cells of the row.
  public var cells: [String] {
    text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  /// One cell; empty when the row has no such column.
  public subscript(column: Int) -> String {
    var number = 0
    var low = range.lowerBound
    return bytes.withSpan { span in
      for position in range where span[position] == UInt8(ascii: "\t") {
        if number == column {
          return LexiconBytes.text(span.extracting(low..<position))
        }
        number += 1
        low = position + 1
      }
      guard number == column else { return "" }
      return LexiconBytes.text(span.extracting(low..<range.upperBound))
    }
  }

  /// The values of a cell that holds several, separated by `|`.
  public func values(_ column: Int) -> [String] {
    var values: [String] = []
    forEachValue(column) { values.append(LexiconBytes.text($0)) }
    return values
  }
}
