/// Names in blocks by key, the keys sorted and found by hash.
struct Blocks: Sendable {
  /// A key with a name that has it.
  struct Posting: Comparable, Sendable {
    let key: UInt64
    let name: Int32

    static func < (x: Posting, y: Posting) -> Bool {
      x.key != y.key ? x.key < y.key : x.name < y.name
    }
  }

  /// The keys, each once, sorted.
  let keys: [UInt64]
  private let runs: [Int32]
  private let members: [Int32]
  private let slots: [Int32]
  private let mask: Int

  /// Sorts the postings, and takes them.
  init(_ postings: inout [Posting]) {
    postings.sort()
    var keys: [UInt64] = []
    var runs: [Int32] = []
    for (index, posting) in postings.enumerated() where posting.key != keys.last {
      keys.append(posting.key)
      runs.append(Int32(index))
    }
    runs.append(Int32(postings.count))
    members = postings.map(\.name)
    postings = []
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (number, key) in keys.enumerated() {
      var slot = Self.hash(key) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number)
    }
    self.keys = keys
    self.runs = runs
    self.slots = slots
    mask = size - 1
  }

  /// How many blocks there are.
  var count: Int { keys.count }

  /// The names of a block, sorted.
  subscript(block: Int) -> ArraySlice<Int32> { members[Int(runs[block])..<Int(runs[block + 1])] }

  /// The block of a key; nil where there is none.
  @inline(__always)
  func find(_ key: UInt64) -> Int? {
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 29)
  }
}
