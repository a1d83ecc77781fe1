/// What an evaluation measured.
public struct EvaluationReport: Sendable, Codable, Hashable {
  /// Right and wrong decisions, as shares.
  public struct Figures: Sendable, Codable, Hashable {
    /// The share of what was called so that is so.
    public var precision: Double
    /// The share of what is so that was called so.
    public var recall: Double
    /// The harmonic mean of both.
    public var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    /// Figures.
    public init(precision: Double, recall: Double) {
      self.precision = precision
      self.recall = recall
    }

    private enum CodingKeys: String, CodingKey { case precision, recall, f1 }

    /// Reads both shares; f1 follows from them.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      precision = try values.decode(Double.self, forKey: .precision)
      recall = try values.decode(Double.self, forKey: .recall)
    }

    /// Writes both shares and f1.
    public func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(precision, forKey: .precision)
      try values.encode(recall, forKey: .recall)
      try values.encode(f1, forKey: .f1)
    }
  }

  /// The figures of one pair of languages, or of all.
  public struct Row: Sendable, Codable, Hashable {
    /// `person`, `place`, …
    public var type: String
    /// The languages, as the gold file names them; `all` for the sum.
    public var from: String
    /// The language that was searched.
    public var to: String
    /// How many names were looked for among how many.
    public var queries: Int
    /// How many names were searched; 0 for the sum.
    public var candidates: Int
    /// The share of them whose own entity scores highest; ties count for their share.
    public var rightFirst: Double
    /// Pairs called `same`, among true pairs and ten times as many false ones, half random, half the nearest.
    public var pairs: Figures
    /// B-cubed of the names of these languages after resolving all; nil where it was not asked for.
    public var bcubed: Figures?

    private enum CodingKeys: String, CodingKey {
      case type, from, to, queries, candidates
      case rightFirst = "right_first"
      case pairs, bcubed
    }
  }

  /// What blocking found.
  public struct Blocking: Sendable, Codable, Hashable {
    /// What the names name.
    public var type: String
    /// How many names there were.
    public var names: Int
    /// Candidate pairs for each name.
    public var pairsPerName: Double
    /// Of the true pairs that the matcher calls `same`, the share that blocking brings before it.
    public var recall: Double
    /// The same of all true pairs, whose names may have nothing in common: aliases, translations.
    public var recallOfAll: Double
    /// True pairs that the matcher calls `same` and blocking does not bring before it, at most a thousand.
    public var missed: [[String]] = []

    private enum CodingKeys: String, CodingKey {
      case type, names, recall, missed
      case pairsPerName = "pairs_per_name"
      case recallOfAll = "recall_of_all"
    }
  }

  /// How a file of judged pairs was decided, by phenomenon.
  public struct Phenomenon: Sendable, Codable, Hashable {
    /// What makes the pairs interesting.
    public var name: String
    /// `same`, `different` or `ask`.
    public var truth: String
    /// How many pairs there are.
    public var pairs: Int
    /// How many of them got each verdict.
    public var same: Int
    /// How many were left to a person.
    public var ask: Int
    /// How many were called `different`.
    public var different: Int
    /// How well the pairs are told from all pairs of the other truth: the area under the ROC curve; of pairs to ask about
    /// there is none.
    public var auc: Double?
  }

  /// How the judged pairs of one type were decided.
  public struct JudgedType: Sendable, Codable, Hashable {
    /// What the names name.
    public var type: String
    /// How many pairs are of one entity, and how many of two.
    public var positives: Int
    /// How many are of two.
    public var negatives: Int
    /// The area under the ROC curve.
    public var auc: Double
    /// Recall at the score that no more than one in thirty of the type’s negatives reaches.
    public var recallAtOneInThirty: Double

    private enum CodingKeys: String, CodingKey {
      case type, positives, negatives, auc
      case recallAtOneInThirty = "recall_at_1_of_30"
    }
  }

  /// A file of judged pairs as a whole.
  public struct Judged: Sendable, Codable, Hashable {
    /// The area under the ROC curve of `same` against `different`.
    public var auc: Double
    /// Recall at the score that no more than one in thirty of the negatives reaches.
    public var recallAtOneInThirty: Double
    /// The share of negatives called `same`, and of positives.
    public var falseSame: Double
    /// The share of positives called `same`.
    public var trueSame: Double
    /// The mean distance of score and truth, in ten bins.
    public var calibrationError: Double
    /// The pairs by type.
    public var types: [JudgedType]
    /// The pairs by phenomenon.
    public var phenomena: [Phenomenon]

    private enum CodingKeys: String, CodingKey {
      case auc, types, phenomena
      case recallAtOneInThirty = "recall_at_1_of_30"
      case falseSame = "false_same"
      case trueSame = "true_same"
      case calibrationError = "calibration_error"
    }
  }

  /// The row of all language pairs of each type first, then each pair.
  public var rows: [Row] = []
  /// The expected calibration error over the pairs of each type: the mean distance of score and truth, in ten bins.
  public var calibrationError: [String: Double] = [:]
  /// Blocking, by type.
  public var blocking: [Blocking] = []
  /// The file of judged pairs, where there was one.
  public var judged: Judged?

  /// A report of nothing.
  public init() {}

  private enum CodingKeys: String, CodingKey {
    case rows, blocking, judged
    case calibrationError = "calibration_error"
  }
}
