public import ArgumentParser
internal import Foundation
public import Tamga

/// `tamga index build`: the whole way from names or documents to an index.
struct IndexBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make an index of names.",
    discussion: """
      Reads lists of names, or with --text documents, brings spellings of one name together and \
      writes them to one file. A folder stands for the lists in it. The JSON Lines of \
      "tamga index export --as jsonl" are taken as they are, ids included.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var resolving: ResolvingOptions
  @OptionGroup var lexicon: LexiconOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The index to write, whole or not at all.", valueName: "index"))
  var output: String

  @Flag(name: .long, help: "The files are running text: find the names in it.")
  var text = false

  @Flag(name: [.short, .long], help: "Say nothing on standard error but what went wrong.")
  var quiet = false

  func run() throws {
    FileLimits.becomeErrors()
    try lexicon.install()
    let temporary = NameIndex.temporaryPath(for: output)
    Interruption.remember(temporary)
    defer { Interruption.forget(temporary) }
    let report = RowReport(isQuiet: quiet, isStrict: input.shape.strict)
    let inputs = try IndexInputs.expanded(input.inputs)
    if !text, let content = try IndexInputs.records(inputs, input.shape) {
      try NameIndex.build(content, to: output)
      try report.finish([("entities", content.entities.count)], of: "names from an export")
      return
    }
    let names = try IndexInputs(inputs, input.shape, evidence, isText: text, report)
    let options = try resolving.options()
    let resolution = try Resolver(options).resolve(names.table)
    var content = IndexContent(resolution)
    content.judgements = options.judgements
    content.mentions = names.mentions(resolution)
    try NameIndex.build(content, to: output)
    let spellings = resolution.entities.reduce(0) { $0 + $1.variants.count }
    try report.finish(
      [("spellings", spellings), ("entities", resolution.entities.count)],
      of: text ? "mentions" : "names")
  }
}

/// How names are brought together.
struct ResolvingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("How careful a merge is: strict, balanced or broad.", valueName: "level"))
  var precision: ResolutionOptions.Precision = .balanced

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file of judgements, which are always obeyed: two names and same or different, "
        + "separated by tabs.", valueName: "file"))
  var judgements: String?

  /// The options.
  func options() throws -> ResolutionOptions {
    var options = ResolutionOptions()
    options.precision = precision
    if let judgements { options.judgements = try JudgementFile.read(judgements) }
    return options
  }
}

extension ResolutionOptions.Precision: ExpressibleByArgument {}

/// Reads judgements.
enum JudgementFile {
  static func read(_ path: String) throws -> Judgements {
    _ = try Descriptor.reading(path)
    do {
      let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      return try Judgements(tsv: text, file: path)
    } catch let error as ResolutionError {
      throw error
    } catch {
      throw CommandError.unreadable(path, reason: "it is not UTF-8")
    }
  }
}
