internal import Tamga

/// Compares the two names of every row of a file, with bounded memory and on all cores.
struct PairStream {
  let path: String
  let shape: InputShape
  let columns: String?
  let output: OutputOptions
  let options: MatchOptions
  let explains: Bool

  func run() throws {
    let chosen = try chosenColumns()
    var source = try RecordSource([path], shape, names: chosen)
    let sink = try OutputSink(output.output)
    let progress = ProgressBar(total: output.quiet ? nil : source.total)
    let report = RowReport(isQuiet: output.quiet, isStrict: shape.strict)
    let names = explains ? ["score", "verdict", "reason", "explanation"] : ["score", "verdict"]
    let rows = RowWriter(
      format: source.format, columns: names, header: source.header, isDetailed: output.json)
    var header = ByteBuffer()
    rows.writeHeader(source.header, into: &header)
    try sink.write(header)
    var counts: [MatchVerdict: Int] = [:]
    while let batch = try source.next() {
      report.add(batch)
      var buffer = ByteBuffer(capacity: 1 << 16)
      let (first, second) = pairs(batch, report)
      if output.json || explains {
        writeDetailed(batch, first, second, rows, &counts, into: &buffer)
      } else {
        let scores = PairScorer.scores(first, second, options)
        for (row, score) in scores.enumerated() {
          counts[score.verdict, default: 0] += 1
          rows.write(
            batch, row,
            cells: [
              .number(score.score, decimals: MatchReport.places(score.score)),
              .text(score.verdict.rawValue),
            ], into: &buffer)
        }
      }
      try sink.write(buffer)
      progress.update(source.position)
    }
    progress.clear()
    try report.finish(
      MatchVerdict.allCases.map { ($0.rawValue, counts[$0] ?? 0) }, of: "pairs")
    try sink.finish()
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
    _ counts: inout [MatchVerdict: Int], into buffer: inout ByteBuffer
  ) {
    let matcher = NameMatcher(options)
    var json = JSONWriter()
    for row in batch.rows.indices {
      let (a, b) = (first[row], second[row])
      let match = matcher.match(a, b)
      counts[match.verdict, default: 0] += 1
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
