internal import Dispatch
internal import Synchronization
internal import TamgaText

/// Candidate pairs of very many names: two names are a pair when they share a strong key of one word and a loose key
/// of another. Near-linear in the number of names, however many words they are made of.
struct KeyedPairs {
  private let names: [PreparedName]
  private let keys: TokenKeyTable
  /// The low bits of a posting that hold the number of the name.
  private let bits: UInt64
  private let rangeShift: UInt64
  /// A block of more names is refined.
  private static let largest = 48
  /// In a block that cannot be refined further, every name is paired with this many after it.
  private static let window = 6
  private static let buckets = 64
  private let hasInitials: Bool
  private(set) var largestBlock = 0
  private(set) var refinedBlocks = 0

  init(_ names: [PreparedName], _ table: TokenTable) {
    self.names = names
    keys = TokenKeyTable(table)
    hasInitials = names.contains { $0.parts.contains { $0.role == .initial } }
    var bits: UInt64 = 1
    while 1 << bits < names.count { bits += 1 }
    self.bits = bits
    // As many ranges as buckets.
    rangeShift = bits > 6 ? bits - 6 : 0
  }

  /// All pairs.
  ///
  /// The keys are gone through in rounds, so that a round's postings and pairs are all that is held beside the result.
  ///
  /// - Parameter others: pairs found elsewhere, packed, in any order.
  mutating func find(beside others: [UInt64]) -> NamePairs {
    let rounds = min(16, 1 + names.count / Self.namesOfRound)
    var ranges = [[UInt64]](repeating: [], count: Self.buckets)
    for pair in others { ranges[range(pair)].append(pair) }
    for round in 0..<rounds {
      var parts = collect(round, of: rounds)
      for first in stride(from: 0, to: Self.buckets, by: Self.atOnce) {
        let found = find(first..<first + Self.atOnce, &parts)
        for one in found {
          largestBlock = max(largestBlock, one.largest)
          refinedBlocks += one.refined
        }
        ranges = Self.joined(ranges, found)
      }
    }
    var pairs: [UInt64] = []
    pairs.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for number in ranges.indices {
      pairs.append(contentsOf: ranges[number])
      ranges[number] = []
    }
    return NamePairs(sorted: pairs)
  }

  /// A round more for this many names.
  private static let namesOfRound = 300_000
  /// The buckets whose pairs are held before what they have twice is left out.
  private static let atOnce = 16

  /// Which range of the first names a pair belongs to: ranges follow one another.
  private func range(_ pair: UInt64) -> Int { Int(pair >> (32 + rangeShift)) }

  /// What one bucket gave: pairs in ranges, as often as they were found.
  private struct Found: Sendable {
    var ranges = [[UInt64]](repeating: [], count: buckets)
    var largest = 0
    var refined = 0
  }

  /// The pairs of some buckets, in their order, whose postings are given up.
  private func find(_ buckets: Range<Int>, _ parts: inout [[[UInt64]]]) -> [Found] {
    let postings = buckets.map { bucket in
      var postings: [UInt64] = []
      postings.reserveCapacity(parts.reduce(0) { $0 + $1[bucket].count })
      for part in parts.indices {
        postings.append(contentsOf: parts[part][bucket])
        parts[part][bucket] = []
      }
      return postings
    }
    let keyed = self
    let results = Mutex<[Int: Found]>([:])
    DispatchQueue.concurrentPerform(iterations: postings.count) { bucket in
      // Names come in their order.
      var sorted = postings[bucket]
      var sorter = RadixSorter()
      sorter.sort(&sorted, fromBit: Int(keyed.bits))
      var found = Found()
      keyed.pair(sorted, into: &found)
      let result = found
      results.withLock { $0[bucket] = result }
    }
    let all = results.withLock { $0 }
    return postings.indices.compactMap { all[$0] }
  }

  /// The pairs of each range with those that were found, sorted and without what they have twice.
  private static func joined(_ ranges: [[UInt64]], _ found: [Found]) -> [[UInt64]] {
    let results = Mutex<[Int: [UInt64]]>([:])
    DispatchQueue.concurrentPerform(iterations: ranges.count) { number in
      var pairs: [UInt64] = []
      pairs.reserveCapacity(found.reduce(0) { $0 + $1.ranges[number].count })
      for one in found { pairs.append(contentsOf: one.ranges[number]) }
      PackedPairs.sortOnce(&pairs)
      let result = PackedPairs.merged(ranges[number], pairs)
      results.withLock { $0[number] = result }
    }
    let all = results.withLock { $0 }
    return ranges.indices.map { all[$0] ?? [] }
  }

