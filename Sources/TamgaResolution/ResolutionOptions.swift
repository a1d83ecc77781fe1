/// How names are resolved.
public struct ResolutionOptions: Sendable {
  /// How careful a merge is.
  public enum Precision: String, Sendable, CaseIterable {
    /// A false merge is a disaster: sanctions, payments.
    case strict
    /// A false merge costs about ten missed ones.
    case balanced
    /// A missed merge costs as much as a false one: search.
    case broad

    /// The mean evidence a merge needs, in bits above even odds.
    var threshold: Float {
      switch self {
      case .strict: 3
      case .balanced: -2
      case .broad: -3.5
      }
    }
  }

  /// How careful a merge is.
  public var precision = Precision.balanced
  /// What a person has decided.
  public var judgements = Judgements()
  /// The share of rows of one type above which names in doubt are taken for that type.
  public var dominantType = 0.7
  /// Whether entities get their forms in all languages, aliases and parts: an index needs them, a column of ids does not.
  public var makesForms = true
  /// Up to how many distinct names native spellings are restored from foreign ones: it takes about a millisecond each,
  /// and in longer lists most entities have a native spelling anyway.
  public var mostRestored = 20_000
  /// Up to how many distinct names entities get forms by rule, and parts: in longer lists few are ever looked at, and an
  /// index makes them when an entity is read.
  public var mostFormed = 100_000

  /// The options that fit most lists.
  public init() {}
}
