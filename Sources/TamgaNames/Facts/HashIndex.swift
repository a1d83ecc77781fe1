/// Values by 64-bit hashes, in open addressing.
///
/// The hash stands for what was hashed: with fewer than 2^18 entries the chance that any two of them share one is below
/// one in a hundred million.
struct HashIndex: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    var value: UInt64 = 0
  }

  private var slots: [Slot]
  private var mask: Int
  private(set) var count = 0

  /// Makes room for `capacity` entries.
  init(capacity: Int = 64) {
    var size = 64
    while size < capacity + capacity / 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
  }

  /// The value of a key; nil where there is none.
  @inline(__always)
  func find(_ key: UInt64) -> UInt64? {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].value }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Gives a key a value, instead of the one it has.
  @inline(__always)
  mutating func insert(_ key: UInt64, _ value: UInt64) {
    if count + count / 2 > mask { grow() }
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    if slots[slot].key == 0 { count += 1 }
    slots[slot] = Slot(key: key, value: value)
  }

  private mutating func grow() {
    var larger = HashIndex(capacity: slots.count)
    for slot in slots where slot.key != 0 { larger.insert(slot.key, slot.value) }
    self = larger
  }
}
