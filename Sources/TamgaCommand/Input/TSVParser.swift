internal import Tamga

/// Rows of cells between tabs, without quoting.
struct TSVParser: RecordParser {
  private var columns = ColumnChoice()
  private var cells: [Range<Int>] = []

  mutating func parse(
    _ text: [UInt8], isLast: Bool, line: inout Int, into batch: inout RecordBatch
  ) -> Int {
    var start = 0
    let bytes = text.span
    while let end = LineEnd.next(bytes, from: start, isLast: isLast) {
      split(bytes, start..<end.content)
      var row = RecordBatch.Row(raw: start..<end.content, line: line)
      if cells.count != columns.names.count {
        row.missing = max(0, columns.names.count - cells.count)
        batch.complaints.append(.cells(line, cells.count, columns.names.count))
      }
      batch.rows.append(row)
      for (index, place) in columns.places.enumerated() {
        let range = place < cells.count ? cells[place] : end.content..<end.content
        batch.columns[index].append(bytes.extracting(range))
      }
      line += 1
      start = end.next
    }
    return start
  }

  mutating func readHeader(
    _ text: [UInt8], isLast: Bool, line: inout Int, into batch: inout RecordBatch
  ) -> Int? {
    guard let end = LineEnd.next(text.span, from: 0, isLast: isLast) else { return nil }
    split(text.span, 0..<end.content)
    columns.names = cells.map { String(decoding: text[$0], as: UTF8.self) }
    batch.rows.append(.init(raw: 0..<end.content, line: line))
    line += 1
    return end.next
  }

  mutating func choose(_ wanted: [String?], file: String) throws(CommandError) {
    try columns.choose(wanted, file: file)
  }

  private mutating func split(_ text: Span<UInt8>, _ row: Range<Int>) {
    cells.removeAll(keepingCapacity: true)
    var start = row.lowerBound
    for position in row where text[position] == 0x09 {
      cells.append(start..<position)
      start = position + 1
    }
    cells.append(start..<row.upperBound)
  }
}

extension RecordBatch.Complaint {
  /// A row that has more or fewer cells than the header.
  static func cells(_ line: Int, _ found: Int, _ wanted: Int) -> Self {
    .init(line: line, sentence: "\(found) cells where the header has \(wanted)")
  }
}
