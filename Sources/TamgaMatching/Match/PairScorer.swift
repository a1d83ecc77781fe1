public import TamgaText

/// Compares prepared names: one value a thread.
public struct PairScorer {
  private var engine: MatchEngine
  private let judge: MatchJudge

  /// A scorer with these options.
  public init(_ options: MatchOptions = MatchOptions()) {
    engine = MatchEngine(capacity: 1 << 14)
    judge = MatchJudge(options)
  }

  /// Compares two prepared names of one collection.
  public mutating func score(
    _ a: PreparedName, _ b: PreparedName, _ table: borrowing TokenTable
  ) -> PairScore {
    let bits = Double(engine.bits(a, b, table))
    let decision =
      engine.isSwapped
      ? judge.decide(bits: bits, b, a, engine.found) : judge.decide(bits: bits, a, b, engine.found)
    return PairScore(
      score: decision.score, logOdds: decision.logOdds, verdict: decision.verdict,
      reason: decision.reason)
  }

  /// Compares two names of a collection, given by their numbers.
  public mutating func score(
    _ a: Int, _ b: Int, of collection: borrowing NameCollection
  ) -> PairScore {
    score(collection.names[a], collection.names[b], collection.preparer.table)
  }

  /// Compares the names of two batches pair by pair, the first with the first, on all cores.
  ///
  /// Whoever has several batches keeps a `PairPool`, which remembers words from one to the next.
  public static func scores(
    _ first: NameBatch, _ second: NameBatch, _ options: MatchOptions = MatchOptions()
  ) -> [PairScore] {
    PairPool(options).scores(first, second)
  }
}
