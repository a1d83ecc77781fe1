internal import Dispatch
internal import Synchronization

/// Looks pairs of tokens up among names: sorted runs instead of dictionaries, so that a million names fit.
struct PairFinder {
  private let neighbours: TokenNeighbours
  /// The tokens each name is found by: `tokens[starts[n]..<starts[n + 1]]`.
  private let tokens: [Int32]
  private let starts: [Int32]
  private let limit: Int
  private(set) var found: [UInt64] = []
  private(set) var largestBlock = 0
  private(set) var refinedBlocks = 0

  init(neighbours: TokenNeighbours, tokens: [Int32], starts: [Int32], limit: Int) {
    self.neighbours = neighbours
    self.tokens = tokens
    self.starts = starts
    self.limit = limit
  }

  private var names: Int { starts.count - 1 }

  private func tokens(of name: Int32) -> ArraySlice<Int32> {
    tokens[Int(starts[Int(name)])..<Int(starts[Int(name) + 1])]
  }

  private static func key(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  /// All pairs, each once, the smaller number first, sorted.
  mutating func pairs() -> [(Int32, Int32)] {
    found.sort()
    var result: [(Int32, Int32)] = []
    result.reserveCapacity(found.count)
    var last = UInt64.max
    for pair in found where pair != last {
      result.append((Int32(pair >> 32), Int32(pair & 0xFFFF_FFFF)))
      last = pair
    }
    found = []
    return result
  }

  mutating func add(_ a: Int32, _ b: Int32) {
    if a != b { found.append(Self.key(a, b)) }
  }

  /// Names of two tokens and more by pairs of tokens, names of one by that.
  mutating func find() {
    findPairs()
    findSingles()
  }

  private mutating func findPairs() {
    var postings: [Blocks.Posting] = []
    postings.reserveCapacity(names * 3)
    for name in 0..<Int32(names) {
      let list = tokens(of: name)
      for i in list.indices {
        for j in list.indices where j > i && list[i] != list[j] {
          postings.append(Blocks.Posting(key: Self.key(list[i], list[j]), name: name))
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
            let other = Self.key(finder.neighbours.tokens[x], finder.neighbours.tokens[y])
            guard other >= key, let match = blocks.find(other) else { continue }
            if finder.join(here, blocks[match], isSame: match == run, into: &pairs) { refined += 1 }
          }
        }
        if pairs.count > 1 << 22 { Self.compact(&pairs) }
      }
      Self.compact(&pairs)
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

  private static func compact(_ pairs: inout [UInt64]) {
    pairs.sort()
    var kept = 0
    for index in pairs.indices where index == 0 || pairs[index] != pairs[index - 1] {
      pairs[kept] = pairs[index]
      kept += 1
    }
    pairs.removeLast(pairs.count - kept)
  }

  private mutating func findSingles() {
    var postings: [Blocks.Posting] = []
    for name in 0..<Int32(names) {
      let list = tokens(of: name)
      if list.count == 1, let token = list.first {
        postings.append(Blocks.Posting(key: UInt64(token), name: name))
      }
    }
    let blocks = Blocks(&postings)
    var pairs: [UInt64] = []
    for run in 0..<blocks.count {
      let key = blocks.keys[run]
      for x in neighbours.range(Int(key)) {
        let other = UInt64(neighbours.tokens[x])
        guard other >= key, let match = blocks.find(other) else { continue }
        if join(blocks[run], blocks[match], isSame: match == run, into: &pairs) {
          refinedBlocks += 1
        }
      }
    }
    found.append(contentsOf: pairs)
  }

  /// Pairs two blocks; says whether they were so large that they were refined.
  private func join(
    _ first: ArraySlice<Int32>, _ second: ArraySlice<Int32>, isSame: Bool,
    into pairs: inout [UInt64]
  ) -> Bool {
    if first.count * second.count > limit * limit {
      joinRefined(first, second, into: &pairs)
      return true
    }
    for a in first {
      for b in second where isSame ? a < b : a != b { pairs.append(Self.key(a, b)) }
    }
    return false
  }

  /// In a block too large, names are paired when all tokens of the shorter one have a neighbour in the other.
  private func joinRefined(
    _ first: ArraySlice<Int32>, _ second: ArraySlice<Int32>, into pairs: inout [UInt64]
  ) {
    var postings: [Blocks.Posting] = []
    for b in second {
      for token in tokens(of: b) { postings.append(Blocks.Posting(key: UInt64(token), name: b)) }
    }
    postings.sort()
    var hits: [Int32: Int] = [:]
    for a in first {
      hits.removeAll(keepingCapacity: true)
      let list = tokens(of: a)
      for token in list {
        var seen: Set<Int32> = []
        for x in neighbours.range(Int(token)) {
          let key = UInt64(neighbours.tokens[x])
          var low = postings.startIndex
          var high = postings.endIndex
          while low < high {
            let middle = (low + high) / 2
            if postings[middle].key < key { low = middle + 1 } else { high = middle }
          }
          while low < postings.count, postings[low].key == key {
            if seen.insert(postings[low].name).inserted {
              hits[postings[low].name, default: 0] += 1
            }
            low += 1
          }
        }
      }
      for (b, count) in hits where a != b && count >= min(list.count, tokens(of: b).count) {
        pairs.append(Self.key(a, b))
      }
    }
  }
}
