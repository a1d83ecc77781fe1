internal import Dispatch
internal import Synchronization

/// Looks pairs of tokens up among names: sorted runs instead of dictionaries, so that a million names fit.
struct PairFinder {
  private let neighbours: TokenNeighbours
  private let names: NamePostings
  private let limit: Int
  private(set) var found: [UInt64] = []
  private(set) var largestBlock = 0
  private(set) var refinedBlocks = 0
  /// The side of a square of pairs up to which one word in common is enough, for persons and for other names: persons
  /// share words with many others.
  private static let personsByWord = 16
  private static let phrasesByWord = 64

  init(neighbours: TokenNeighbours, names: NamePostings, limit: Int) {
    self.neighbours = neighbours
    self.names = names
    self.limit = limit
  }

  /// All pairs.
  mutating func pairs() -> NamePairs {
    PackedPairs.sortOnce(&found)
    defer { found = [] }
    return NamePairs(sorted: found)
  }

  mutating func add(_ a: Int32, _ b: Int32) {
    if a != b { found.append(PackedPairs.pack(a, b)) }
  }

  /// Names by pairs of words, by the only word they have, and by words that few have.
  mutating func find() {
    findPairs()
    findWords(limit: limit) { $0.wordCounts[Int($1)] == 1 }
    findWords(limit: Self.phrasesByWord) { !$0.isPerson[Int($1)] }
    findWords(limit: Self.personsByWord) { $0.isPerson[Int($1)] }
  }

  private mutating func findPairs() {
    var postings: [Blocks.Posting] = []
    postings.reserveCapacity(names.count * 3)
    for name in 0..<Int32(names.count) {
      let range = names.range(name)
      for i in range {
        for j in range where j > i && names.entries[i].word != names.entries[j].word {
          let key = PackedPairs.pack(names.entries[i].token, names.entries[j].token)
          postings.append(Blocks.Posting(key: key, name: name))
        }
      }
    }
    let blocks = Blocks(&postings)
    let parts = 16
    let results = Mutex<[Int: (pairs: [UInt64], largest: Int, refined: Int)]>([:])
    let finder = self
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var pairs: [UInt64] = []
      var largest = 0
      var refined = 0
      for run in stride(from: part, to: blocks.count, by: parts) {
        let key = blocks.keys[run]
        let (a, b) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
        let here = blocks[run]
        largest = max(largest, here.count)
        for x in finder.neighbours.range(a) {
          for y in finder.neighbours.range(b) {
            let other = PackedPairs.pack(finder.neighbours.tokens[x], finder.neighbours.tokens[y])
            guard other >= key, let match = blocks.find(other) else { continue }
            let isRefined = finder.join(
              here, blocks[match], key: key, other: other, isSame: match == run, into: &pairs)
            if isRefined { refined += 1 }
          }
        }
        if pairs.count > 1 << 22 { PackedPairs.sortOnce(&pairs) }
      }
      PackedPairs.sortOnce(&pairs)
      results.withLock { $0[part] = (pairs, largest, refined) }
    }
    let all = results.withLock { $0 }
    for part in 0..<parts {
      guard let result = all[part] else { continue }
      found.append(contentsOf: result.pairs)
      largestBlock = max(largestBlock, result.largest)
      refinedBlocks += result.refined
    }
  }

  /// Names of one kind by single words, where no more pairs come of it than the square of the limit.
  private mutating func findWords(
    limit: Int, _ isWanted: (NamePostings, Int32) -> Bool
  ) {
    var postings: [Blocks.Posting] = []
    for name in 0..<Int32(names.count) where isWanted(names, name) {
      for index in names.range(name) {
        postings.append(Blocks.Posting(key: UInt64(names.entries[index].token), name: name))
      }
    }
    let blocks = Blocks(&postings)
    var pairs: [UInt64] = []
    for run in 0..<blocks.count {
      let key = blocks.keys[run]
      for x in neighbours.range(Int(key)) {
        let other = UInt64(neighbours.tokens[x])
        guard other >= key, let match = blocks.find(other) else { continue }
        let (first, second) = (blocks[run], blocks[match])
        // Larger blocks are found by pairs of words.
        if first.count * second.count > limit * limit { continue }
        for a in first {
          for b in second where match == run ? a < b : a != b {
            pairs.append(PackedPairs.pack(a, b))
          }
        }
      }
      if pairs.count > 1 << 22 { PackedPairs.sortOnce(&pairs) }
    }
    found.append(contentsOf: pairs)
  }

  /// Pairs two blocks of names that share the words `key` and `other`; says whether they were so large that they were
  /// refined.
  private func join(
    _ first: ArraySlice<Int32>, _ second: ArraySlice<Int32>, key: UInt64, other: UInt64,
    isSame: Bool, into pairs: inout [UInt64]
  ) -> Bool {
    if first.count * second.count > limit * limit {
      joinRefined(first, second, key, other, into: &pairs)
      return true
    }
    for a in first {
      for b in second where isSame ? a < b : a != b { pairs.append(PackedPairs.pack(a, b)) }
    }
    return false
  }

  /// In a block too large, names are paired by a third word, and those that have none with each other.
  private func joinRefined(
    _ first: ArraySlice<Int32>, _ second: ArraySlice<Int32>, _ key: UInt64, _ other: UInt64,
    into pairs: inout [UInt64]
  ) {
    let none = UInt64.max
    var postings: [Blocks.Posting] = []
    for b in second {
      let thirds = thirds(b, besides: other)
      for token in thirds { postings.append(Blocks.Posting(key: UInt64(token), name: b)) }
      if thirds.isEmpty { postings.append(Blocks.Posting(key: none, name: b)) }
    }
    let blocks = Blocks(&postings)
    for a in first {
      let thirds = thirds(a, besides: key)
      if thirds.isEmpty, let match = blocks.find(none) {
        for b in blocks[match].prefix(limit) where a != b { pairs.append(PackedPairs.pack(a, b)) }
      }
      for token in thirds {
        for x in neighbours.range(Int(token)) {
          guard let match = blocks.find(UInt64(neighbours.tokens[x])) else { continue }
          for b in blocks[match] where a != b { pairs.append(PackedPairs.pack(a, b)) }
        }
      }
    }
  }

  /// The tokens of a name that stand for other words than the two of a key.
  private func thirds(_ name: Int32, besides key: UInt64) -> [Int32] {
    let (x, y) = (Int32(key >> 32), Int32(key & 0xFFFF_FFFF))
    let entries = names.entries[names.range(name)]
    var words: [Int16] = []
    for entry in entries where entry.token == x || entry.token == y { words.append(entry.word) }
    return entries.filter { !words.contains($0.word) }.map(\.token)
  }
}
