public import TamgaMatching
public import TamgaText

/// A pair of names with the truth about them, as `Corpora/gold/pairs.tsv` has it.
public struct JudgedPair: Sendable, Hashable {
  /// One name.
  public var first: String
  /// The other.
  public var second: String
  /// What both name; nil where their forms decide.
  public var type: NameType?
  /// `same`, `different`, or `ask` where a person has to decide.
  public var truth: MatchVerdict
  /// What makes the pair interesting.
  public var phenomenon: String

  /// A judged pair.
  public init(
    _ first: String, _ second: String, type: NameType? = nil, truth: MatchVerdict,
    phenomenon: String = ""
  ) {
    self.first = first
    self.second = second
    self.type = type
    self.truth = truth
    self.phenomenon = phenomenon
  }
}

extension Evaluator {
  /// How the pairs are decided, as a whole and by phenomenon.
  public func judge(_ pairs: [JudgedPair]) -> EvaluationReport.Judged {
    var statistics = PairStatistics()
    var phenomena: [String: EvaluationReport.Phenomenon] = [:]
    var byPhenomenon: [String: PairStatistics] = [:]
    var byType: [String: PairStatistics] = [:]
    for pair in pairs {
      let match = NameMatcher(options.match).match(pair.first, pair.second, type: pair.type)
      let key = pair.truth.rawValue + "\t" + pair.phenomenon
      if pair.truth != .ask {
        var one = PairStatistics()
        one.add(
          score: match.score, rank: match.logOdds, isMerged: match.verdict == .same,
          truth: pair.truth == .same)
        statistics.add(one)
        byPhenomenon[key, default: PairStatistics()].add(one)
        byType[match.type.rawValue, default: PairStatistics()].add(one)
      }
      var row =
        phenomena[key]
        ?? EvaluationReport.Phenomenon(
          name: pair.phenomenon, truth: pair.truth.rawValue, pairs: 0, same: 0, ask: 0,
          different: 0)
      row.pairs += 1
      switch match.verdict {
      case .same: row.same += 1
      case .ask: row.ask += 1
      case .different: row.different += 1
      }
      phenomena[key] = row
    }
    return EvaluationReport.Judged(
      auc: statistics.auc, recallAtOneInThirty: statistics.recall(falsePositives: 1.0 / 30),
      falseSame: statistics.falseSame, trueSame: statistics.trueSame,
      calibrationError: statistics.calibrationError,
      types: byType.keys.sorted().compactMap { type in
        byType[type].map {
          EvaluationReport.JudgedType(
            type: type, positives: $0.positives, negatives: $0.negatives, auc: $0.auc,
            recallAtOneInThirty: $0.recall(falsePositives: 1.0 / 30))
        }
      },
      phenomena: phenomena.keys.sorted().compactMap { key in
        var row = phenomena[key]
        row?.auc = byPhenomenon[key].map {
          $0.beside(statistics, truth: $0.positives > 0).auc
        }
        return row
      })
  }
}
