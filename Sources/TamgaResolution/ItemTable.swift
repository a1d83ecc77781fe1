internal import TamgaText

/// The distinct names of a table: rows that cannot be told apart are one item.
struct ItemTable {
  /// The item of every row; -1 for a row without a name.
  private(set) var items: [Int32] = []
  /// The first row of every item, and how many rows it has.
  private(set) var firstRows: [Int32] = []
  private(set) var counts: [Int32] = []
  /// The cleaned name of every item.
  private(set) var names = NameBatch()
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var mask: Int

  init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: -1, count: size)
    items.reserveCapacity(capacity)
  }

  /// Adds a row with its cleaned name and a number for whatever else tells rows apart.
  mutating func add(_ name: Span<UInt8>, context: UInt64) {
    guard name.count > 0 else {
      items.append(-1)
      return
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ context
    for index in 0..<name.count { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 29) | 1
    var slot = Int(truncatingIfNeeded: hash >> 8) & mask
    while slots[slot] >= 0 {
      let item = Int(slots[slot])
      if hashes[item] == hash, equals(item, name) {
        items.append(Int32(item))
        counts[item] += 1
        return
      }
      slot = (slot + 1) & mask
    }
    let item = Int32(firstRows.count)
    slots[slot] = item
    hashes.append(hash)
    firstRows.append(Int32(items.count))
    counts.append(1)
    names.append(name)
    items.append(item)
    if firstRows.count * 2 > mask { grow() }
  }

  /// Gives up what only more rows would need.
  mutating func close() {
    slots = []
    hashes = []
  }

  private func equals(_ item: Int, _ name: Span<UInt8>) -> Bool {
    let range = names.range(item)
    guard range.count == name.count else { return false }
    for index in 0..<name.count where names.bytes[range.lowerBound + index] != name[index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    mask = mask * 2 + 1
    slots = Array(repeating: -1, count: mask + 1)
    for (item, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash >> 8) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(item)
    }
  }
}
