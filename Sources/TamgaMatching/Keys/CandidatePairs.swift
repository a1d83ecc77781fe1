internal import TamgaText

/// Which pairs of names are worth comparing: near-linear in the number of names.
///
/// Two names are a pair when two of their tokens are neighbours, or one token and an initial, or, for names of one
/// token, that token. Every pair of tokens is looked up once, however many names have it.
public struct CandidatePairs: Sendable {
  /// What the blocking did, for the report.
  public struct Report: Sendable {
    /// How many names there were.
    public var names = 0
    public var tokens = 0
    public var tokenPairs = 0
    public var pairs = 0
    /// The largest block, in names, and how many were refined because of their size.
    public var largestBlock = 0
    public var refinedBlocks = 0
  }

  /// The pairs, each once, the smaller number first, sorted.
  public private(set) var pairs: [(Int32, Int32)] = []
  public private(set) var report = Report()

  /// A block larger than this is only paired with names that share a third token as well.
  static let largestBlock = 300

  /// Finds the pairs among all names of a collection.
  public init(_ collection: inout NameCollection) {
    let names = collection.names
    // Extra tokens of compounds, before the neighbours are found.
    var tokens: [[Int32]] = []
    tokens.reserveCapacity(names.count)
    for name in names { tokens.append(Self.tokens(name, &collection)) }
    let table = collection.table
    let neighbours = TokenNeighbours(table)
    report.names = names.count
    report.tokens = table.count
    report.tokenPairs = neighbours.comparedPairs
    var finder = PairFinder(neighbours: neighbours, tokens: tokens, limit: Self.largestBlock)
    finder.find()
    if names.contains(where: { $0.parts.contains { $0.role == .initial } }) {
      finder.findInitials(names, table)
    }
    finder.findGazetteer(names)
    pairs = finder.sortedPairs()
    report.pairs = pairs.count
    report.largestBlock = finder.largestSeen
    report.refinedBlocks = finder.refined
  }

  /// The tokens a name is found by.
  private static func tokens(_ name: PreparedName, _ collection: inout NameCollection) -> [Int32] {
    var tokens: [Int32] = []
    let parts = name.parts.prefix(8)
    for part in parts where part.role != .initial && part.role != .kind {
      if !tokens.contains(part.token) { tokens.append(part.token) }
      if part.other >= 0, !tokens.contains(part.other) { tokens.append(part.other) }
    }
    if tokens.isEmpty { for part in parts where part.role != .initial { tokens.append(part.token) } }
    if parts.count >= 2 {
      for (first, second) in zip(parts, parts.dropFirst())
      where first.role != .initial && second.role != .initial
        && (first.isJoined || name.type != .person)
      {
        tokens.append(collection.joint(first, second))
      }
    }
    return tokens
  }
}

/// Looks pairs of tokens up among names.
struct PairFinder {
  private let neighbours: TokenNeighbours
  private let tokens: [[Int32]]
  private let limit: Int
  private var found: Set<UInt64> = []
  private(set) var largestSeen = 0
  private(set) var refined = 0

  init(neighbours: TokenNeighbours, tokens: [[Int32]], limit: Int) {
    self.neighbours = neighbours
    self.tokens = tokens
    self.limit = limit
  }

  func sortedPairs() -> [(Int32, Int32)] {
    found.sorted().map { (Int32($0 >> 32), Int32($0 & 0xFFFF_FFFF)) }
  }

  private mutating func add(_ a: Int32, _ b: Int32) {
    guard a != b else { return }
    found.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b)))
  }

  private static func key(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  /// Names of two tokens and more by pairs of tokens, names of one by that.
  mutating func find() {
    var byPair: [UInt64: [Int32]] = [:]
    var single: [Int32: [Int32]] = [:]
    for (name, list) in tokens.enumerated() {
      if list.count == 1 { single[list[0], default: []].append(Int32(name)) }
      for i in list.indices {
        for j in list.indices where j > i {
          byPair[Self.key(list[i], list[j]), default: []].append(Int32(name))
        }
      }
    }
    for key in byPair.keys.sorted() {
      let (a, b) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      guard let here = byPair[key] else { continue }
      largestSeen = max(largestSeen, here.count)
      for x in neighbours.range(a) {
        for y in neighbours.range(b) {
          let other = Self.key(neighbours.tokens[x], neighbours.tokens[y])
          guard other >= key, let there = byPair[other] else { continue }
          join(here, there)
        }
      }
    }
    for token in single.keys.sorted() {
      guard let here = single[token] else { continue }
      for x in neighbours.range(Int(token)) where neighbours.tokens[x] >= token {
        if let there = single[neighbours.tokens[x]] { join(here, there) }
      }
    }
  }

  private mutating func join(_ first: [Int32], _ second: [Int32]) {
    if first.count * second.count > limit * limit {
      refined += 1
      joinByThird(first, second)
      return
    }
    for a in first { for b in second { add(a, b) } }
  }

  /// In a block too large, names are paired only when they share every token of the shorter one.
  private mutating func joinByThird(_ first: [Int32], _ second: [Int32]) {
    var byToken: [Int32: [Int32]] = [:]
    for b in second { for token in tokens[Int(b)] { byToken[token, default: []].append(b) } }
    for a in first {
      var hits: [Int32: Int] = [:]
      for token in tokens[Int(a)] {
        var seen: Set<Int32> = []
        for x in neighbours.range(Int(token)) {
          for b in byToken[neighbours.tokens[x]] ?? [] where seen.insert(b).inserted {
            hits[b, default: 0] += 1
          }
        }
      }
      for (b, count) in hits
      where count >= min(tokens[Int(a)].count, tokens[Int(b)].count) {
        add(a, b)
      }
    }
  }

  /// Names with initials: by a token and the class of another token's first phone.
  mutating func findInitials(_ names: [PreparedName], _ table: TokenTable) {
    var index: [UInt64: [Int32]] = [:]
    func first(_ token: Int32) -> Set<UInt8> {
      var phones: Set<UInt8> = []
      for form in table.entries[Int(token)].forms {
        let form = table.forms[Int(form)]
        if form.count > 0 { phones.insert(table.phones[Int(form.start)]) }
      }
      return phones
    }
    let comparer = TokenComparer()
    for (number, name) in names.enumerated() where name.type == .person {
      for part in name.parts {
        for other in name.parts
        where other != part && part.role != .initial {
          for phone in first(other.token) {
            index[UInt64(part.token) << 8 | UInt64(phone), default: []].append(Int32(number))
          }
        }
      }
    }
    for (number, name) in names.enumerated() where name.type == .person {
      for initial in name.parts where initial.role == .initial {
        for part in name.parts where part.role != .initial {
          for x in neighbours.range(Int(part.token)) {
            for phone in first(initial.token) {
              for other in UInt8(0)..<40 where comparer.mayStandFor(phone, other) {
                let key = UInt64(neighbours.tokens[x]) << 8 | UInt64(other)
                guard let there = index[key] else { continue }
                largestSeen = max(largestSeen, there.count)
                for b in there.prefix(limit) { add(Int32(number), b) }
              }
            }
          }
        }
      }
    }
  }

  /// Places that a gazetteer knows by both names.
  mutating func findGazetteer(_ names: [PreparedName]) {
    var index: [UInt32: [Int32]] = [:]
    for (number, name) in names.enumerated() {
      for place in name.places { index[place, default: []].append(Int32(number)) }
    }
    for place in index.keys.sorted() {
      guard let here = index[place], here.count <= limit else { continue }
      for a in here { for b in here { add(a, b) } }
    }
  }
}
