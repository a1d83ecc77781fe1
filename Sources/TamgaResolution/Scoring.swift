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
    // Few parts: each computes the likeness of its pairs of words once.
    let parts = min(4, max(1, pairs.count / 1024))
    let columns = EvidenceColumns(book)
    let crowd = Self.crowd(max(book.count, book.stored.population))
    let results = Mutex<[Int: (edges: [AverageLink.Edge], histogram: [Int])]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var engine = MatchEngine()
      var edges: [AverageLink.Edge] = []
      var histogram = [Int](repeating: 0, count: 10)
      for index in pairs.count * part / parts..<pairs.count * (part + 1) / parts {
        let (a, b) = pairs[index]
        let type = names[Int(a)].type
        guard type == names[Int(b)].type else { continue }
        var bits = engine.logOdds(names[Int(a)], names[Int(b)], tokens) - crowd
        if type != .person { bits += Self.prior(type, engine.evidence) }
        bits += columns.bits(a, b)
        histogram[min(9, Int(Power.probability(bits) * 10))] += 1
        if bits > Self.least { edges.append(.init(a: a, b: b, bits: bits)) }
      }
      let found = (edges, histogram)
      results.withLock { $0[part] = found }
    }
    edges.reserveCapacity(results.withLock { $0.values.reduce(0) { $0 + $1.edges.count } })
    for part in 0..<parts {
      guard let result = results.withLock({ $0.removeValue(forKey: part) }) else { continue }
      edges.append(contentsOf: result.edges)
      for index in 0..<10 { histogram[index] += result.histogram[index] }
    }
  }

  /// What the size of a list takes from every pair, in bits: the more people, the more who bear a name by chance. It is
  /// less than the logarithm of the size, since the larger list also has more names of each.
  static func crowd(_ names: Int) -> Float {
    max(0, Power.logarithm(Float(names) / usualSize)) * crowding
  }

  /// The number of names the matcher's prior is meant for.
  private static let usualSize: Float = 2000
  private static let crowding: Float = 0.57

  /// What two names of a list have going for them before they are compared, beyond the matcher's prior, in bits: names
  /// of places that were brought together are of one place far more often than names of persons are of one person,
  /// since places share few words. Not so where one has telling words that the other has not: of one make, but two.
  static func prior(_ type: NameType, _ evidence: [PartEvidence]) -> Float {
    var leftOut = 0.0
    var isContradicted = false
    for part in evidence {
      if part.level == .omission { leftOut += part.bits }
      if part.level == .contradiction, part.bits < -1 { isContradicted = true }
    }
    let isOfTwo = isContradicted || leftOut < mostLeftOut
    if type != .person, isOfTwo { return 0 }
    return switch type {
    case .person: 0
    case .place: 3
    case .organization, .work: 4.5
    }
  }

  /// What the words that one name leaves out may weigh, in bits: more, and it is the name of a part, or of a whole.
  private static let mostLeftOut = -6.0
}
