internal import Dispatch
internal import Foundation
internal import Synchronization
internal import Tamga

/// Compares the two names of every row of a file, with bounded memory and on all cores.
struct PairStream {
  let path: String
  let shape: InputShape
  let columns: String?
  let output: OutputOptions
  let options: MatchOptions
  let explains: Bool

  /// A comparer with the rows it makes: one a thread.
  private final class Slot: Sendable {
    struct State: ~Copyable {
      var comparer: PairComparer
      var output = ByteBuffer(capacity: 1 << 16)
      var counts = [Int](repeating: 0, count: MatchVerdict.allCases.count)
    }

    let state: Mutex<State>

    init(_ options: MatchOptions) { state = Mutex(State(comparer: PairComparer(options))) }
  }

  func run() throws {
    let chosen = try chosenColumns()
    var source = try RecordSource([path], shape, names: chosen)
    let sink = try OutputSink(output.output)
    let progress = ProgressBar(total: output.quiet ? nil : source.total)
    let report = RowReport(isQuiet: output.quiet, isStrict: shape.strict)
    let slots = (0..<max(1, ProcessInfo.processInfo.activeProcessorCount)).map { _ in
      Slot(options)
    }
    var writer: RowWriter?
    var counts = [Int](repeating: 0, count: MatchVerdict.allCases.count)
    while let batch = try source.next() {
      for note in source.takeNotes() where !output.quiet { Diagnostics.say(note) }
      let rows = try writer ?? begin(source, sink)
      writer = rows
      report.add(batch)
      let (first, second) = pairs(batch, report)
      if output.json || explains {
        var buffer = ByteBuffer(capacity: 1 << 16)
        writeDetailed(batch, first, second, rows, &counts, into: &buffer)
        try sink.write(buffer)
      } else {
        let parts = min(slots.count, max(1, batch.rows.count / 64))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
          let range = batch.rows.count * part / parts..<batch.rows.count * (part + 1) / parts
          slots[part].state.withLock { state in
            state.output.truncate()
            for row in range { Self.write(batch, row, first, second, rows, &state) }
          }
        }
        for part in 0..<parts {
          try slots[part].state.withLock { try sink.write($0.output) }
        }
      }
      progress.update(source.position)
    }
    if writer == nil { _ = try begin(source, sink) }
    progress.clear()
    for slot in slots {
      slot.state.withLock { state in
        for index in counts.indices { counts[index] += state.counts[index] }
      }
    }
    try report.finish(zip(MatchVerdict.allCases, counts).map { ($0.rawValue, $1) }, of: "pairs")
    try sink.finish()
  }

  /// Writes the header, which is known once the first rows were read.
  private func begin(_ source: RecordSource, _ sink: OutputSink) throws -> RowWriter {
    let names = explains ? ["score", "verdict", "reason", "explanation"] : ["score", "verdict"]
    let rows = RowWriter(
      format: source.format, columns: names, header: source.header, isDetailed: output.json)
    var header = ByteBuffer()
    rows.writeHeader(source.header, into: &header)
    try sink.write(header)
    return rows
  }

  private static func write(
    _ batch: RecordBatch, _ row: Int, _ first: NameBatch, _ second: NameBatch, _ rows: RowWriter,
    _ state: inout Slot.State
  ) {
    let score = first.withBytes(row) { a in
      second.withBytes(row) { b in state.comparer.score(a, b) }
    }
    state.counts[score.verdict.index] += 1
    let places = MatchReport.places(score.score)
    guard rows.format != .jsonl else {
      let cells: [CellValue] = [
        .number(score.score, decimals: places), .text(score.verdict.rawValue),
      ]
      rows.write(batch, row, cells: cells, into: &state.output)
      return
    }
    // Neither value ever needs quotes.
    let separator: UInt8 = rows.format == .csv ? 0x2C : 0x09
    let found = batch.rows[row]
    state.output.append(batch.bytes.span, found.raw)
    for _ in 0..<found.missing + 1 { state.output.append(separator) }
    state.output.append(decimal: score.score, places: places)
    state.output.append(separator)
    state.output.append(score.verdict.rawValue)
    state.output.append(0x0A)
  }

  /// The names of the two columns; nil for the first two.
  private func chosenColumns() throws(CommandError) -> [String?] {
    guard let columns else { return shape.format(of: path) == .jsonl ? ["a", "b"] : [nil, nil] }
    let names = columns.split(separator: ",").map(String.init)
    guard names.count == 2 else {
      throw .usage("--columns needs two names parted by a comma, such as --columns a,b.")
    }
    return names
  }

  /// The two names of each row; in a format without columns a tab parts them.
  private func pairs(_ batch: RecordBatch, _ report: RowReport) -> (NameBatch, NameBatch) {
    guard batch.columns.isEmpty else { return (batch.columns[0], batch.columns[1]) }
    var first = NameBatch()
    var second = NameBatch()
    for row in batch.rows {
      let bytes = batch.bytes.span.extracting(row.raw)
      var tab = bytes.count
      var end = bytes.count
      for index in 0..<bytes.count where bytes[index] == 0x09 {
        if tab == bytes.count { tab = index } else { end = min(end, index) }
      }
      if tab == bytes.count { report.add(batch.file, row.line, "one name where two are needed") }
      first.append(bytes.extracting(0..<tab))
      second.append(bytes.extracting(min(tab + 1, end)..<end))
    }
    return (first, second)
  }

  private func writeDetailed(
    _ batch: RecordBatch, _ first: NameBatch, _ second: NameBatch, _ rows: RowWriter,
    _ counts: inout [Int], into buffer: inout ByteBuffer
  ) {
    let matcher = NameMatcher(options)
    var json = JSONWriter()
    for row in batch.rows.indices {
      let (a, b) = (first[row], second[row])
      let match = matcher.match(a, b)
      counts[match.verdict.index] += 1
      if output.json {
        json.reset()
        MatchReport(match).write(a, b, into: &json)
        json.bytes.withSpan { buffer.append($0) }
        buffer.append(0x0A)
      } else {
        rows.write(
          batch, row,
          cells: [
            .number(match.score, decimals: MatchReport.places(match.score)),
            .text(match.verdict.rawValue), .text(match.reason.rawValue), .text(match.sentence),
          ], into: &buffer)
      }
    }
  }
}

extension MatchVerdict {
  /// A number from 0, in the order of the cases.
  fileprivate var index: Int {
    switch self {
    case .same: 0
    case .ask: 1
    case .different: 2
    }
  }
}
