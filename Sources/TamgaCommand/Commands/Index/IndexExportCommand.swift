public import ArgumentParser
public import Tamga

/// `tamga index export`: an index for other engines.
struct IndexExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write an index for other engines.",
    discussion: """
      jsonl: all there is, an entity a line, sorted by id; can be built from again.
      csv: a spelling a row. openrefine: an entity a row, with aliases and forms.
      solr, elasticsearch: synonym rules, which both engines read.
      postgres: a script for psql; with --output FILE.sql also FILE.syn, a synonym dictionary.
      sqlite-fts: a script for sqlite3; with --output FILE.db the database itself.
      ftm: FollowTheMoney entities in JSON Lines.
      """)

  @OptionGroup var index: IndexArgument

  @Option(name: .customLong("as"), help: ArgumentHelp("The form.", valueName: "form"))
  var format: IndexExport.Format

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How synonyms are written: equivalent (a, b, c), explicit (a, b => canonical) or api "
        + "(the body of Elasticsearch's synonyms API).", valueName: "kind"))
  var synonyms: IndexExport.Synonyms?

  @Option(
    name: .long,
    help: ArgumentHelp("Only person, place, organization or work.", valueName: "type"))
  var type: TypeOption = .auto

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to this file, whole or not at all, instead of standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    FileLimits.becomeErrors()
    let index = try NameIndex(path: index.path)
    let export = IndexExport(format, synonyms: synonyms, type: type.type)
    if format == .sqliteFTS, let output, output != "-", !output.hasSuffix(".sql") {
      try export.writeDatabase(index, to: output)
      return
    }
    var text = try TextOutput(output)
    try export.write(index) { try text.write($0) }
    if format == .postgres, let output, output != "-" {
      let base = output.hasSuffix(".sql") ? String(output.dropLast(4)) : output
      var words = try TextOutput(base + ".syn")
      try export.writeSynonymDictionary(index) { try words.write($0) }
      try words.finish()
    }
    try text.finish()
  }
}

extension IndexExport.Format: ExpressibleByArgument {}
extension IndexExport.Synonyms: ExpressibleByArgument {}
