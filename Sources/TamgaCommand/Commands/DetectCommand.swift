internal import ArgumentParser
internal import Tamga

/// `tamga detect`: the language of every name.
struct DetectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Tell the script and the language of names.",
    discussion: """
      Tab-separated: name, script, language, confidence (the probability), scheme. The language is \
      empty where its probability is below \(LanguageDetector.confidence); --json gives all \
      candidates. Where most names of an input are of one language, that counts for the others \
      too. The scheme is the likeliest that wrote the name: an order of Kazakh in Latin letters, or \
      one that made an English spelling of Russian. --language says whose names the Latin \
      spellings are, and the scheme is told among those of that language.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The language behind Latin spellings: az, kk or ru.", valueName: "language"))
  var language: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let language, !["az", "kk", "ru"].contains(language) {
      throw ValidationError("--language takes az, kk or ru.")
    }
  }

  func run() throws {
    let known = language.flatMap { Language(tag: $0 == "kk" ? "kk-Latn" : $0) }
    try RowStream(input, output).run { DetectWorker(known) }
  }
}

/// Tells languages.
private struct DetectWorker: NameWorker {
  let columns = ["script", "language", "confidence", "scheme"]
  private let detector = LanguageDetector.shipped
  private let cleaner = NameCleaner()
  private var undecided = 0
  /// What most names of the input are in.
  private var common: Language?
  /// The language behind Latin spellings, where the user says so.
  private let known: Language?

  init(_ known: Language?) { self.known = known }

  var counts: [(label: String, count: Int)] { [("undecided", undecided)] }

  mutating func survey(_ names: NameBatch) { common = detector.language(ofColumn: names) }

  private mutating func detect(_ name: Span<UInt8>) -> (text: String, found: DetectedLanguage) {
    let given = String(decoding: (0..<name.count).map { name[$0] }, as: UTF8.self)
    let text = cleaner.clean(given).text
    var found = detector.detect(text)
    if let common { found = found.inColumn(of: common) }
    if found.language == nil { undecided += 1 }
    return (text, found)
  }

  /// The schemes that may have written the name, likeliest first.
  private func schemes(_ text: String, _ found: DetectedLanguage) -> [SchemeDetector.Guess] {
    if let known {
      return found.script == .latin ? SchemeDetector.shipped.rank(text, language: known) : []
    }
    switch found.language {
    // Without a letter of its own an Azerbaijani form may be a romanised Russian one as well.
    case .azLatn where found.confidence < 0.9 && text.utf8.allSatisfy { $0 < 0x80 }:
      return SchemeDetector.shipped.rank(text, language: .ru)
    case .kkLatn: return SchemeDetector.shipped.rank(text, language: .kkLatn)
    case .en: return SchemeDetector.shipped.rank(text, language: .ru)
    default: return []
    }
  }

  private func scheme(_ text: String, _ found: DetectedLanguage) -> String? {
    if known == nil, let order = found.order, found.language == .kkLatn {
      return "kk-\(order.rawValue)"
    }
    let best = schemes(text, found).first
    return best.map { $0.probability >= Self.confidence } == true ? best?.scheme : nil
  }

  /// Below this probability the scheme is left open.
  private static let confidence = 0.2

  mutating func cells(_ name: Span<UInt8>) -> [CellValue] {
    let (text, found) = detect(name)
    return [
      .text(found.script.code), found.language.map { .text($0.rawValue) } ?? .none,
      .number(found.confidence, decimals: 4), scheme(text, found).map { .text($0) } ?? .none,
    ]
  }

  mutating func object(_ name: Span<UInt8>, into json: inout JSONWriter) {
    let (text, found) = detect(name)
    json.beginObject()
    json.key("name")
    json.string(name)
    json.member("script", found.script.code)
    json.member("language", found.language?.rawValue)
    json.member("confidence", found.confidence, decimals: 4)
    json.member("scheme", scheme(text, found))
    json.key("candidates")
    json.beginArray()
    for candidate in found.candidates {
      json.beginObject()
      json.member("language", candidate.language.rawValue)
      json.member("probability", candidate.probability, decimals: 4)
      json.endObject()
    }
    json.endArray()
    json.key("schemes")
    json.beginArray()
    for guess in schemes(text, found).prefix(5) {
      json.beginObject()
      json.member("scheme", guess.scheme)
      json.member("probability", guess.probability, decimals: 4)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
