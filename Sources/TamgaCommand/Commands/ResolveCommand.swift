internal import ArgumentParser
internal import Tamga

/// `tamga resolve`: which rows are one entity, and what it is called.
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Bring spellings of one name together.",
    discussion: """
      Adds to every row the id of its entity, the name to call it by and how sure that is. One \
      column is enough; further columns are used when they are named. A line becomes name, \
      entity, canonical name and confidence, separated by tabs. The order of rows does not matter.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var resolving: ResolvingOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var lexicon: LexiconOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write a page with pictures: scores, sizes, weakest merges, questions.", valueName: "file"))
  var report: String?

  func run() throws {
    try lexicon.install()
    var options = try resolving.options()
    options.makesForms = output.json
    options.mostFormed = .max
    var source = try RecordSource(input.inputs, input.shape, columns: evidence.columns)
    let sink = try OutputSink(output.output)
    let page = try report.map { try OutputSink($0) }
    let rows = RowReport(isQuiet: output.quiet, isStrict: input.shape.strict)
    let reader = NameTableReader(input.shape, evidence)
    var batches: [RecordBatch] = []
    var table = NameTable()
    while let batch = try source.next() {
      if batch.format == .lines, !output.json { rows.addTabs(batch) }
      rows.add(batch)
      reader.add(batch, to: &table)
      batches.append(batch)
    }
    let resolution = try Resolver(options).resolve(table)
    let writer = RowWriter(
      format: source.format, columns: ["entity", "canonical", "confidence"],
      header: source.header, isDetailed: output.json)
    try write(batches, resolution, writer, header: source.header, to: sink)
    try page?.write(ResolutionPage(resolution).html)
    try rows.finish(
      [("entities", resolution.entities.count), ("questions", resolution.questions.count)])
    try page?.finish()
    try sink.finish()
  }

  private func write(
    _ batches: [RecordBatch], _ resolution: Resolution, _ writer: RowWriter, header: [UInt8]?,
    to sink: OutputSink
  ) throws {
    var buffer = ByteBuffer(capacity: 1 << 20)
    writer.writeHeader(header, into: &buffer)
    var number = 0
    for batch in batches {
      for row in batch.rows.indices {
        let entity = Int(resolution.assignment[number])
        let found = entity < 0 ? nil : resolution.entities[entity]
        let confidence = Double(resolution.confidence[number])
        if output.json {
          write(batch, row, found, confidence, into: &buffer)
        } else if batch.rows[row].isBad {
          writer.write(batch, row, cells: [], into: &buffer)
        } else {
          writer.write(
            batch, row,
            cells: [
              found.map { .text($0.id) } ?? .none, found.map { .text($0.canonical) } ?? .none,
              found == nil ? .none : .number(confidence, decimals: 4),
            ], into: &buffer)
        }
        number += 1
      }
      try sink.write(buffer)
      buffer.truncate()
    }
    try sink.write(buffer)
  }

  /// One row with its entity in full.
  private func write(
    _ batch: RecordBatch, _ row: Int, _ entity: Entity?, _ confidence: Double,
    into buffer: inout ByteBuffer
  ) {
    var json = JSONWriter()
    json.beginObject()
    json.key("name")
    batch.withName(row) { json.string($0) }
    json.member("entity", entity?.id)
    json.member("canonical", entity?.canonical)
    json.member("confidence", confidence, decimals: 4)
    if let entity {
      json.member("type", entity.type.rawValue)
      json.member("canonical_language", entity.canonicalLanguage?.rawValue)
      json.key("forms")
      json.beginObject()
      for form in entity.forms {
        json.key(form.language.rawValue)
        json.beginObject()
        json.member("form", form.form)
        json.member("status", form.status.rawValue)
        json.member("scheme", form.scheme.isEmpty ? nil : form.scheme)
        json.endObject()
      }
      json.endObject()
      json.member("aliases", entity.aliases)
      json.key("parts")
      json.beginObject()
      for role in Set(entity.parts.map(\.role)).sorted() {
        json.member(role, entity.parts.filter { $0.role == role }.map(\.text))
      }
      json.endObject()
    }
    json.endObject()
    json.bytes.withSpan { buffer.append($0) }
    buffer.append(0x0A)
  }
}
