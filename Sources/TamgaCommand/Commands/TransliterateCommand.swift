internal import ArgumentParser
internal import Tamga

/// `tamga transliterate`: names in another script or orthography.
struct TransliterateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transliterate",
    abstract: "Write names in another script or orthography.",
    discussion: """
      With --scheme one scheme is followed to the letter. With --to the languages decide: the \
      source is told from each name's letters unless --from names it, and --system and --via \
      choose among the ways. --n-best restores the spellings a name may have had, best first.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A scheme by id or alias, such as ru-icao; see tamga schemes.", valueName: "id"))
  var scheme: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "az-Latn, az-Cyrl, az-Arab, kk-Cyrl, kk-Latn, kk-Arab, ru or en.", valueName: "language"))
  var to: LanguageOption?

  @Option(
    name: .long,
    help: ArgumentHelp("The language the names are in.", valueName: "language"))
  var from: LanguageOption?

  @Option(
    name: .long,
    help: ArgumentHelp("A language to pass through, such as ru.", valueName: "language"))
  var via: LanguageOption?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The scheme to prefer on the way, such as icao, bgn or 2018.", valueName: "system"))
  var system: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Give this many candidates, best first.", valueName: "count"))
  var nBest: Int?

  @Flag(name: .long, help: "Add what of each name cannot be brought back.")
  var report = false

  @Flag(name: .long, help: "Add every scheme on the way, with what it made.")
  var explain = false

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (scheme == nil) == (to == nil) {
      throw ValidationError("Name either --scheme or --to.")
    }
    if scheme != nil, from != nil || via != nil || system != nil || nBest != nil {
      throw ValidationError("--from, --via, --system and --n-best go with --to.")
    }
    if let nBest, !(1...100).contains(nBest) {
      throw ValidationError("--n-best takes 1 to 100.")
    }
  }

  func run() throws {
    do {
      if let scheme {
        let transliterator = try Transliterator(scheme)
        try RowStream(input, output).run {
          SchemeWorker(transliterator, isReporting: report, isExplaining: explain)
        }
      } else if let to {
        let router = try TransliterationRouter(
          to: to.language, from: from?.language, system: system, via: via?.language)
        let nBest = nBest
        try RowStream(input, output).run {
          RouteWorker(router, count: nBest, isReporting: report, isExplaining: explain)
        }
      }
    } catch let error as SchemeError {
      throw CommandError.usage(error.description)
    }
  }
}

/// A language a user can name, with its script.
struct LanguageOption: ExpressibleByArgument {
  let language: Language

  init?(argument: String) {
    guard let language = Language(tag: argument) else { return nil }
    self.language = language
  }

  static var allValueStrings: [String] {
    ["az-Latn", "az-Cyrl", "az-Arab", "kk-Cyrl", "kk-Latn", "kk-Arab", "ru", "en"]
  }
}
