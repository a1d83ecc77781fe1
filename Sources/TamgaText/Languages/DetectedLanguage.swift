/// What a bare name says of its language.
public struct DetectedLanguage: Sendable, Equatable {
  /// A language the name may be in.
  public struct Candidate: Sendable, Equatable {
    /// The language with its script.
    public let language: Language
    /// How likely it is, from 0 to 1; the candidates’ probabilities add up to 1.
    public let probability: Double

    /// Makes a candidate.
    public init(language: Language, probability: Double) {
      self.language = language
      self.probability = probability
    }
  }

  /// The script most of the name’s letters are of; `common` where there are none.
  public let script: Script
  /// The languages of that script, most likely first; empty for scripts Tamga has no languages of.
  public let candidates: [Candidate]
  /// The likeliest language, or nil when the name leaves it undecided: its probability is below
  /// `LanguageDetector.confidence`.
  public let language: Language?
  /// For a name in Kazakh Latin, the order its letters are of; nil where several fit.
  public let order: KazakhOrder?

  /// The probability of the likeliest language; 0 where there is none.
  public var confidence: Double { candidates.first?.probability ?? 0 }

  /// The same finding where the name stands in a column whose names are of a language.
  ///
  /// So many of a column’s names agree before it has a language (`LanguageDetector.agreement`) that the language is
  /// likelier than all others together by those odds; names of other scripts are left alone.
  public func inColumn(of common: Language) -> DetectedLanguage {
    let odds = LanguageDetector.agreement / (1 - LanguageDetector.agreement)
    guard let held = candidates.first(where: { $0.language == common })?.probability else {
      return self
    }
    let sum = 1 + held * (odds - 1)
    let weighed = candidates.map {
      Candidate(
        language: $0.language,
        probability: $0.probability * ($0.language == common ? odds : 1) / sum)
    }
    .sorted { ($1.probability, $0.language.index) < ($0.probability, $1.language.index) }
    let best = weighed[0]
    return DetectedLanguage(
      script: script, candidates: weighed,
      language: best.probability >= LanguageDetector.confidence ? best.language : nil,
      order: best.language == .kkLatn ? order : nil)
  }

  /// Makes a result.
  public init(script: Script, candidates: [Candidate], language: Language?, order: KazakhOrder?) {
    self.script = script
    self.candidates = candidates
    self.language = language
    self.order = order
  }
}
