internal import Tamga

/// What a command does with one name, whatever the shape of the input: one value a thread.
protocol NameWorker: SendableMetatype {
  /// The columns it adds to a table, and the fields to an object.
  var columns: [String] { get }

  /// Whether its lines are tables, so that a tab in a name would be taken for the end of a cell.
  var isTabular: Bool { get }

  /// Looks at the first rows of an input, which say what its names have in common; every worker is given the same.
  mutating func survey(_ names: NameBatch)

  /// What it counted, for the closing summary: such as `changed`, in a fixed order.
  var counts: [(label: String, count: Int)] { get }

  /// Adds the line that answers a line, without its end.
  mutating func line(_ name: Span<UInt8>, into output: inout ByteBuffer)

  /// The values of its columns.
  mutating func cells(_ name: Span<UInt8>) -> [CellValue]

  /// Adds one object with full detail.
  mutating func object(_ name: Span<UInt8>, into json: inout JSONWriter)
}

extension NameWorker {
  var isTabular: Bool { true }
  var counts: [(label: String, count: Int)] { [] }

  mutating func survey(_ names: NameBatch) {}

  /// By default the name and its cells, parted by tabs.
  mutating func line(_ name: Span<UInt8>, into output: inout ByteBuffer) {
    output.append(cell: name)
    for cell in cells(name) {
      output.append(0x09)
      cell.write(tabSeparated: &output)
    }
  }

  /// By default the name and its cells.
  mutating func object(_ name: Span<UInt8>, into json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.string(name)
    for (column, cell) in zip(columns, cells(name)) {
      json.key(column)
      cell.write(json: &json)
    }
    json.endObject()
  }
}
