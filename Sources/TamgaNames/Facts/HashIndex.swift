/// Numbers by 64-bit hashes, in open addressing.
///
/// The hash stands for what was hashed: with fewer than 2^17 entries the chance that any two of them, or a word asked
/// for and one of them, share a hash is below one in a hundred million.
struct HashIndex: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// The value of a key; nil where there is none.
  @inline(__always)
  func find(_ key: UInt64) -> UInt32? {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Gives a key the value `merge` makes of the one it has and `value`.
  mutating func insert(
    _ key: UInt64, _ value: UInt32, merge: (UInt32, UInt32) -> UInt32 = { $0 | $1 }
  ) {
    if (count + 1) * 2 > mask { grow() }
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[slot] != 0 {
      if keys[slot] == key {
        values[slot] = merge(values[slot], value)
        return
      }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    values[slot] = value
    count += 1
  }

  private mutating func grow() {
    var larger = HashIndex(capacity: keys.count)
    for slot in keys.indices where keys[slot] != 0 { larger.insert(keys[slot], values[slot]) }
    self = larger
  }
}
