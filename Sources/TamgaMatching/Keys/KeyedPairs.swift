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
  /// A block of more names is refined.
  private static let largest = 48
  /// In a block that cannot be refined further, every name is paired with this many after it.
  private static let window = 6
  private static let buckets = 64
  /// Two words with fewer consonants together say too little without their vowels.
  private static let fewestConsonants = 3

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
  }

  /// All pairs, the smaller number first, each once, sorted.
  ///
  /// The keys are gone through in rounds, so that a round's postings and pairs are all that is held beside the result.
  ///
  /// - Parameter others: pairs found elsewhere, packed, in any order.
  mutating func find(beside others: [UInt64]) -> [(Int32, Int32)] {
    let rounds = min(16, 1 + names.count / 300_000)
    var ranges = [[UInt64]](repeating: [], count: Self.buckets)
    let count = names.count
    func put(_ pairs: [UInt64]) {
      for pair in pairs { ranges[Int(pair >> 32) * Self.buckets / count].append(pair) }
    }
    put(others)
    for round in 0..<rounds {
      for found in find(round, of: rounds) {
        largestBlock = max(largestBlock, found.largest)
        refinedBlocks += found.refined
        put(found.pairs)
      }
      ranges = Self.compacted(ranges)
    }
    var pairs: [(Int32, Int32)] = []
    pairs.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for number in ranges.indices {
      PackedPairs.unpack(ranges[number], to: &pairs)
      ranges[number] = []
    }
    return pairs
  }

  /// The pairs of one round, in the order of the buckets.
  private func find(_ round: Int, of rounds: Int) -> [Found] {
    let parts = collect(round, of: rounds)
    let keyed = self
    let results = Mutex<[Int: Found]>([:])
    DispatchQueue.concurrentPerform(iterations: Self.buckets) { bucket in
      var postings: [UInt64] = []
      postings.reserveCapacity(parts.reduce(0) { $0 + $1[bucket].count })
      for part in parts { postings.append(contentsOf: part[bucket]) }
      postings.sort()
      var found = Found()
      keyed.pair(postings, into: &found)
      found.compact()
      let result = found
      results.withLock { $0[bucket] = result }
    }
    let all = results.withLock { $0 }
    return (0..<Self.buckets).compactMap { all[$0] }
  }

  /// Lists of pairs, each sorted and without what it has twice.
  private static func compacted(_ lists: [[UInt64]]) -> [[UInt64]] {
    let results = Mutex<[Int: [UInt64]]>([:])
    DispatchQueue.concurrentPerform(iterations: lists.count) { number in
      var list = lists[number]
      PackedPairs.sortOnce(&list)
      let pairs = list
      results.withLock { $0[number] = pairs }
    }
    let all = results.withLock { $0 }
    return lists.indices.map { all[$0] ?? [] }
  }

  /// What one bucket gave.
  private struct Found: Sendable {
    var pairs: [UInt64] = []
    var largest = 0
    var refined = 0

    mutating func add(_ a: Int32, _ b: Int32) {
      if a != b { pairs.append(PackedPairs.pack(a, b)) }
    }

    mutating func compact() { PackedPairs.sortOnce(&pairs) }
  }

  // MARK: - Keys of names

  /// The postings of all names whose keys belong to a round, in parts, each in buckets by key.
  private func collect(_ round: Int, of rounds: Int) -> [[[UInt64]]] {
    let parts = 16
    let keyed = self
    let results = Mutex<[Int: [[UInt64]]]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var buckets = [[UInt64]](repeating: [], count: Self.buckets)
      var hashes: [UInt64] = []
      let count = keyed.names.count
      for number in count * part / parts..<count * (part + 1) / parts {
        hashes.removeAll(keepingCapacity: true)
        keyed.append(keyed.names[number], to: &hashes)
        for hash in hashes where Int(hash >> 1 & 0xFFFF) % rounds == round {
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

  /// The keys of a name, as hashes of 44 bits; the lowest bit is set for those that initials are found by.
  private func append(_ name: PreparedName, to hashes: inout [UInt64]) {
    let words = words(name)
    func add(_ a: UInt32, _ b: UInt64, isInitial: Bool = false) {
      var hash = (UInt64(a) << 32 | b) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 31
      hash = hash &* 0xff51_afd7_ed55_8ccd
      hash = hash >> 20 & ~1 | (isInitial ? 1 : 0)
      if !hashes.contains(hash) { hashes.append(hash) }
    }
    if words.count == 1 {
      for key in keys.strong(words[0].token) { add(key, 1 << 33) }
      for key in keys.loose(words[0].token) { add(key, 1 << 34) }
    }
    for (i, first) in words.enumerated() {
      for second in words[(i + 1)...] {
        for x in keys.bare(first.token) {
          for y in keys.bare(second.token) where x.count + y.count >= Self.fewestConsonants {
            add(min(x.key, y.key), UInt64(max(x.key, y.key)) | 1 << 36)
          }
        }
      }
    }
    let hasInitial = name.parts.contains { $0.role == .initial }
    for (i, first) in words.enumerated() {
      for token in [first.token, first.other] where token >= 0 {
        for strong in keys.strong(token) {
          for (j, second) in words.enumerated() where i != j {
            for loose in keys.loose(second.token) { add(strong, UInt64(loose)) }
          }
          guard hasInitials else { continue }
          for other in name.parts {
            var phones: UInt64 = 0
            if hasInitial {
              if other.role == .initial { phones = keys.firsts(other.token) }
            } else if other.role == .given || other.role == .unknown, other.token != first.token {
              phones = keys.initials(other.token)
            }
            while phones != 0 {
              add(strong, UInt64(phones.trailingZeroBitCount) | 1 << 35, isInitial: true)
              phones &= phones &- 1
            }
            // The second initial is the father’s.
            if hasInitial, phones == 0, other.role == .initial { break }
          }
        }
      }
    }
  }

  /// The words a name is found by: without what is left out so often that it finds nothing more.
  private func words(_ name: PreparedName) -> [NamePart] {
    let parts = name.parts.filter {
      $0.role != .initial && $0.role != .kind && $0.role != .nickname
    }
    let main = parts.filter { $0.role != .patronymic }
    let words = main.count >= 2 ? main : parts
    if words.isEmpty { return name.parts.filter { $0.role != .initial } }
    return Array(words.prefix(4))
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
      if found.pairs.count > 1 << 21 { found.compact() }
    }
  }

  private func join(_ block: [Int32], depth: Int, into found: inout Found) {
    if block.count <= Self.largest {
      for (index, a) in block.enumerated() {
        for b in block[(index + 1)...] { found.add(a, b) }
      }
      return
    }
    found.refined += 1
    if depth == 0 {
      // Names without vowels are in no part of the block: each with as many as four blocks hold.
      for a in block where names[Int(a)].parts.contains(where: { keys.isAbjad($0.token) }) {
        for b in block.prefix(4 * Self.largest) { found.add(a, b) }
      }
    }
    if depth < 2 {
      refine(block, depth: depth, into: &found)
    } else {
      // Names that nothing more tells apart: each with the next ones in an order of their sound.
      let sorted = block.sorted { (names[Int($0)].order, $0) < (names[Int($1)].order, $1) }
      for (index, a) in sorted.enumerated() {
        for b in sorted[(index + 1)...].prefix(Self.window) { found.add(a, b) }
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
    for a in short {
      let fathers = second(a)
      // One initial of many that begin so says nothing.
      if isLarge, fathers == 0 { continue }
      var count = 0
      for b in block where a != b && (!isLarge || fathers & second(b) != 0) {
        found.add(a, b)
        count += 1
        if count == Self.largest * 4 { break }
      }
    }
  }

  /// The phones of a name’s second initial, or those its patronymic may begin with.
  private func second(_ number: Int32) -> UInt64 {
    let parts = names[Int(number)].parts
    let initials = parts.filter { $0.role == .initial }
    if initials.count > 1 { return keys.firsts(initials[1].token) }
    return parts.first { $0.role == .patronymic }.map { keys.initials($0.token) } ?? 0
  }

  /// Splits a block by the strong keys of all its words, then of the father’s name.
  private func refine(_ block: [Int32], depth: Int, into found: inout Found) {
    var parts: [UInt64: [Int32]] = [:]
    for number in block {
      let name = names[Int(number)]
      if depth == 0 {
        var sum: UInt64 = 0
        for word in words(name) {
          guard let key = keys.strong(word.token).first else { continue }
          sum &+= UInt64(key) &* 0x9E37_79B9_7F4A_7C15
        }
        parts[sum, default: []].append(number)
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
  }
}
