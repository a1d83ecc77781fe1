/// A hash table from 64-bit marks to counts: open addressing, built once, never changed afterwards.
struct NumberTable: Sendable {
  private var keys: [UInt64]
  private var values: [Float]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Float](repeating: 0, count: size)
    mask = size - 1
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The count of a mark; 0 when it is not there. The mark 0 is never there.
  @inline(__always)
  subscript(key: UInt64) -> Float { values[slot(key)] }

  /// Adds to the count of a mark.
  mutating func add(_ value: Float, to key: UInt64) {
    if (count + 1) * 2 > keys.count { grow() }
    let place = slot(key)
    if keys[place] == 0 {
      keys[place] = key
      count += 1
    }
    values[place] += value
  }

  private mutating func grow() {
    var larger = NumberTable(capacity: keys.count)
    for (key, value) in zip(keys, values) where key != 0 { larger.add(value, to: key) }
    self = larger
  }
}
