internal import ArgumentParser
internal import Tamga

/// `tamga index add`: more names for an index.
struct IndexAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add names to an index.",
    discussion: """
      Each name goes to the entity it belongs to, or becomes a new one. Entities keep their ids; \
      what was merged is in the history. All or nothing: a crash leaves the index as it was.
      """)

  @OptionGroup var index: IndexArgument
  @OptionGroup var input: InputOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var resolving: ResolvingOptions
  @OptionGroup var lexicon: LexiconOptions
  @Flag(name: .long, help: "The files are running text: find the names in it.")
  var text = false
  @Flag(name: [.short, .long], help: "Say nothing on standard error but what went wrong.")
  var quiet = false

  func run() throws {
    FileLimits.becomeErrors()
    try lexicon.install()
    let report = RowReport(isQuiet: quiet, isStrict: input.shape.strict)
    let editor = try IndexEditor(path: index.path, options: try resolving.options())
    let names = try IndexInputs(
      try IndexInputs.expanded(input.inputs), input.shape, evidence, isText: text, report)
    if input.shape.strict, report.complaints > 0 { try report.finish([]) }
    let change = try editor.add(names.table) { names.mentions($0) }
    try report.finish(Self.counts(change), of: text ? "mentions" : "names")
  }

  static func counts(_ change: IndexChange) -> [(label: String, count: Int)] {
    [
      ("new spellings", change.newSpellings), ("new entities", change.born.count),
      ("grown", change.grown.count), ("merged away", change.merged.count),
      ("split", change.split.count),
    ]
  }
}

/// Says what a change did, one line for each entity.
private enum ChangeText {
  static func print(_ change: IndexChange) {
    for id in change.born { StandardOutput.print("born\t\(id)") }
    for id in change.merged { StandardOutput.print("merged\t\(id)") }
    for id in change.split { StandardOutput.print("split\t\(id)") }
  }
}

/// `tamga index judge`: two spellings are, or are not, the same.
struct IndexJudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Decide whether two spellings are the same name, or take that back.",
    discussion: "The entities concerned are resolved anew; what was judged is always obeyed.")

  /// What can be decided.
  enum Verdict: String, CaseIterable, ExpressibleByArgument {
    case same, different, undo
  }

  @OptionGroup var index: IndexArgument
  @Argument(help: "A spelling, exactly as it is in the index.") var first: String
  @Argument(help: "Another.") var second: String
  @Argument(help: "same, different, or undo to take a judgement back.") var verdict: Verdict
  @OptionGroup var lexicon: LexiconOptions

  func run() throws {
    FileLimits.becomeErrors()
    try lexicon.install()
    let editor = try IndexEditor(path: index.path)
    let change = try editor.judge(
      first, second, isSame: verdict == .undo ? nil : verdict == .same)
    ChangeText.print(change)
  }
}

/// `tamga index merge`: entities that are one.
struct IndexMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make entities one, under the first id.")

  @OptionGroup var index: IndexArgument
  @Argument(help: ArgumentHelp("Two ids or more.", valueName: "id")) var ids: [String]
  @OptionGroup var lexicon: LexiconOptions

  func run() throws {
    FileLimits.becomeErrors()
    try lexicon.install()
    ChangeText.print(try IndexEditor(path: index.path).merge(ids))
  }
}

/// `tamga index split`: an entity that is two.
struct IndexSplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Take spellings out of an entity; they become another.")

  @OptionGroup var index: IndexArgument
  @Argument(help: ArgumentHelp("The id of the entity.", valueName: "id")) var id: String
  @Argument(help: ArgumentHelp("The spellings to take out.", valueName: "name"))
  var names: [String]
  @OptionGroup var lexicon: LexiconOptions

  func run() throws {
    FileLimits.becomeErrors()
    try lexicon.install()
    ChangeText.print(try IndexEditor(path: index.path).split(id, names: names))
  }
}
