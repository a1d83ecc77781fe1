public import TamgaText

/// How careful a decision is.
public enum MatchPrecision: String, Sendable, CaseIterable, Codable {
  /// A false merge is a disaster: sanctions, payments. It costs a hundred missed ones.
  case strict
  /// A false merge costs ten missed ones.
  case balanced
  /// A missed merge costs as much as a false one: search.
  case broad

  /// How many missed merges a false one costs.
  public var costOfFalseMerge: Double {
    switch self {
    case .strict: 100
    case .balanced: 10
    case .broad: 1
    }
  }

  /// The probability from which merging costs less than not merging: c / (c + 1).
  public var threshold: Double { costOfFalseMerge / (costOfFalseMerge + 1) }
}

/// How two names are compared.
public struct MatchOptions: Sendable {
  /// How careful a decision is.
  public var precision = MatchPrecision.balanced
  /// What both name; nil where each name's own form decides.
  public var type: NameType?
  /// The languages of the names, where they are known; they decide how ambiguous letters are read.
  public var firstLanguage: Language?
  /// The same of the second name.
  public var secondLanguage: Language?
  /// The prior probability that two names that somebody sets side by side are of one entity: one in 32. With it the
  /// posterior is calibrated on the development set, where ten false pairs stand beside each true one.
  public var prior = 1.0 / 32
  /// Whether differences of spelling are traced to schemes letter by letter, which takes some milliseconds.
  public var explainsSpelling = false
  /// The probability below which two names are different, without a question.
  public var leastDoubt = 0.05
  /// The same where a lexicon or a rule knows how the names may be one: a reform of surnames, a short form.
  public var leastOpen = 0.001

  /// The options that fit most lists.
  public init() {}
}
