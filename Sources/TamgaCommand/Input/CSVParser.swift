internal import Tamga

/// Rows of RFC 4180: cells may be quoted, and then hold commas, quotes and line ends.
struct CSVParser: RecordParser {
  /// A quoted cell longer than this is taken for a quote that was never closed.
  private static let longestCell = 1 << 20

  private var columns = ColumnChoice()
  private var cells: [Cell] = []

  /// One cell: where its content stands, and whether it holds doubled quotes.
  private struct Cell {
    var range: Range<Int>
    var isEscaped = false
  }

  /// How a row ended.
  private enum Ending {
    case complete(content: Int, next: Int, lines: Int)
    /// The text ends before the row does.
    case open
    /// A quote is opened and not closed.
    case unclosed
  }

  mutating func parse(
    _ text: [UInt8], isLast: Bool, line: inout Int, into batch: inout RecordBatch
  ) -> Int {
    var start = 0
    let bytes = text.span
    while start < bytes.count {
      switch read(bytes, from: start, isLast: isLast, honoursQuotes: true) {
      case .open: return start
      case .complete(let content, let next, let lines):
        add(bytes, start..<content, line, into: &batch)
        line += lines
        start = next
      case .unclosed:
        batch.complaints.append(
          .init(line: line, sentence: "a quote is opened and not closed; the line is read without"))
        guard
          case .complete(let content, let next, let lines) = read(
            bytes, from: start, isLast: isLast, honoursQuotes: false)
        else { return start }
        add(bytes, start..<content, line, into: &batch)
        line += lines
        start = next
      }
    }
    return start
  }

  mutating func readHeader(
    _ text: [UInt8], isLast: Bool, line: inout Int, into batch: inout RecordBatch
  ) -> Int? {
    guard !text.isEmpty else { return nil }
    var ending = read(text.span, from: 0, isLast: isLast, honoursQuotes: true)
    if case .unclosed = ending {
      ending = read(text.span, from: 0, isLast: isLast, honoursQuotes: false)
    }
    guard case .complete(let content, let next, let lines) = ending else { return nil }
    columns.names = cells.map { String(decoding: self.content(text.span, $0), as: UTF8.self) }
    batch.rows.append(.init(raw: 0..<content, line: line))
    line += lines
    return next
  }

  mutating func choose(_ wanted: [String?], file: String) throws(CommandError) {
    try columns.choose(wanted, file: file)
  }

  private func add(
    _ text: Span<UInt8>, _ raw: Range<Int>, _ line: Int, into batch: inout RecordBatch
  ) {
    var row = RecordBatch.Row(raw: raw, line: line)
    if cells.count != columns.names.count {
      row.missing = max(0, columns.names.count - cells.count)
      batch.complaints.append(.cells(line, cells.count, columns.names.count))
    }
    batch.rows.append(row)
    for (index, place) in columns.places.enumerated() {
      guard place < cells.count else {
        batch.columns[index].append(text.extracting(raw.upperBound..<raw.upperBound))
        continue
      }
      let cell = cells[place]
      if cell.isEscaped {
        batch.columns[index].append(content(text, cell).span)
      } else {
        batch.columns[index].append(text.extracting(cell.range))
      }
    }
  }

  /// What a cell holds, with doubled quotes as one.
  private func content(_ text: Span<UInt8>, _ cell: Cell) -> [UInt8] {
    var bytes: [UInt8] = []
    var wasQuote = false
    for position in cell.range {
      let byte = text[position]
      if cell.isEscaped, byte == 0x22, !wasQuote {
        wasQuote = true
        continue
      }
      wasQuote = false
      bytes.append(byte)
    }
    return bytes
  }

  /// Where the next comma or line end stands.
  @inline(__always)
  private static func cellEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count, text[position] != 0x2C, text[position] != 0x0A { position += 1 }
    return position
  }

  /// Reads the row that begins at `start` into `cells`.
  private mutating func read(
    _ text: Span<UInt8>, from start: Int, isLast: Bool, honoursQuotes: Bool
  ) -> Ending {
    cells.removeAll(keepingCapacity: true)
    var position = start
    var lines = 1
    while true {
      // A cell begins.
      if honoursQuotes, position < text.count, text[position] == 0x22 {
        let opening = position + 1
        var isEscaped = false
        position = opening
        while true {
          guard position < text.count else {
            return isLast || position - opening > Self.longestCell ? .unclosed : .open
          }
          if text[position] == 0x22 {
            guard position + 1 < text.count, text[position + 1] == 0x22 else { break }
            isEscaped = true
            position += 1
          } else if text[position] == 0x0A {
            lines += 1
          }
          position += 1
        }
        cells.append(Cell(range: opening..<position, isEscaped: isEscaped))
        position += 1
        if position == text.count, !isLast { return .open }
        // What stands between a closing quote and the next comma belongs to no cell, but stays in the row.
        position = Self.cellEnd(text, from: position)
      } else {
        let opening = position
        position = Self.cellEnd(text, from: position)
        var end = position
        if position < text.count, text[position] == 0x0A, end > opening, text[end - 1] == 0x0D {
          end -= 1
        }
        cells.append(Cell(range: opening..<end))
      }
      guard position < text.count else {
        guard isLast else { return .open }
        return .complete(content: position, next: position, lines: lines)
      }
      if text[position] == 0x0A {
        let isCRLF = position > start && text[position - 1] == 0x0D
        return .complete(
          content: isCRLF ? position - 1 : position, next: position + 1, lines: lines)
      }
      position += 1
    }
  }
}
