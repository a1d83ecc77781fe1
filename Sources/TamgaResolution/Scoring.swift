internal import Dispatch
internal import Synchronization
internal import TamgaMatching
internal import TamgaText

/// Scores the candidate pairs of a table, on all cores.
struct Scoring: Sendable {
  /// Pairs further below even odds than this are as good as never brought together.
  private static let least: Float = -20

  /// The scored pairs, sorted, and how many fell in each tenth of probability.
  private(set) var edges: [AverageLink.Edge] = []
  private(set) var histogram = [Int](repeating: 0, count: 10)

  init(_ pairs: [(Int32, Int32)], _ names: [PreparedName], _ tokens: TokenTable, _ book: ItemBook) {
    let parts = min(16, max(1, pairs.count / 1024))
    let columns = EvidenceColumns(book)
    let results = Mutex<[Int: (edges: [AverageLink.Edge], histogram: [Int])]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var engine = MatchEngine()
      var edges: [AverageLink.Edge] = []
      var histogram = [Int](repeating: 0, count: 10)
      for index in pairs.count * part / parts..<pairs.count * (part + 1) / parts {
        let (a, b) = pairs[index]
        let type = names[Int(a)].type
        guard type == names[Int(b)].type else { continue }
        var bits = engine.logOdds(names[Int(a)], names[Int(b)], tokens) + Self.prior(type)
        bits += columns.bits(a, b)
        histogram[min(9, Int(Power.probability(bits) * 10))] += 1
        if bits > Self.least { edges.append(.init(a: a, b: b, bits: bits)) }
      }
      let found = (edges, histogram)
      results.withLock { $0[part] = found }
    }
    let all = results.withLock { $0 }
    edges.reserveCapacity(all.values.reduce(0) { $0 + $1.edges.count })
    for part in 0..<parts {
      guard let result = all[part] else { continue }
      edges.append(contentsOf: result.edges)
      for index in 0..<10 { histogram[index] += result.histogram[index] }
    }
  }

  /// What two names of a list have going for them before they are compared, beyond the matcher's prior, in bits: names
  /// of places that were brought together are of one place far more often than names of persons are of one person,
  /// since places share few words.
  static func prior(_ type: NameType) -> Float {
    switch type {
    case .person: 0
    case .place: 6
    case .organization, .work: 4
    }
  }
}
