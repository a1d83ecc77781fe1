internal import ArgumentParser
internal import Foundation
internal import Tamga

/// `tamga evaluate`: how good matching and resolution are on names whose entities are known.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure matching and resolution against a gold file.",
    discussion: """
      A gold file holds one entity a line: {"id":…,"type":…,"names":[{"name":…,"lang":…},…]}. For \
      each pair of languages with ten names or more: the share of names whose own entity scores \
      highest among all names of the other language; precision, recall and F1 of the verdict same \
      over true pairs and ten times as many false ones, half of them the nearest; and B-cubed of \
      all names resolved as one column. Names that meta.sim says are no spellings of each other, \
      and places that have namesakes, are not looked for.
      """)

  @Argument(
    help: ArgumentHelp("Gold files.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file of judged pairs with columns a, b, type, truth, phenomenon, and split where there "
        + "is one.", valueName: "file"), completion: .file())
  var pairs: String?

  @Option(name: .long, help: ArgumentHelp("Only the pairs of this split.", valueName: "name"))
  var split: String?

  @Flag(name: .long, help: "Measure blocking: candidate pairs for each name, and recall.")
  var blocking = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Names, one a line, among which --blocking has to find those of the gold file.",
      valueName: "file"), completion: .file())
  var among: String?

  @Flag(name: .long, inversion: .prefixedNo, help: "Resolve all names for B-cubed.")
  var clusters = true

  @Option(
    name: .long,
    help: ArgumentHelp("How careful a verdict is: strict, balanced or broad.", valueName: "name"))
  var precision: PrecisionOption = .balanced

  @Flag(name: .long, help: "Write one JSON object instead of a table.")
  var json = false

  @OptionGroup var lexicon: LexiconOptions

  func validate() throws {
    if files.isEmpty, pairs == nil { throw ValidationError("Name a gold file, or --pairs.") }
  }

  func run() throws {
    try lexicon.install()
    var options = Evaluator.Options()
    options.match.precision = precision.precision
    options.resolves = clusters
    options.measuresBlocking = blocking
    if let among { options.among = try GoldFile(among).names() }
    let evaluator = Evaluator(options)
    var entities: [GoldEntity] = []
    for file in files { entities += try GoldFile(file).entities() }
    var report: EvaluationReport
    do {
      report = try evaluator.evaluate(entities)
    } catch {
      throw CommandError.failed("\(error)")
    }
    if let pairs { report.judged = evaluator.judge(try GoldFile(pairs).pairs(split: split)) }
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      StandardOutput.print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } else {
      StandardOutput.print(EvaluationTable(report).text)
    }
  }
}
