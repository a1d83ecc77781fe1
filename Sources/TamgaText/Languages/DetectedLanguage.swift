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

  /// Makes a result.
  public init(script: Script, candidates: [Candidate], language: Language?, order: KazakhOrder?) {
    self.script = script
    self.candidates = candidates
    self.language = language
    self.order = order
  }
}
