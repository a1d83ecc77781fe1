internal import Dispatch
internal import Synchronization
internal import TamgaText

/// For every token of a table, the tokens that may be spellings of it, with the odds: each pair is scored once.
public struct TokenNeighbours: Sendable {
  /// Where each token's neighbours begin in `tokens`; one more than there are tokens.
  private(set) var starts: [Int32] = [0]
  /// The neighbours, each token's own among them, in the order of their numbers.
  private(set) var tokens: [Int32] = []
  /// log₂ of the odds of each.
  private(set) var odds: [Float] = []
  /// How many pairs were compared.
  public private(set) var comparedPairs = 0

  /// The odds a pair needs to be kept.
  static let threshold: Float = -1
  /// Blocks larger than this are split by the first vowel and the length of the token.
  static let largestBlock = 600

  /// Finds the neighbours of all tokens, on all cores. The result does not depend on their number.
  public init(_ table: TokenTable) {
    let blocks = Self.blocks(table)
    let count = table.count
    let parts = 16
    let found = Mutex<[Int: (pairs: [(Int32, Int32, Float)], compared: Int)]>([:])
    let owners = blocks.byToken
    let members = blocks.members
    let isLinked = blocks.isLinked
    let profiles = TokenProfiles(table)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var comparer = TokenComparer()
      var pairs: [(Int32, Int32, Float)] = []
      var compared = 0
      var seen = [Int32](repeating: -1, count: count)
      for token in stride(from: part, to: count, by: parts) {
        for block in owners[token] {
          let isLinked = isLinked[Int(block)]
          for other in members[Int(block)] where other > token && seen[Int(other)] != token {
            if !isLinked, !profiles.mayBeAlike(token, Int(other)) { continue }
            seen[Int(other)] = Int32(token)
            compared += 1
            let similarity = comparer.fresh(token, Int(other), table)
            if similarity.odds > Self.threshold {
              pairs.append((Int32(token), other, similarity.odds))
            }
          }
        }
      }
      found.withLock { $0[part] = (pairs, compared) }
    }
    let all = found.withLock { $0 }
    var lists = [[(Int32, Float)]](repeating: [], count: count)
    for token in 0..<count { lists[token].append((Int32(token), 12)) }
    for part in 0..<parts {
      guard let result = all[part] else { continue }
      comparedPairs += result.compared
      for (a, b, odds) in result.pairs {
        lists[Int(a)].append((b, odds))
        lists[Int(b)].append((a, odds))
      }
    }
    for list in lists {
      for (token, odds) in list.sorted(by: { $0.0 < $1.0 }) {
        tokens.append(token)
        self.odds.append(odds)
      }
      starts.append(Int32(tokens.count))
    }
  }

  /// The range of a token's neighbours.
  @inline(__always)
  func range(_ token: Int) -> Range<Int> { Int(starts[token])..<Int(starts[token + 1]) }

  /// Tokens by key, in blocks, and the blocks of each token.
  private static func blocks(
    _ table: TokenTable
  ) -> (members: [[Int32]], byToken: [[Int32]], isLinked: [Bool]) {
    var numbers: [UInt64: Int32] = [:]
    var members: [[Int32]] = []
    /// Whether a block is of tokens that a lexicon links.
    var linked: [Bool] = []
    func put(_ key: UInt64, _ token: Int32) {
      if let number = numbers[key] {
        if members[Int(number)].last != token { members[Int(number)].append(token) }
      } else {
        numbers[key] = Int32(members.count)
        members.append([token])
        linked.append(key & 1 << 62 != 0)
      }
    }
    let hasAbjad = table.forms.contains(where: \.isAbjad)
    var keys: [UInt64] = []
    for token in 0..<table.count {
      keys.removeAll(keepingCapacity: true)
      for form in table.entries[token].forms {
        let form = table.forms[Int(form)]
        TokenKeys.append(
          table.phones.span.extracting(table.phones(form)), isAbjad: form.isAbjad,
          meetsAbjad: hasAbjad, to: &keys)
      }
      for concept in table.entries[token].names {
        keys.append(UInt64(table.concepts[Int(concept)]) | 1 << 62)
      }
      for concept in table.entries[token].diminutives {
        keys.append(UInt64(table.concepts[Int(concept)]) | 1 << 62)
      }
      for key in keys { put(key, Int32(token)) }
    }
    // A block too large is refined, never dropped: by the skeleton's first letters and its length.
    var refined: [[Int32]] = []
    var isLinked: [Bool] = []
    for (number, block) in members.enumerated() where block.count > 1 {
      if block.count <= largestBlock {
        refined.append(block)
      } else {
        refined.append(contentsOf: split(block, table))
      }
      while isLinked.count < refined.count { isLinked.append(linked[number]) }
    }
    var byToken = [[Int32]](repeating: [], count: table.count)
    for (number, block) in refined.enumerated() {
      for token in block { byToken[Int(token)].append(Int32(number)) }
    }
    return (refined, byToken, isLinked)
  }

  private static func split(_ block: [Int32], _ table: TokenTable) -> [[Int32]] {
    var parts: [UInt64: [Int32]] = [:]
    for token in block {
      guard let first = table.entries[Int(token)].forms.first else { continue }
      let form = table.forms[Int(first)]
      let range = table.phones(form)
      var skeleton: [UInt8] = []
      Skeleton.append(table.phones.span.extracting(range), to: &skeleton)
      // Every token stands in two parts, by its beginning and by its end, so that one difference does not part it.
      let length = UInt64(skeleton.count)
      var head: UInt64 = 1
      for letter in skeleton.prefix(3) { head = head << 8 | UInt64(letter) }
      var tail: UInt64 = 2
      for letter in skeleton.suffix(3) { tail = tail << 8 | UInt64(letter) }
      parts[head << 8 | length / 3, default: []].append(token)
      parts[tail << 8 | length / 3 | 1 << 60, default: []].append(token)
    }
    return parts.keys.sorted().compactMap { key in
      parts[key].flatMap { $0.count > 1 ? $0 : nil }
    }
  }
}
