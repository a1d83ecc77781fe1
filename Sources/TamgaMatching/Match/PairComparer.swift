internal import TamgaText

/// Compares names as they stand, pair after pair: one value a thread.
///
/// It remembers words, pairs of words and the last names, in bounded memory; what it remembers never changes a result.
/// `PairPool` spreads many pairs over all cores.
public struct PairComparer: ~Copyable {
  private let options: MatchOptions
  private var run: PairRun
  private var scorer: PairScorer

  /// A comparer with these options.
  public init(_ options: MatchOptions = MatchOptions()) {
    self.options = options
    run = PairRun(options)
    scorer = PairScorer(options)
  }

  /// Compares two names, given as UTF-8, clean or not.
  public mutating func score(_ a: Span<UInt8>, _ b: Span<UInt8>) -> PairScore {
    if run.isFull {
      run = PairRun(options)
      scorer = PairScorer(options)
    }
    let pair = run.add(a, b)
    return scorer.score(pair.first, pair.second, of: run.collection)
  }
}
