internal import ArgumentParser
internal import Dispatch
internal import Tamga

/// `tamga search`: which entity is meant?
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find the entities that names may be of.",
    discussion: """
      In any script and spelling, the likeliest first. Tab-separated: query, rank, score (the \
      probability), entity, canonical name, the spelling that matched.
      """)

  @OptionGroup var index: IndexArgument
  @Argument(help: ArgumentHelp("Names to look for.", valueName: "query")) var words: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("A file of names to look for; - is standard input.", valueName: "file"))
  var queries: String?

  @Option(name: .long, help: ArgumentHelp("How many entities at most.", valueName: "count"))
  var limit = 10

  @Option(
    name: .long, help: ArgumentHelp("Leave hits of a lower score out.", valueName: "probability"))
  var minimum = 0.0

  @Flag(name: .long, help: "Only the spelling exactly as it is given.") var exact = false
  @Flag(name: .long, help: "The last word is only begun: what may it become?") var prefix = false
  @Flag(name: .long, help: "Tell what speaks for and against each hit.") var explain = false

  @Option(name: .long, help: "A given name to look for.") var given: String?
  @Option(name: .long, help: "A family name to look for.") var family: String?
  @Option(name: .long, help: "A patronymic to look for.") var patronymic: String?

  @OptionGroup var shape: InputShape
  @OptionGroup var output: OutputOptions
  @OptionGroup var lexicon: LexiconOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is 1 or more.") }
    if exact, prefix { throw ValidationError("--exact and --prefix exclude each other.") }
    if words.isEmpty, queries == nil, parts.isEmpty {
      throw ValidationError("Name what to look for, or a file with --queries.")
    }
  }

  private var parts: [NamePartQuery] {
    var parts: [NamePartQuery] = []
    if let given { parts.append(NamePartQuery(.given, given)) }
    if let patronymic { parts.append(NamePartQuery(.patronymic, patronymic)) }
    if let family { parts.append(NamePartQuery(.family, family)) }
    return parts
  }

  func run() throws {
    try lexicon.install()
    var options = SearchOptions()
    options.mode = exact ? .exact : prefix ? .prefix : .fuzzy
    options.limit = limit
    options.minimum = minimum
    options.type = shape.type.type
    options.explains = explain
    options.parts = parts
    let opened = DispatchTime.now().uptimeNanoseconds
    let index = try NameIndex(path: index.path)
    var searcher = try NameSearcher(index)
    let opening = DispatchTime.now().uptimeNanoseconds - opened
    var run = SearchRun(try TextOutput(output.output), isDetailed: output.json)
    for word in words { try run.search(word, options, &searcher) }
    if words.isEmpty, queries == nil {
      try run.search(parts.map(\.text).joined(separator: " "), options, &searcher)
    }
    if let queries {
      var source = try RecordSource([queries], shape)
      let report = RowReport(isQuiet: true, isStrict: shape.strict)
      while let batch = try source.next() {
        report.add(batch)
        for row in batch.rows.indices { try run.search(batch.text(0, row), options, &searcher) }
      }
      try report.finish([])
    }
    try run.finish(opening: opening, isQuiet: output.quiet)
  }
}

/// Answers queries, and measures how long each takes.
private struct SearchRun {
  private var output: TextOutput
  private let isDetailed: Bool
  private var times: [UInt64] = []
  private var found = 0

  init(_ output: TextOutput, isDetailed: Bool) {
    self.output = output
    self.isDetailed = isDetailed
  }

  mutating func search(
    _ query: String, _ options: SearchOptions, _ searcher: inout NameSearcher
  ) throws {
    let start = DispatchTime.now().uptimeNanoseconds
    let hits = try searcher.search(query, options)
    times.append(DispatchTime.now().uptimeNanoseconds - start)
    if !hits.isEmpty { found += 1 }
    for (number, hit) in hits.enumerated() {
      try output.write(
        isDetailed
          ? Self.object(query, number + 1, hit)
          : Self.line(query, number + 1, hit, options.explains))
    }
  }

  private static func line(
    _ query: String, _ rank: Int, _ hit: SearchHit, _ explains: Bool
  ) -> String {
    var line = ByteBuffer()
    let cells: [CellValue] = [
      .text(query), .integer(rank), .number(hit.score, decimals: 4), .text(hit.entity),
      .text(hit.canonical), .text(hit.matched),
    ]
    for (number, cell) in cells.enumerated() {
      if number > 0 { line.append(0x09) }
      cell.write(tabSeparated: &line)
    }
    if explains {
      line.append(0x09)
      CellValue.text(hit.reasons.joined(separator: "; ")).write(tabSeparated: &line)
    }
    line.append(0x0A)
    return String(decoding: line.array, as: UTF8.self)
  }

  private static func object(_ query: String, _ rank: Int, _ hit: SearchHit) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("query", query)
    json.member("rank", rank)
    json.key("score")
    json.number(hit.score, decimals: 4)
    json.member("entity", hit.entity)
    json.member("type", hit.type.rawValue)
    json.member("canonical", hit.canonical)
    json.member("matched", hit.matched)
    if !hit.reasons.isEmpty { json.member("reasons", hit.reasons) }
    json.endObject()
    return String(decoding: json.bytes.array, as: UTF8.self) + "\n"
  }

  mutating func finish(opening: UInt64, isQuiet: Bool) throws {
    try output.finish()
    guard !isQuiet, !times.isEmpty else { return }
    times.sort()
    func milliseconds(_ nanoseconds: UInt64) -> String {
      var text = ByteBuffer()
      text.append(decimal: Double(nanoseconds) / 1e6, places: 3)
      return String(decoding: text.array, as: UTF8.self) + " ms"
    }
    Diagnostics.say(
      "\(times.count) \(times.count == 1 ? "query" : "queries"), \(found) with an answer; "
        + "per query p50 \(milliseconds(times[times.count / 2])), "
        + "p99 \(milliseconds(times[min(times.count - 1, times.count * 99 / 100)])); "
        + "opened in \(milliseconds(opening))")
  }
}
