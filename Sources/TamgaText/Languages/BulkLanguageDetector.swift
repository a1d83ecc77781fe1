internal import Foundation

/// Tells the languages of many names, given as UTF-8 in NFC, without an allocation for each.
public struct BulkLanguageDetector {
  private let model: LanguageModel
  private let alphabets = LanguageAlphabets.shipped
  private var features = LanguageFeatures()
  private var scores = [Int32](repeating: 0, count: Language.allCases.count)
  private var build = NameBuild()
  private var words: WordScores
  /// What each build says, languages’ own weights with it, by its number; nil where it was not asked yet.
  private var builds: [SIMD32<Int32>?] = []

  init(model: LanguageModel) {
    self.model = model
    words = WordScores(model)
  }

  /// Reads a name as a whole; its scores stand until the next is read.
  mutating func read(_ name: Span<UInt8>) {
    features.read(name)
    build = features.build
    for index in scores.indices { scores[index] = model.biases[index] }
    let symbols = features.symbols
    model.score(words: symbols.span, &scores)
    model.score(build, &scores)
    LanguageAlphabets.judge(alphabets.foreign(symbols), &scores)
  }

  /// Reads a name by its words, where that can be done; the scores are the same.
  private mutating func readWords(_ name: Span<UInt8>) {
    guard let sum = words.sum(name) else { return read(name) }
    build = sum.build
    let cells = sum.cells &+ says(build)
    for index in scores.indices { scores[index] = cells[index] }
    LanguageAlphabets.judge(sum.foreign, &scores)
  }

  private mutating func says(_ build: NameBuild) -> SIMD32<Int32> {
    let number = build.number
    if builds.isEmpty { builds = Array(repeating: nil, count: NameBuild.kinds) }
    if let number, let known = builds[number] { return known }
    for index in scores.indices { scores[index] = model.biases[index] }
    model.score(build, &scores)
    var cells = SIMD32<Int32>.zero
    for index in scores.indices { cells[index] = scores[index] }
    if let number { builds[number] = cells }
    return cells
  }

  /// The likeliest language of a name, where it is decided.
  public mutating func language(_ name: Span<UInt8>) -> Language? {
    readWords(name)
    guard let best = best, best.probability >= LanguageDetector.confidence else { return nil }
    return best.language
  }

  /// The script of the name that was read last.
  public var script: Script { build.script }

  /// The likeliest language of the name that was read last, with its probability.
  private var best: DetectedLanguage.Candidate? {
    let places = Self.places[Int(build.script.rawValue)]
    guard var best = places.first else { return nil }
    for place in places.dropFirst() where scores[place] > scores[best] { best = place }
    var sum = 0.0
    for place in places {
      let distance = Int(scores[best] - scores[place])
      if distance < Self.powers.count { sum += Self.powers[distance] }
    }
    return DetectedLanguage.Candidate(language: Language.allCases[best], probability: 1 / sum)
  }

  /// The places in `scores` of each script’s languages.
  private static let places = Script.allCases.map { LanguageModel.languages(of: $0).map(\.index) }

  /// Everything the name that was read last says of its language.
  var result: DetectedLanguage {
    let candidates = ranked
    let language = candidates.first.flatMap {
      $0.probability >= LanguageDetector.confidence ? $0.language : nil
    }
    let order =
      candidates.first?.language == .kkLatn ? KazakhOrder.decided(by: features.symbols.span) : nil
    return DetectedLanguage(
      script: build.script, candidates: candidates, language: language, order: order)
  }

  private var ranked: [DetectedLanguage.Candidate] {
    let languages = LanguageModel.languages(of: build.script)
    guard let most = languages.map({ scores[$0.index] }).max() else { return [] }
    let powers = languages.map { Self.exponential(scores[$0.index] - most) }
    let sum = powers.reduce(0, +)
    return zip(languages, powers)
      .map { DetectedLanguage.Candidate(language: $0, probability: $1 / sum) }
      .sorted {
        ($1.probability, $0.language.index) < ($0.probability, $1.language.index)
      }
  }

  /// e to the power of 0, -1, -2 … units, down to what no sum of eight would notice.
  private static let powers = (0..<LanguageModel.scale * 40).map { exponential(-Int32($0)) }

  private static func exponential(_ units: Int32) -> Double {
    exp(Double(units) / Double(LanguageModel.scale))
  }
}
