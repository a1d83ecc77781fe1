internal import Dispatch
internal import Foundation
internal import Synchronization
internal import TamgaMatching
internal import TamgaText

/// Scores pairs of a table's names, on all cores.
struct Scoring {
  /// Pairs further below even odds than this are as good as never brought together.
  private static let least: Float = -20

  /// Scored pairs, in the order they were given, and how many fell in each tenth of probability.
  struct Result: Sendable {
    var edges: [AverageLink.Edge] = []
    var histogram = [Int](repeating: 0, count: 10)

    /// Adds what else was scored.
    mutating func add(_ other: Result) {
      edges.append(contentsOf: other.edges)
      for index in histogram.indices { histogram[index] += other.histogram[index] }
    }
  }

  private let names: [PreparedName]
  private let words: MainWords
  private let tokens: TokenTable
  private let columns: EvidenceColumns
  /// What the size of the list takes from every pair, in bits.
  private let crowd: Float

  init(_ collection: NameCollection, _ book: ItemBook) {
    names = collection.names
    words = MainWords(names)
    tokens = collection.table
    columns = EvidenceColumns(book)
    crowd = Self.crowd(book.population)
  }

  /// The pairs that are worth keeping, with their bits.
  func score<Pairs: RandomAccessCollection & Sendable>(_ pairs: Pairs) -> Result
  where Pairs.Element == (Int32, Int32), Pairs.Index == Int {
    let start = pairs.startIndex
    let parts = min(Self.mostParts, max(1, pairs.count / Self.fewestPairs))
    let workers = min(parts, ProcessInfo.processInfo.activeProcessorCount)
    let work = Mutex<Work>(Work())
    let scoring = self
    // A worker computes the likeness of a pair of words once, for all its parts.
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var engine = MatchEngine()
      while let part = work.withLock({ $0.take(of: parts) }) {
        var result = Result()
        for index in pairs.count * part / parts..<pairs.count * (part + 1) / parts {
          let (a, b) = pairs[start + index]
          guard let bits = scoring.bits(a, b, &engine) else { continue }
          result.histogram[min(9, Int(Power.probability(bits) * 10))] += 1
          if bits > Self.least || bits == AverageLink.never {
            result.edges.append(.init(a: a, b: b, bits: bits))
          }
        }
        let found = result
        work.withLock { $0.results[part] = found }
      }
    }
    var results = work.withLock { $0.results }
    var all = Result()
    all.edges.reserveCapacity(results.values.reduce(0) { $0 + $1.edges.count })
    for part in 0..<parts {
      if let result = results.removeValue(forKey: part) { all.add(result) }
    }
    return all
  }

  private static let mostParts = 64
  private static let fewestPairs = 1024

  /// The parts that workers take, and what came of each.
  private struct Work: Sendable {
    private var next = 0
    var results: [Int: Result] = [:]

    mutating func take(of parts: Int) -> Int? {
      guard next < parts else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// The bits of a pair above even odds; nil for names of two types.
  private func bits(_ a: Int32, _ b: Int32, _ engine: inout MatchEngine) -> Float? {
    let type = names[Int(a)].type
    guard type == names[Int(b)].type else { return nil }
    if columns.isEmpty, engine.areStrangers(Int(a), Int(b), words, tokens) { return nil }
    let (first, second) = (names[Int(a)], names[Int(b)])
    var bits = engine.logOdds(first, second, tokens) - crowd + columns.bits(a, b)
    if type != .person {
      // The ministries of two countries have all their other words in common.
      if type == .organization, engine.areElsewhere { return AverageLink.never }
      bits += Self.prior(type, engine.evidence)
    } else if engine.fathersContradict(first, second, tokens) {
      return AverageLink.never
    }
    return bits
  }

  /// What the size of a list takes from every pair, in bits: the more people, the more who bear a name by chance. It is
  /// less than the logarithm of the size, since the larger list also has more names of each.
  static func crowd(_ names: Int) -> Float {
    max(0, Power.logarithm(Float(names) / usualSize)) * crowding
  }

  /// The number of names the matcher's prior is meant for.
  private static let usualSize: Float = 2000
  private static let crowding: Float = 0.8

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
