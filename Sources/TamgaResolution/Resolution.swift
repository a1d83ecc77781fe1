public import TamgaMatching

/// What the names of a table were found to be.
public struct Resolution: Sendable {
  /// The entities, sorted by id.
  public var entities: [Entity]
  /// The entity of every row, as an index into `entities`; -1 for a row without a name.
  public var assignment: [Int32]
  /// How sure each row's entity is, 0 to 1.
  public var confidence: [Float]
  /// Pairs that were not merged but may be one, the likeliest first.
  public var questions: [Question]
  /// The merges that hang on the least evidence, weakest first.
  public var bridges: [Bridge]
  /// What blocking did.
  public var blocking: CandidatePairs.Report
  /// How many scored pairs fell in each tenth of probability.
  public var histogram: [Int]
  /// What became of stored entities, sorted by id; empty where no names had been stored.
  public var changes: [EntityChange] = []

  /// Whether entities have all their forms and parts; `EntityCompleter` adds what those of long lists lack.
  public var areFormsComplete = true

  /// The entity of each cluster, by the cluster's smallest item.
  var clusterNumbers: [Int32] = []

  /// The entity of a cluster, as an index into `entities`; -1 where there is none.
  func entity(ofCluster cluster: Int32) -> Int32 { clusterNumbers[Int(cluster)] }
}

/// Two entities that may be one, and why they were not merged.
public struct Question: Sendable, Equatable {
  /// The id of one entity.
  public var a: String
  /// The id of the other.
  public var b: String
  /// The name of the one that was compared.
  public var first: String
  /// The name of the other.
  public var second: String
  /// How likely the two names by themselves are one, 0 to 1.
  public var probability: Double
  /// The reason in plain words, such as `surname reform`.
  public var reason: String
}

/// The weakest link inside an entity.
public struct Bridge: Sendable, Equatable {
  /// The entity's id.
  public var entity: String
  /// The name on one side of the link.
  public var first: String
  /// The name on the other.
  public var second: String
  /// The mean evidence of the merge, in bits above even odds.
  public var bits: Double
}
