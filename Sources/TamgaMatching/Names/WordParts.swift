/// The parts that words of persons' names come to: each distinct word is taken apart once for each role it has.
struct WordParts: Sendable {
  /// A word with its parts' place: side by side, so that one look reaches both.
  private struct Slot {
    var key: UInt64 = 0
    var parts: Range<Int32> = 0..<0
  }

  private var slots: [Slot]
  private var mask: Int
  private var used = 0
  private(set) var parts: [NamePart] = []

  /// How many words are kept before all are forgotten.
  private static let mostKept = 1 << 17
  private static let smallest = 1 << 10

  init() {
    mask = Self.smallest - 1
    slots = Array(repeating: Slot(), count: Self.smallest)
  }

  /// Where the parts of a word stand in `parts`; nil where it was not taken apart yet.
  ///
  /// - Parameter key: a number made from the word, its role and how it is read; never 0.
  @inline(__always)
  func find(_ key: UInt64) -> Range<Int32>? {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].parts }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Keeps the parts of a word; returns where they stand.
  mutating func insert(_ key: UInt64, _ found: [NamePart]) -> Range<Int32> {
    if used == Self.mostKept { self = WordParts() }
    if used * 2 > mask { grow() }
    let start = Int32(parts.count)
    parts.append(contentsOf: found)
    let range = start..<Int32(parts.count)
    place(key, range)
    return range
  }

  private mutating func place(_ key: UInt64, _ range: Range<Int32>) {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[slot].key != 0 { slot = (slot + 1) & mask }
    slots[slot] = Slot(key: key, parts: range)
    used += 1
  }

  private mutating func grow() {
    let old = slots
    mask = mask * 2 + 1
    slots = Array(repeating: Slot(), count: mask + 1)
    used = 0
    for slot in old where slot.key != 0 { place(slot.key, slot.parts) }
  }
}
