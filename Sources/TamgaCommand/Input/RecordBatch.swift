internal import Tamga

/// Some rows of one input, in their order.
struct RecordBatch: Sendable {
  /// One row.
  struct Row: Sendable {
    /// Where the row stands in `bytes`, without its line end; of a JSON object without its closing brace.
    var raw: Range<Int>
    /// The line it begins on, from 1.
    var line: Int
    /// Whether the row could not be read: it is passed through as it stands.
    var isBad = false
    /// How many cells the row lacks.
    var missing = 0
  }

  /// Something a user should know about a line.
  struct Complaint: Sendable {
    var line: Int
    var sentence: String
  }

  /// The input's name, and its text.
  let file: String
  let format: InputFormat
  var bytes: [UInt8]
  var rows: [Row] = []
  /// The wanted columns of every row, by column; empty for lines, whose only column is the row itself.
  var columns: [NameBatch]
  var complaints: [Complaint] = []

  init(file: String, format: InputFormat, bytes: [UInt8], columns: Int) {
    self.file = file
    self.format = format
    self.bytes = bytes
    self.columns = format == .lines ? [] : Array(repeating: NameBatch(), count: columns)
  }

  /// Calls `body` with the name of a row.
  @inline(__always)
  func withName<Value>(_ row: Int, _ body: (Span<UInt8>) throws -> Value) rethrows -> Value {
    guard columns.isEmpty else { return try columns[0].withBytes(row, body) }
    return try body(bytes.span.extracting(rows[row].raw))
  }

  /// The names of all rows.
  var names: NameBatch {
    guard columns.isEmpty else { return columns[0] }
    var names = NameBatch()
    for row in rows { names.append(bytes.span.extracting(row.raw)) }
    return names
  }

  /// The text of a wanted column in a row; empty for lines' further columns.
  func text(_ column: Int, _ row: Int) -> String {
    guard columns.isEmpty else { return columns[column][row] }
    return column == 0 ? String(decoding: bytes[rows[row].raw], as: UTF8.self) : ""
  }

  /// Adds a row that cannot be read.
  mutating func addBad(_ raw: Range<Int>, line: Int, _ sentence: String) {
    rows.append(Row(raw: raw, line: line, isBad: true))
    let none: [UInt8] = []
    for column in columns.indices { columns[column].append(none.span) }
    complaints.append(Complaint(line: line, sentence: sentence))
  }
}
