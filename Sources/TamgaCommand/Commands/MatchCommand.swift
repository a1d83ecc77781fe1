internal import ArgumentParser
internal import Tamga

/// `tamga match`: is this the same name, how sure is that, and why.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Say whether two names are the same, how sure that is, and why.",
    discussion: """
      Two names give one line: both names, the score, the verdict, parted by tabs. The score is \
      the probability that they are of one entity; the verdict is same, ask or different. With \
      --pairs, every row of a file with two columns of names gets columns score and verdict.
      """)

  @Argument(help: ArgumentHelp("The two names.", valueName: "name"))
  var names: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("A file of pairs; - is standard input.", valueName: "file"),
    completion: .file())
  var pairs: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The two columns of --pairs that hold names, parted by a comma (default: the first two).",
      valueName: "names"))
  var columns: String?

  @Flag(name: .long, help: "Say what each pair of parts weighs, and by which rule it is one.")
  var explain = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How careful a verdict is: strict, balanced or broad. A false merge costs 100, 10 or 1 "
        + "missed ones.", valueName: "precision"))
  var precision: PrecisionOption = .balanced

  @OptionGroup var shape: InputShape
  @OptionGroup var output: OutputOptions
  @OptionGroup var lexicon: LexiconOptions

  func validate() throws {
    if pairs == nil, names.count != 2 {
      throw ValidationError("Give two names, or a file of pairs with --pairs.")
    }
    if pairs != nil, !names.isEmpty {
      throw ValidationError("Give two names or --pairs, not both.")
    }
  }

  /// How names are compared.
  private var options: MatchOptions {
    var options = MatchOptions()
    options.precision = precision.precision
    options.type = shape.type.type
    options.explainsSpelling = explain
    return options
  }

  func run() throws {
    try lexicon.install()
    if let pairs {
      try PairStream(
        path: pairs, shape: shape, columns: columns, output: output, options: options,
        explains: explain
      ).run()
      return
    }
    let match = NameMatcher(options).match(names[0], names[1])
    let sink = try OutputSink(output.output)
    var buffer = ByteBuffer()
    if output.json {
      var json = JSONWriter()
      MatchReport(match).write(names[0], names[1], into: &json)
      json.newline()
      json.bytes.withSpan { buffer.append($0) }
    } else {
      MatchReport(match).writeLine(names[0], names[1], into: &buffer)
      if explain { MatchReport(match).writeWaterfall(into: &buffer) }
    }
    try sink.write(buffer)
    try sink.finish()
  }
}

/// The precisions a user can name.
enum PrecisionOption: String, CaseIterable, ExpressibleByArgument {
  case strict, balanced, broad

  /// The precision.
  var precision: MatchPrecision { MatchPrecision(rawValue: rawValue) ?? .balanced }
}
