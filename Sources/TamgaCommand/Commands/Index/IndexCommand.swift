internal import ArgumentParser
internal import Tamga

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// `tamga index`: makes canonical name indexes and keeps them.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Make a canonical name index, and keep it.",
    discussion: """
      An index is one file: a SQLite database of entities with all their spellings, a canonical \
      name and forms in Azerbaijani, Kazakh, Russian and English.
      """,
    subcommands: [
      IndexBuildCommand.self, IndexAddCommand.self, IndexShowCommand.self, IndexStatsCommand.self,
      IndexVerifyCommand.self, IndexExportCommand.self, IndexJudgeCommand.self,
      IndexMergeCommand.self, IndexSplitCommand.self, IndexHistoryCommand.self,
    ])
}

/// The index that a command reads or changes.
struct IndexArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The index, as \"tamga index build\" made it.", valueName: "index"),
    completion: .file(extensions: ["tamga"]))
  var path: String
}

extension IndexError {
  /// The exit status, as `sysexits.h` has them.
  var status: Int32 {
    switch self {
    case .missing: 66
    case .notAnIndex, .otherFormat, .otherRules, .damaged, .record: 65
    case .cannotWrite, .full: 73
    case .busy, .noEntity, .noVariant, .contradiction: 1
    }
  }
}

/// What the system does to a process that writes too much.
enum FileLimits {
  /// A limit on the size of files becomes an error of the write, which can be told, and not the end of the process.
  static func becomeErrors() { signal(SIGXFSZ, SIG_IGN) }
}

/// Text for standard output or a file, gathered to write less often.
struct TextOutput {
  private let sink: OutputSink
  private var buffer = ""
  private var count = 0

  init(_ path: String?) throws { sink = try OutputSink(path) }

  /// Adds a text.
  mutating func write(_ text: String) throws {
    buffer += text
    count += text.utf8.count
    if count > 1 << 16 { try flush() }
  }

  private mutating func flush() throws {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Writes the rest, and puts a file in its place.
  mutating func finish() throws {
    try flush()
    try sink.finish()
  }
}
