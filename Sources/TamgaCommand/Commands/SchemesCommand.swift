internal import ArgumentParser
internal import Tamga

/// `tamga schemes`: what ways of writing there are.
struct SchemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemes",
    abstract: "List the transliteration schemes, or show one.",
    subcommands: [SchemesListCommand.self, SchemesShowCommand.self],
    defaultSubcommand: SchemesListCommand.self)
}

/// `tamga schemes list`
struct SchemesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List all schemes by language.")

  @Flag(name: .long, help: "Write JSON Lines with full detail.")
  var json = false

  func run() throws {
    let schemes = SchemeCatalog.shipped.schemes.sorted {
      ($0.language, $0.id) < ($1.language, $1.id)
    }
    for scheme in schemes {
      if json {
        StandardOutput.print(Self.object(scheme))
      } else {
        let reversible = scheme.isReversible ? "reversible" : "not reversible"
        StandardOutput.print(
          [scheme.id, scheme.from, scheme.to, reversible, scheme.title].joined(separator: "\t"))
      }
    }
  }

  static func object(_ scheme: Scheme) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("id", scheme.id)
    writer.key("aliases")
    writer.beginArray()
    for alias in scheme.aliases { writer.string(alias) }
    writer.endArray()
    writer.member("title", scheme.title)
    writer.member("from", scheme.from)
    writer.member("to", scheme.to)
    writer.member("reversible", scheme.isReversible)
    writer.member("inverse", scheme.inverse ?? "")
    writer.member("ascii", scheme.isASCII)
    writer.member("losses", scheme.losses)
    writer.member("source", scheme.source)
    writer.endObject()
    return String(decoding: writer.bytes.array, as: UTF8.self)
  }
}

/// `tamga schemes show`
struct SchemesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a scheme: letters, contexts, losses, source.")

  @Argument(
    help: """
      The scheme, by id or alias; or a table that explanations name, such as models/pair-costs.
      """)
  var id: String

  @Flag(name: .long, help: "Write one JSON object.")
  var json = false

  @Flag(name: .long, help: "Print the rules themselves, in ICU's syntax, as uconv can run them.")
  var rules = false

  func run() throws {
    if id.contains("/") { return try showTable() }
    do throws(SchemeError) {
      try show()
    } catch {
      throw CommandError.usage(error.description)
    }
  }

  /// What a table of the lexicons says of itself.
  private func showTable() throws(CommandError) {
    let table: LexiconTable
    do throws(LexiconError) {
      table = try Lexicons.shipped.table("\(id).tsv")
    } catch {
      throw .usage("There is no table \(id).")
    }
    if json {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("id", id)
      for field in table.header.fields where field.key != "note" {
        writer.member(field.key, field.value)
      }
      writer.endObject()
      return StandardOutput.print(String(decoding: writer.bytes.array, as: UTF8.self))
    }
    let lines = table.header.fields.map { "\($0.key)\t\($0.value)" }
    StandardOutput.print(([id] + lines).joined(separator: "\n"))
  }

  private func show() throws(SchemeError) {
    let catalog = SchemeCatalog.shipped
    let scheme = try catalog.scheme(id)
    if json { return StandardOutput.print(SchemesListCommand.object(scheme)) }
    if rules { return StandardOutput.print((try? catalog.rules(of: scheme)) ?? "") }
    let sheet = try SchemeSheet(scheme)
    StandardOutput.print(
      """
      \(scheme.id): \(scheme.title)
      aliases     \(scheme.aliases.joined(separator: " "))
      direction   \(scheme.from) to \(scheme.to)
      reversible  \(scheme.isReversible ? "yes" : "no")\
      \(scheme.inverse.map { ", back by \($0)" } ?? "")
      ascii       \(scheme.isASCII ? "yes" : "no")
      losses      \(scheme.losses)
      source      \(scheme.source)
      """)
    for note in scheme.notes { StandardOutput.print("note        \(note)") }
    StandardOutput.print("\nletters     \(sheet.letters.joined(separator: "  "))")
    if !sheet.contexts.isEmpty {
      StandardOutput.print("\nin context")
      for context in sheet.contexts { StandardOutput.print("  \(context)") }
    }
    if !sheet.folded.isEmpty {
      StandardOutput.print("\nfolded      \(sheet.folded.joined(separator: "  "))")
    }
  }
}
