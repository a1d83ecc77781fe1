internal import ArgumentParser
internal import Dispatch
internal import Foundation
internal import Synchronization
internal import Tamga

/// `tamga extract`: the names in running text.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Find the names in running text.",
    discussion: """
      Every mention becomes a line of JSON: text (as it stands), start and end (in Unicode \
      scalars of the file), type, normalized (the base form), language, file. The text may be \
      in Azerbaijani, Kazakh, Russian and English; each line's language is found.
      """)

  @Argument(
    help: ArgumentHelp("Texts to read; standard input with none, or with -.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The language of the texts where it is known, such as az, kk, ru, en, az-Cyrl or kk-Latn.",
      valueName: "language"))
  var language: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only mentions of this type: person, place, organization, work or auto for all.",
      valueName: "type"))
  var type: TypeOption = .auto

  @OptionGroup var decoding: DecodingOptions

  @OptionGroup var output: OutputOptions
  @OptionGroup var lexicon: LexiconOptions

  @Flag(
    name: .long,
    help: "End with status 65 when a text has ill-formed bytes, and write no output file.")
  var strict = false

  func run() throws {
    try lexicon.install()
    let language = try language.map { tag in
      guard let language = Language(tag: tag) else {
        throw CommandError.usage("\(tag) is no language Tamga knows.")
      }
      return language
    }
    let paths = files.isEmpty ? ["-"] : files
    // Every input is there before any work is done.
    let total = try paths.reduce(Int?.some(0)) { sum, path in
      let size = try TextBlocks(path, decoding.encoding).size
      return sum.flatMap { sum in size.map { sum + $0 } }
    }
    let sink = try OutputSink(output.output)
    let progress = ProgressBar(total: output.quiet ? nil : total)
    let report = RowReport(isQuiet: output.quiet, isStrict: strict)
    var done = 0
    for path in paths {
      var blocks = try TextBlocks(path, decoding.encoding)
      try extract(&blocks, language, sink, report) { progress.update(done + $0) }
      done += blocks.position
    }
    progress.clear()
    try report.finish([("files", paths.count)], of: "mentions")
    try sink.finish()
  }

  /// Writes the mentions of one document, a block a core at a time.
  private func extract(
    _ blocks: inout TextBlocks, _ language: Language?, _ sink: OutputSink, _ report: RowReport,
    _ progress: (Int) -> Void
  ) throws {
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    var noted = false
    while true {
      var batch: [TextBlocks.Block] = []
      while batch.count < cores, let block = try blocks.next() { batch.append(block) }
      if !noted, !output.quiet, let note = blocks.note { Diagnostics.say(note) }
      noted = true
      let invalid = blocks.takeInvalidLines()
      for line in invalid.lines { report.add(blocks.name, line, invalid.sentence) }
      guard !batch.isEmpty else { return }
      let found = Mutex([[Mention]](repeating: [], count: batch.count))
      let work = batch
      DispatchQueue.concurrentPerform(iterations: work.count) { index in
        let mentions = MentionExtractor.shipped.extract(work[index].text, language: language)
        found.withLock { $0[index] = mentions }
      }
      var json = JSONWriter()
      for (block, mentions) in zip(batch, found.withLock({ $0 })) {
        for mention in mentions where type.type.map({ $0 == mention.type }) ?? true {
          write(mention, block.start, blocks.name, &json)
          report.add(rows: 1)
        }
      }
      try sink.write(json.bytes)
      progress(blocks.position)
    }
  }

  private func write(_ mention: Mention, _ start: Int, _ file: String, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("text", mention.text)
    json.member("start", start + mention.range.lowerBound)
    json.member("end", start + mention.range.upperBound)
    json.member("type", mention.type.rawValue)
    json.member("normalized", mention.normalized)
    json.member("language", mention.language?.rawValue)
    json.member("file", file)
    json.endObject()
    json.newline()
  }
}
