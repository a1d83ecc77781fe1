internal import Dispatch
internal import Synchronization
public import TamgaText

/// Compares many pairs of names: one value a thread for prepared names, or two batches on all cores.
public struct PairScorer {
  private var engine: MatchEngine
  private let judge: MatchJudge
  private let options: MatchOptions

  /// A scorer with these options.
  public init(_ options: MatchOptions = MatchOptions()) {
    self.init(options, capacity: 1 << 14)
  }

  private init(_ options: MatchOptions, capacity: Int) {
    self.options = options
    engine = MatchEngine(capacity: capacity)
    judge = MatchJudge(options)
  }

  /// Compares two prepared names of one collection.
  public mutating func score(
    _ a: PreparedName, _ b: PreparedName, _ table: borrowing TokenTable
  ) -> PairScore {
    let bits = Double(engine.bits(a, b, table))
    let decision = judge.decide(bits: bits, a, b, engine.evidence)
    return PairScore(
      score: decision.score, logOdds: decision.logOdds, verdict: decision.verdict,
      reason: decision.reason)
  }

  /// Compares the names of two batches pair by pair, the first with the first, on all cores.
  ///
  /// The result depends neither on the number of cores nor on what other pairs there are. When one batch is longer, its
  /// further names are left out.
  public static func scores(
    _ first: NameBatch, _ second: NameBatch, _ options: MatchOptions = MatchOptions()
  ) -> [PairScore] {
    let count = min(first.count, second.count)
    // More parts than cores, so that no core waits long; few, since each analyses its tokens by itself.
    let parts = max(1, min(4, count / 256))
    let results = Mutex<[Int: [PairScore]]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var run = PairRun(options)
      var scorer = PairScorer(options, capacity: 1 << 15)
      var scores: [PairScore] = []
      let range = count * part / parts..<count * (part + 1) / parts
      scores.reserveCapacity(range.count)
      for index in range {
        if run.isFull {
          run = PairRun(options)
          scorer = PairScorer(options, capacity: 1 << 15)
        }
        let pair = first.withBytes(index) { a in
          second.withBytes(index) { b in run.add(a, b) }
        }
        scores.append(
          scorer.score(
            run.collection.names[pair.first], run.collection.names[pair.second],
            run.collection.table))
      }
      results.withLock { $0[part] = scores }
    }
    let all = results.withLock { $0 }
    return (0..<parts).flatMap { all[$0] ?? [] }
  }
}
