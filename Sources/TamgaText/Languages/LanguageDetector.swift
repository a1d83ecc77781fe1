internal import Foundation
internal import TamgaICU
public import TamgaLexicons

/// Tells the language of a bare name from its letters, endings and letter sequences.
///
/// The model is learned (`tools/train languages`); it knows `Language`’s languages and ranks those of the name’s script.
public struct LanguageDetector: Sendable {
  /// The detector over the tables Tamga ships.
  public static let shipped = LanguageDetector(model: .shipped)

  /// Below this probability of the likeliest language a name counts as undecided.
  ///
  /// Two languages that share a spelling leave it near a half each, which is decided; a third equal one is not.
  public static let confidence = 0.4

  private let model: LanguageModel

  private init(model: LanguageModel) { self.model = model }

  /// A detector over these tables.
  public init(_ lexicons: Lexicons) { model = LanguageModel(lexicons) }

  /// A detector over a table of the form of `models/language-ngrams.tsv`.
  public init(table: LexiconTable) { model = LanguageModel(table) }

  /// The language of a name.
  public func detect(_ name: String) -> DetectedLanguage {
    var bulk = BulkLanguageDetector(model: model)
    var bytes = Array(name.utf8)
    if name.unicodeScalars.contains(where: { !CodePoints.shared[$0.value].contains(.composed) }),
      let composed = try? CodePoints.nfc?.normalize(name)
    {
      bytes = Array(composed.utf8)
    }
    bulk.read(bytes.span)
    return bulk.result
  }

  /// A detector for many names, as bytes: one a thread.
  public func bulk() -> BulkLanguageDetector { BulkLanguageDetector(model: model) }
}

/// Tells the languages of many names, given as UTF-8 in NFC, without an allocation for each.
public struct BulkLanguageDetector {
  private let model: LanguageModel
  private let alphabets = LanguageAlphabets.shipped
  private var features = LanguageFeatures()
  private var scores = [Int32](repeating: 0, count: Language.allCases.count)
  private var words: WordScores

  init(model: LanguageModel) {
    self.model = model
    words = WordScores(model)
  }

  /// Reads a name; its scores stand until the next is read.
  mutating func read(_ name: Span<UInt8>) {
    features.read(name)
    for index in scores.indices { scores[index] = model.biases[index] }
    let symbols = features.symbols
    words.add(symbols.span, &scores)
    model.score(buildOf: features, &scores)
    alphabets.judge(symbols, &scores)
  }

  /// The likeliest language of a name, where it is decided.
  public mutating func language(_ name: Span<UInt8>) -> Language? {
    read(name)
    guard let best = best, best.probability >= LanguageDetector.confidence else { return nil }
    return best.language
  }

  /// The script of the name that was read last.
  public var script: Script { features.script }

  /// The likeliest language of the name that was read last, with its probability.
  private var best: DetectedLanguage.Candidate? {
    let languages = LanguageModel.languages(of: features.script)
    guard var best = languages.first else { return nil }
    for language in languages.dropFirst() where scores[language.index] > scores[best.index] {
      best = language
    }
    var sum = 0.0
    for language in languages {
      sum += Self.exponential(scores[language.index] - scores[best.index])
    }
    return DetectedLanguage.Candidate(language: best, probability: 1 / sum)
  }

  /// Everything the name that was read last says of its language.
  var result: DetectedLanguage {
    let candidates = ranked
    let language = candidates.first.flatMap {
      $0.probability >= LanguageDetector.confidence ? $0.language : nil
    }
    let order =
      candidates.first?.language == .kkLatn ? KazakhOrder.decided(by: features.symbols.span) : nil
    return DetectedLanguage(
      script: features.script, candidates: candidates, language: language, order: order)
  }

  private var ranked: [DetectedLanguage.Candidate] {
    let languages = LanguageModel.languages(of: features.script)
    guard let most = languages.map({ scores[$0.index] }).max() else { return [] }
    let powers = languages.map { Self.exponential(scores[$0.index] - most) }
    let sum = powers.reduce(0, +)
    return zip(languages, powers)
      .map { DetectedLanguage.Candidate(language: $0, probability: $1 / sum) }
      .sorted {
        ($1.probability, $0.language.index) < ($0.probability, $1.language.index)
      }
  }

  private static func exponential(_ units: Int32) -> Double {
    exp(Double(units) / Double(LanguageModel.scale))
  }
}
