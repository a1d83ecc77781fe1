/// How sure it is that two names are one, without the explanation.
public struct PairScore: Sendable, Hashable {
  /// The probability that they are names of one entity, between 0 and 1.
  public var score: Double
  /// The same as log₂ of the odds.
  public var logOdds: Double
  /// Whether they may be merged.
  public var verdict: MatchVerdict
  /// The one thing that decided.
  public var reason: MatchReason
}
