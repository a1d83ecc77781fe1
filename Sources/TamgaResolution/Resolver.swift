internal import Dispatch
internal import Synchronization
public import TamgaMatching

/// Brings the names of one column together into entities.
public struct Resolver: Sendable {
  /// How it resolves.
  public struct Options: Sendable {
    /// The mean evidence, in bits above even odds, that a merge needs.
    public var threshold: Float = 0

    /// The options that fit most lists.
    public init() {}
  }

  public let options: Options

  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// The cluster of every name: the number of its first member.
  public func clusters(_ collection: inout NameCollection) -> [Int32] {
    let candidates = CandidatePairs(&collection)
    let table = collection.table
    let names = collection.names
    let pairs = candidates.pairs
    let parts = 16
    let results = Mutex<[Int: [AverageLink.Edge]]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var engine = MatchEngine()
      var edges: [AverageLink.Edge] = []
      let (from, to) = (pairs.count * part / parts, pairs.count * (part + 1) / parts)
      for index in from..<to {
        let (a, b) = pairs[index]
        let bits = engine.bits(names[Int(a)], names[Int(b)], table) - 7
        if bits > -30 { edges.append(.init(a: a, b: b, bits: bits)) }
      }
      results.withLock { $0[part] = edges }
    }
    let all = results.withLock { $0 }
    var edges: [AverageLink.Edge] = []
    for part in 0..<parts { edges.append(contentsOf: all[part] ?? []) }
    var link = AverageLink()
    link.threshold = options.threshold
    return link.clusters(count: names.count, edges: edges)
  }
}
