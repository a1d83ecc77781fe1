internal import TamgaText

/// Which pairs of names are worth comparing: near-linear in the number of names.
///
/// Two names are a pair when two of their tokens are neighbours, or one token and an initial, or, for names of one
/// token, that token, or when a gazetteer knows one place by both. Every pair of tokens is looked up once, however
/// many names have it.
public struct CandidatePairs: Sendable {
  /// What the blocking did.
  public struct Report: Sendable {
    /// How many names and distinct tokens there were.
    public var names = 0
    /// Distinct tokens.
    public var tokens = 0
    /// How many pairs of tokens were compared, and how many pairs of names came of it.
    public var tokenPairs = 0
    /// Pairs of names that came of them.
    public var pairs = 0
    /// The largest block, in names, and how many pairs of blocks were refined because of their size.
    public var largestBlock = 0
    /// Pairs of blocks that were refined because of their size.
    public var refinedBlocks = 0

    /// A report of nothing.
    public init() {}
  }

  /// The pairs, each once, the smaller number first, sorted.
  public private(set) var pairs: [(Int32, Int32)] = []
  /// What the blocking did.
  public private(set) var report = Report()

  /// Two blocks of more than the square of this many pairs are only paired by all their tokens.
  static let largestBlock = 300

  /// Finds the pairs among all names of a collection, on all cores.
  public init(_ collection: inout NameCollection) {
    let names = collection.names
    var tokens: [Int32] = []
    var starts: [Int32] = [0]
    starts.reserveCapacity(names.count + 1)
    for name in names {
      Self.append(name, &collection, to: &tokens)
      starts.append(Int32(tokens.count))
    }
    let table = collection.table
    let neighbours = TokenNeighbours(table)
    var finder = PairFinder(
      neighbours: neighbours, tokens: tokens, starts: starts, limit: Self.largestBlock)
    finder.find()
    if names.contains(where: { $0.parts.contains { $0.role == .initial } }) {
      InitialFinder(names, table, neighbours).find(limit: Self.largestBlock) {
        finder.add($0, $1)
      }
    }
    Self.findPlaces(names) { finder.add($0, $1) }
    pairs = finder.pairs()
    report.names = names.count
    report.tokens = table.count
    report.tokenPairs = neighbours.comparedPairs
    report.pairs = pairs.count
    report.largestBlock = finder.largestBlock
    report.refinedBlocks = finder.refinedBlocks
  }

  /// The tokens a name is found by: its own, the stems of adjectives, and neighbours written as one.
  private static func append(
    _ name: PreparedName, _ collection: inout NameCollection, to tokens: inout [Int32]
  ) {
    let start = tokens.count
    func add(_ token: Int32) {
      if token >= 0, !tokens[start...].contains(token) { tokens.append(token) }
    }
    let parts = name.parts.prefix(8)
    for part in parts where part.role != .initial && part.role != .kind {
      add(part.token)
      add(part.other)
    }
    if tokens.count == start { for part in parts where part.role != .initial { add(part.token) } }
    guard parts.count >= 2 else { return }
    for (first, second) in zip(parts, parts.dropFirst())
    where first.role != .initial && second.role != .initial
      && (first.isJoined || name.type != .person)
    {
      add(collection.joint(first, second))
    }
  }

  /// Names of one place in the gazetteer.
  private static func findPlaces(_ names: [PreparedName], add: (Int32, Int32) -> Void) {
    var index: [UInt32: [Int32]] = [:]
    for (number, name) in names.enumerated() {
      for place in name.places { index[place, default: []].append(Int32(number)) }
    }
    for place in index.keys.sorted() {
      guard let here = index[place], here.count <= largestBlock else { continue }
      for a in here { for b in here where a < b { add(a, b) } }
    }
  }
}
