public import ArgumentParser
internal import Tamga

/// The command `tamga` with all it can do.
public struct RootCommand: ParsableCommand {
  /// Its help.
  public static let configuration = CommandConfiguration(
    commandName: "tamga",
    abstract: "Says which spellings are the same name.",
    discussion: """
      For persons, places, organisations and titles of works in Azerbaijani, Kazakh and Russian, \
      in every script, and in romanisations of them.

      Input is a file or standard input: a name a line, CSV, TSV or JSON Lines. Output goes to \
      standard output, everything else to standard error.

      Exit status: 0 done; 1 failed; 64 wrong usage; 65 bad data, with --strict; 66 no such input; \
      73 cannot write; 74 input or output error.
      """,
    version: "tamga \(Version.text)",
    groupedSubcommands: [
      CommandGroup(
        name: "Names",
        subcommands: [
          NormalizeCommand.self,
          DetectCommand.self,
          TransliterateCommand.self,
          SchemesCommand.self,
          ParseCommand.self,
          MatchCommand.self,
        ]),
      CommandGroup(
        name: "Many names",
        subcommands: [
          ResolveCommand.self,
          IndexCommand.self,
          SearchCommand.self,
          ExtractCommand.self,
          EvaluateCommand.self,
        ]),
    ])

  /// A command without options.
  public init() {}

  /// Runs the command line and gives its exit status; what goes wrong is said on standard error.
  public static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let error as CommandError {
      Diagnostics.say(error.description)
      return error.status
    } catch let error as IndexError {
      Diagnostics.say(error.description)
      return error.status
    } catch let error as ResolutionError {
      Diagnostics.say(error.description)
      return 65
    } catch is BrokenPipe {
      // Whoever reads the output has seen enough.
      return 0
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if !message.isEmpty {
        if status.isSuccess { StandardOutput.print(message) } else { Diagnostics.print(message) }
      }
      return status.rawValue
    }
  }
}
