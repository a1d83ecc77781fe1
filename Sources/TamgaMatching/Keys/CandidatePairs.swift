internal import TamgaText

/// Which pairs of names are worth comparing: near-linear in the number of names.
///
/// Two names are a pair when two of their words are neighbours, or one word that few names have, or one word and an
/// initial, or, for names of one word, that word, or when a gazetteer knows one place by both. Every pair of tokens is
/// looked up once, however many names have it.
public struct CandidatePairs: Sendable {
  /// What the blocking did.
  public struct Report: Sendable {
    /// How many names there were.
    public var names = 0
    /// How many distinct tokens they have.
    public var tokens = 0
    /// How many pairs of tokens were compared; 0 where the names were found by keys alone.
    public var tokenPairs = 0
    /// How many pairs of names came of it.
    public var pairs = 0
    /// The largest block, in names.
    public var largestBlock = 0
    /// How many blocks were refined because of their size.
    public var refinedBlocks = 0

    /// A report of nothing.
    public init() {}
  }

  /// The pairs.
  public private(set) var pairs = NamePairs()
  /// What the blocking did.
  public private(set) var report = Report()

  /// Two blocks of more than the square of this many pairs are only paired by all their tokens.
  static let largestBlock = 300

  /// Hands the pairs over, so that they are held once.
  public mutating func takePairs() -> NamePairs {
    defer { pairs = NamePairs() }
    return pairs
  }

  /// Finds the pairs among all names of a collection, on all cores.
  public init(_ collection: inout NameCollection) {
    report.names = collection.names.count
    report.tokens = collection.table.count
    if collection.table.count > Self.mostTokens {
      var keyed = KeyedPairs(collection.names, collection.table)
      var places: [UInt64] = []
      Self.findPlaces(collection.names) { a, b in
        if a != b { places.append(PackedPairs.pack(a, b)) }
      }
      pairs = keyed.find(beside: places)
      report.largestBlock = keyed.largestBlock
      report.refinedBlocks = keyed.refinedBlocks
    } else {
      findNeighbours(&collection)
    }
    report.pairs = pairs.count
  }

  /// Tokens above which tokens are not compared each with its neighbours: their number grows with the square.
  static let mostTokens = 30_000

  private mutating func findNeighbours(_ collection: inout NameCollection) {
    let names = collection.names
    var postings = NamePostings(capacity: names.count)
    for name in names { postings.append(name, &collection) }
    let table = collection.table
    let neighbours = TokenNeighbours(table)
    var finder = PairFinder(
      neighbours: neighbours, names: postings, limit: Self.largestBlock)
    finder.find()
    if names.contains(where: { $0.parts.contains { $0.role == .initial } }) {
      InitialFinder(names, table, neighbours).find(limit: Self.largestBlock) {
        finder.add($0, $1)
      }
    }
    Self.findPlaces(names) { finder.add($0, $1) }
    pairs = finder.pairs()
    report.tokenPairs = neighbours.comparedPairs
    report.largestBlock = finder.largestBlock
    report.refinedBlocks = finder.refinedBlocks
  }

  /// Names of one place in the gazetteer.
  private static func findPlaces(_ names: [PreparedName], add: (Int32, Int32) -> Void) {
    var index: [UInt32: [Int32]] = [:]
    for (number, name) in names.enumerated() {
      for place in name.known { index[place, default: []].append(Int32(number)) }
    }
    for place in index.keys.sorted() {
      guard let here = index[place], here.count <= largestBlock else { continue }
      for a in here { for b in here where a < b { add(a, b) } }
    }
  }
}