  /// The postings of all names whose keys belong to a round, in parts, each in buckets by key.
  private func collect(_ round: Int, of rounds: Int) -> [[[UInt64]]] {
    let parts = 16
    let keyed = self
    let results = Mutex<[Int: [[UInt64]]]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var buckets = [[UInt64]](repeating: [], count: Self.buckets)
      var maker = NameKeys(keyed.keys, hasInitials: keyed.hasInitials, round: round, of: rounds)
      let count = keyed.names.count
      for number in count * part / parts..<count * (part + 1) / parts {
        maker.read(keyed.names[number])
        for hash in maker.hashes {
          let posting = hash << keyed.bits | UInt64(number)
          buckets[Int(hash >> 38) & (Self.buckets - 1)].append(posting)
        }
      }
      let result = buckets
      results.withLock { $0[part] = result }
    }
    let all = results.withLock { $0 }
    return (0..<parts).compactMap { all[$0] }
  }

  private func add(_ a: Int32, _ b: Int32, to found: inout Found) {
    if a == b { return }
    let pair = PackedPairs.pack(a, b)
    found.ranges[range(pair)].append(pair)
  }

  // MARK: - Blocks

  /// Pairs the names of every run of equal keys.
  private func pair(_ postings: [UInt64], into found: inout Found) {
    let mask: UInt64 = 1 << bits - 1
    var start = 0
    var names: [Int32] = []
    while start < postings.count {
      var end = start + 1
      let key = postings[start] >> bits
      while end < postings.count, postings[end] >> bits == key { end += 1 }
      if end - start > 1 {
        names.removeAll(keepingCapacity: true)
        for index in start..<end { names.append(Int32(postings[index] & mask)) }
        found.largest = max(found.largest, names.count)
        if key & 1 == 1 {
          joinInitials(names, into: &found)
        } else {
          join(names, depth: 0, into: &found)
        }
      }
      start = end
    }
  }

  private func join(_ block: [Int32], depth: Int, into found: inout Found) {
    if block.count <= Self.largest {
      for i in block.indices {
        for j in i + 1..<block.count { add(block[i], block[j], to: &found) }
      }
      return
    }
    found.refined += 1
    if depth == 0 {
      // Names without vowels are in no part of the block: each with as many as four blocks hold.
      for a in block where names[Int(a)].parts.contains(where: { keys.isAbjad($0.token) }) {
        for b in block.prefix(4 * Self.largest) { add(a, b, to: &found) }
      }
    }
    if depth < 2 {
      refine(block, depth: depth, into: &found)
    } else {
      // Names that nothing more tells apart: each with the next ones in an order of their sound.
      let sorted = block.sorted { (names[Int($0)].order, $0) < (names[Int($1)].order, $1) }
      for (index, a) in sorted.enumerated() {
        for b in sorted[(index + 1)...].prefix(Self.window) { add(a, b, to: &found) }
      }
    }
  }

  /// Pairs names that have initials with all of their block; where those are too many, with those the second initial
  /// fits as well.
  private func joinInitials(_ block: [Int32], into found: inout Found) {
    let short = block.filter { names[Int($0)].parts.contains { $0.role == .initial } }
    guard !short.isEmpty else { return }
    let isLarge = short.count * block.count > Self.largest * Self.largest
    if isLarge { found.refined += 1 }
    let seconds = isLarge ? block.map(second) : []
    for a in short {
      let fathers = second(a)
      // One initial of many that begin so says nothing.
      if isLarge, fathers == 0 { continue }
      var count = 0
      for (index, b) in block.enumerated()
      where a != b && (!isLarge || fathers & seconds[index] != 0) {
        add(a, b, to: &found)
        count += 1
        if count == Self.largest * 4 { break }
      }
    }
  }

  /// The phones of a name’s second initial, or those its patronymic may begin with.
  private func second(_ number: Int32) -> UInt64 {
    let parts = names[Int(number)].parts
    var initials = 0
    for part in parts where part.role == .initial {
      if initials == 1 { return keys.firsts(part.token) }
      initials += 1
    }
    return parts.first { $0.role == .patronymic }.map { keys.initials($0.token) } ?? 0
  }

  /// Splits a block by the strong keys of all its words, and by their consonants where that leaves few; then by the
  /// father’s name.
  private func refine(_ block: [Int32], depth: Int, into found: inout Found) {
    var parts: [UInt64: [Int32]] = [:]
    var loose: [UInt64: [Int32]] = [:]
    for number in block {
      let name = names[Int(number)]
      if depth == 0 {
        let words = NameKeys.words(name)
        parts[Self.sum(words) { keys.strong($0.token).first }, default: []].append(number)
        loose[Self.sum(words) { keys.bare($0.token).first?.key }, default: []].append(number)
      } else {
        let patronymics = name.parts.filter { $0.role == .patronymic }
        if patronymics.isEmpty { parts[0, default: []].append(number) }
        for patronymic in patronymics {
          for key in keys.loose(patronymic.token) {
            parts[UInt64(key) | 1 << 40, default: []].append(number)
          }
        }
      }
    }
    for key in parts.keys.sorted() {
      if let part = parts[key], part.count > 1 { join(part, depth: depth + 1, into: &found) }
    }
    for key in loose.keys.sorted() {
      guard let part = loose[key], (2...Self.largest).contains(part.count) else { continue }
      join(part, depth: 1, into: &found)
    }
  }

  /// A sum over words in any order.
  private static func sum(_ words: [NamePart], _ key: (NamePart) -> UInt32?) -> UInt64 {
    words.reduce(0) { $0 &+ UInt64(key($1) ?? 0) &* 0x9E37_79B9_7F4A_7C15 }
  }
}
