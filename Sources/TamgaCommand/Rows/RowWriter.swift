internal import Tamga

/// Writes rows in the shape of the input with what a command adds to each.
struct RowWriter: Sendable {
  let format: InputFormat
  /// The columns the command adds, by names that the input does not have yet.
  let columns: [String]
  /// Whether every row becomes an object with full detail.
  let isDetailed: Bool

  /// - Parameter header: the input's header, for csv and tsv.
  init(format: InputFormat, columns: [String], header: [UInt8]?, isDetailed: Bool) {
    self.format = format
    self.isDetailed = isDetailed
    let separator: UInt8 = format == .csv ? 0x2C : 0x09
    let taken = Set(
      (header ?? []).split(separator: separator).map { cell in
        String(decoding: cell.filter { $0 != 0x22 }, as: UTF8.self)
      })
    self.columns = columns.map { taken.contains($0) ? "tamga_\($0)" : $0 }
  }

  /// Adds the header of the output.
  func writeHeader(_ header: [UInt8]?, into output: inout ByteBuffer) {
    guard let header, !isDetailed else { return }
    output.append(contentsOf: header)
    for column in columns {
      output.append(format == .csv ? 0x2C : 0x09)
      output.append(column)
    }
    output.append(0x0A)
  }

  /// Adds a row with its values.
  func write(
    _ batch: RecordBatch, _ row: Int, cells: [CellValue], into output: inout ByteBuffer
  ) {
    let found = batch.rows[row]
    output.append(batch.bytes.span, found.raw)
    switch format {
    case .lines, .tsv:
      for _ in 0..<found.missing { output.append(0x09) }
      for cell in cells {
        output.append(0x09)
        cell.write(tabSeparated: &output)
      }
    case .csv:
      for _ in 0..<found.missing { output.append(0x2C) }
      for cell in cells {
        output.append(0x2C)
        cell.write(csv: &output)
      }
    case .jsonl:
      guard !found.isBad else { break }
      var json = JSONWriter()
      json.beginObject()
      for (column, cell) in zip(columns, cells) {
        json.key(column)
        cell.write(json: &json)
      }
      json.endObject()
      let isEmpty = batch.bytes[found.raw].allSatisfy { $0 == 0x20 || $0 == 0x7B }
      if !isEmpty { output.append(0x2C) }
      json.bytes.withSpan { output.append($0, 1..<$0.count) }
    }
    output.append(0x0A)
  }

  /// Adds one row that a worker answers.
  @inline(__always)
  func write<Worker: NameWorker>(
    _ batch: RecordBatch, _ row: Int, _ worker: inout Worker, _ json: inout JSONWriter,
    into output: inout ByteBuffer
  ) {
    if isDetailed {
      json.reset()
      batch.withName(row) { worker.object($0, into: &json) }
      json.bytes.withSpan { output.append($0) }
      output.append(0x0A)
    } else if format == .lines {
      batch.withName(row) { worker.line($0, into: &output) }
      output.append(0x0A)
    } else if batch.rows[row].isBad {
      write(batch, row, cells: [], into: &output)
    } else {
      let cells = batch.withName(row) { worker.cells($0) }
      write(batch, row, cells: cells, into: &output)
    }
  }
}
