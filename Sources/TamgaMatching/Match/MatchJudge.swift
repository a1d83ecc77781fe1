/// Turns bits into a probability, a verdict and the reason for it.
struct MatchJudge: Sendable {
  /// What was decided of a pair.
  struct Decision: Sendable {
    /// log₂ of the odds, and the probability.
    var logOdds: Double
    var score: Double
    var verdict: MatchVerdict
    var reason: MatchReason
    /// What a contradiction that settles the matter took off the sum, in bits.
    var settled = 0.0
  }

  /// The share of what speaks for two names being one that is left where a contradiction settles that they are two: it
  /// keeps such pairs in their order.
  private static let settledShare = 0.02
  /// The probability from which so much agrees that the contradiction may be a mistake.
  private static let settledBelow = MatchPrecision.balanced.threshold

  private let options: MatchOptions
  /// log₂ of the prior odds.
  let prior: Double

  init(_ options: MatchOptions) {
    self.options = options
    prior = Logarithm.base2(options.prior / (1 - options.prior))
  }

  /// A probability of these log₂ odds: it never reaches 0 or 1.
  static func probability(_ logOdds: Double) -> Double {
    1 / (1 + Logarithm.power2(-min(max(logOdds, -40), 40)))
  }

  /// Decides about two names of these bits and this evidence.
  func decide(
    bits: Double, _ a: PreparedName, _ b: PreparedName, _ evidence: [PartEvidence],
    further: [(level: PartEvidence.Level, bits: Double)] = []
  ) -> Decision {
    var logOdds = bits + prior
    for column in further { logOdds += column.bits }
    let found = Findings(a, b, evidence, further)
    var settled = 0.0
    if found.isSettled, logOdds > prior, Self.probability(logOdds) < Self.settledBelow {
      // Namesakes with another father are met in any long list: the more the rest agrees, the less it says.
      settled = (Self.settledShare - 1) * (logOdds - prior)
      logOdds += settled
    }
    let score = Self.probability(logOdds)
    let isSame = score >= options.precision.threshold
    let verdict: MatchVerdict =
      if isSame {
        found.isBlocked ? .ask : .same
      } else if found.isSettled {
        .different
      } else if score >= options.leastDoubt || found.isOpen && score >= options.leastOpen {
        .ask
      } else {
        .different
      }
    return Decision(
      logOdds: logOdds, score: score, verdict: verdict, reason: found.reason(verdict, score),
      settled: settled)
  }
}
