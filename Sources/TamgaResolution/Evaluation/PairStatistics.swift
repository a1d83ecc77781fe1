/// Scores of pairs whose truth is known, and what follows from them.
public struct PairStatistics: Sendable {
  private var scores: [(score: Double, rank: Double, isSame: Bool)] = []
  private var counts = (trueSame: 0, falseSame: 0, positives: 0, negatives: 0)

  /// Without pairs.
  public init() {}

  /// Adds a pair.
  ///
  /// - Parameters:
  ///   - score: the probability.
  ///   - rank: what pairs are put in order by: the log₂ odds.
  ///   - isMerged: whether the verdict was `same`.
  public mutating func add(score: Double, rank: Double, isMerged: Bool, truth: Bool) {
    scores.append((score, rank, truth))
    if truth { counts.positives += 1 } else { counts.negatives += 1 }
    if isMerged, truth { counts.trueSame += 1 }
    if isMerged, !truth { counts.falseSame += 1 }
  }

  /// Adds all pairs of other statistics.
  public mutating func add(_ other: PairStatistics) {
    scores += other.scores
    counts.trueSame += other.counts.trueSame
    counts.falseSame += other.counts.falseSame
    counts.positives += other.counts.positives
    counts.negatives += other.counts.negatives
  }

  /// How many pairs are of one entity.
  public var positives: Int { counts.positives }
  /// How many are of two.
  public var negatives: Int { counts.negatives }

  /// These pairs of one truth beside all of the other truth.
  func beside(_ all: PairStatistics, truth: Bool) -> PairStatistics {
    var result = self
    for pair in all.scores where pair.isSame != truth {
      result.add(score: pair.score, rank: pair.rank, isMerged: false, truth: pair.isSame)
    }
    return result
  }

  /// Precision and recall of the verdict `same`.
  public var figures: EvaluationReport.Figures {
    EvaluationReport.Figures(
      precision: Self.share(counts.trueSame, counts.trueSame + counts.falseSame, none: 1),
      recall: Self.share(counts.trueSame, counts.positives, none: 1))
  }

  /// The share of negatives and of positives called `same`.
  public var falseSame: Double { Self.share(counts.falseSame, counts.negatives, none: 0) }
  /// The share of positives called `same`.
  public var trueSame: Double { Self.share(counts.trueSame, counts.positives, none: 0) }

  private static func share(_ part: Int, _ whole: Int, none: Double) -> Double {
    whole == 0 ? none : Double(part) / Double(whole)
  }

  /// The mean distance between score and truth over ten bins of equal width, weighed by their pairs.
  public var calibrationError: Double {
    var bins = [(count: Int, score: Double, same: Int)](repeating: (0, 0, 0), count: 10)
    for pair in scores {
      let bin = min(9, max(0, Int(pair.score * 10)))
      bins[bin].count += 1
      bins[bin].score += pair.score
      if pair.isSame { bins[bin].same += 1 }
    }
    var error = 0.0
    for bin in bins where bin.count > 0 { error += abs(bin.score - Double(bin.same)) }
    return scores.isEmpty ? 0 : error / Double(scores.count)
  }

  /// The share of pairs of a positive and a negative in which the positive ranks higher; ties count half.
  public var auc: Double {
    let sorted = scores.sorted { $0.rank < $1.rank }
    var below = 0.0
    var sum = 0.0
    var index = 0
    while index < sorted.count {
      var end = index
      var (same, other) = (0.0, 0.0)
      while end < sorted.count, sorted[end].rank == sorted[index].rank {
        if sorted[end].isSame { same += 1 } else { other += 1 }
        end += 1
      }
      sum += same * (below + other / 2)
      below += other
      index = end
    }
    let whole = Double(counts.positives) * Double(counts.negatives)
    return whole == 0 ? 0 : sum / whole
  }

  /// The share of positives that rank above all but this share of the negatives.
  public func recall(falsePositives share: Double) -> Double {
    let negatives = scores.filter { !$0.isSame }.map(\.rank).sorted(by: >)
    let allowed = Int((Double(negatives.count) * share).rounded(.down))
    guard allowed < negatives.count else { return 1 }
    let limit = negatives[allowed]
    let above = scores.count { $0.isSame && $0.rank > limit }
    return Self.share(above, counts.positives, none: 0)
  }
}
