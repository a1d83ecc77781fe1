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
      candidates. The scheme is that of Kazakh in Latin letters, where its letters decide it.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try RowStream(input, output).run { DetectWorker() }
  }
}

/// Tells languages.
private struct DetectWorker: NameWorker {
  let columns = ["script", "language", "confidence", "scheme"]
  private let detector = LanguageDetector.shipped
  private let cleaner = NameCleaner()
  private var undecided = 0

  var counts: [(label: String, count: Int)] { [("undecided", undecided)] }

  private mutating func detect(_ name: Span<UInt8>) -> DetectedLanguage {
    let text = String(decoding: (0..<name.count).map { name[$0] }, as: UTF8.self)
    let found = detector.detect(cleaner.clean(text).text)
    if found.language == nil { undecided += 1 }
    return found
  }

  private func scheme(_ found: DetectedLanguage) -> String? {
    guard found.language == .kkLatn else { return nil }
    return found.order.map { "kk-\($0.rawValue)" }
  }

  mutating func cells(_ name: Span<UInt8>) -> [CellValue] {
    let found = detect(name)
    return [
      .text(found.script.code), found.language.map { .text($0.rawValue) } ?? .none,
      .number(found.confidence, decimals: 4), scheme(found).map { .text($0) } ?? .none,
    ]
  }

  mutating func object(_ name: Span<UInt8>, into json: inout JSONWriter) {
    let found = detect(name)
    json.beginObject()
    json.key("name")
    json.string(name)
    json.member("script", found.script.code)
    json.member("language", found.language?.rawValue)
    json.member("confidence", found.confidence, decimals: 4)
    json.member("scheme", scheme(found))
    json.key("candidates")
    json.beginArray()
    for candidate in found.candidates {
      json.beginObject()
      json.member("language", candidate.language.rawValue)
      json.member("probability", candidate.probability, decimals: 4)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
