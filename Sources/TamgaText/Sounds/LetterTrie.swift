/// Letter sequences and what they sound like, longest match first.
///
/// Nodes are numbered; a node's children are found by one lookup in an open-addressed table, so that reading a word
/// neither hashes strings nor allocates.
struct LetterTrie: Sendable {
  /// The sounds of a sequence at the start of a word, after a vowel, and after a consonant.
  struct Sounds: Sendable {
    var start: [UInt8]
    var vowel: [UInt8]
    var consonant: [UInt8]
  }

  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private var used = 0
  private(set) var nodeCount = 1
  /// For each node, the number of its sounds in `sounds`, or -1.
  private var ends: [Int32] = [-1]
  private(set) var sounds: [Sounds] = []

  init() {
    keys = Array(repeating: .max, count: 1024)
    values = Array(repeating: 0, count: 1024)
    mask = 1023
  }

  /// Adds a sequence, or gives it other sounds.
  mutating func insert(_ letters: some Sequence<UInt32>, _ sequence: Sounds) {
    var node: Int32 = 0
    for letter in letters {
      let key = UInt64(node) << 32 | UInt64(letter)
      if let child = find(key) {
        node = child
      } else {
        let child = Int32(nodeCount)
        nodeCount += 1
        ends.append(-1)
        add(key, child)
        node = child
      }
    }
    ends[Int(node)] = Int32(sounds.count)
    sounds.append(sequence)
  }

  /// The longest sequence that begins at `position`: its length and the number of its sounds.
  @inline(__always)
  func longest(_ letters: Span<UInt32>, at position: Int) -> (length: Int, sounds: Int)? {
    var node: Int32 = 0
    var best: (length: Int, sounds: Int)?
    var index = position
    while index < letters.count, let child = find(UInt64(node) << 32 | UInt64(letters[index])) {
      node = child
      index += 1
      let end = ends[Int(node)]
      if end >= 0 { best = (index - position, Int(end)) }
    }
    return best
  }

  @inline(__always)
  private func find(_ key: UInt64) -> Int32? {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while true {
      let found = keys[slot]
      if found == key { return values[slot] }
      if found == .max { return nil }
      slot = (slot + 1) & mask
    }
  }

  private mutating func add(_ key: UInt64, _ value: Int32) {
    if used * 2 > mask {
      let (oldKeys, oldValues) = (keys, values)
      mask = mask * 2 + 1
      keys = Array(repeating: .max, count: mask + 1)
      values = Array(repeating: 0, count: mask + 1)
      used = 0
      for (index, old) in oldKeys.enumerated() where old != .max { add(old, oldValues[index]) }
    }
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while keys[slot] != .max { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
    used += 1
  }
}
