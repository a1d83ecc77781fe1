internal import ArgumentParser
internal import Foundation
internal import Tamga

/// A user's own tables, for every command that knows names.
struct LexiconOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicon"),
    help: ArgumentHelp(
      "A table of your own names, laid over one of Tamga’s; may be given several times.",
      discussion: "Its first line says which: # overlays: names/given-az.tsv",
      valueName: "file"),
    completion: .file())
  var files: [String] = []

  /// Lays the tables over Tamga's own for this process; to be called before names are read.
  ///
  /// - Throws: `CommandError` for a file that cannot be read or is not of the form.
  func install() throws(CommandError) {
    guard !files.isEmpty else { return }
    var lexicons = Lexicons.embedded
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw CommandError.noInput(file)
      }
      do {
        lexicons = try lexicons.overlaying(Array(data), named: file)
      } catch {
        throw CommandError.badData(error.description)
      }
    }
    guard Lexicons.install(lexicons) else {
      throw CommandError.failed("Tables of names are in use already; --lexicon comes too late.")
    }
  }
}
