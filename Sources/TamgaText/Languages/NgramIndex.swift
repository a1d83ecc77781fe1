internal import TamgaLexicons

/// The weights of letter n-grams by their hashes: what a run of many names looks them up in.
final class NgramIndex: Sendable {
  private struct Slot {
    var key: UInt32 = 0
    /// Where the row’s weights begin, and how many they are; 0 weights mark an empty slot.
    var start: UInt32 = 0
    var count: UInt32 = 0
  }

  private struct Weight {
    var language: UInt8
    var value: Int16
  }

  private let slots: [Slot]
  private let weights: [Weight]
  private let mask: Int
  /// A bit for each hash there is a row of, and for one in fifteen others: most n-grams of an unknown word have no row,
  /// and these bits fit into the nearest memory.
  private let filter: [UInt64]
  private static let filterMask = 1 << 18 - 1

  /// Reads all rows of a table.
  init(_ table: LexiconTable) {
    var size = 1024
    while size < table.rowCount * 2 { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    var weights: [Weight] = []
    var filter = [UInt64](repeating: 0, count: (Self.filterMask + 1) / 64)
    let mask = size - 1
    table.withRows { rows in
      var ngram: [UInt32] = []
      var position = 0
      while position < rows.count {
        ngram.removeAll(keepingCapacity: true)
        while position < rows.count, rows[position] != 0x09, rows[position] != 0x0A {
          ngram.append(UTF8Decoding.next(rows, &position))
        }
        position += 1
        let start = weights.count
        Self.readWeights(rows, &position) { language, value in
          weights.append(Weight(language: UInt8(language), value: value))
        }
        position += 1
        guard weights.count > start else { continue }
        let hash = LanguageFeatures.hash(ngram)
        let bit = Int(truncatingIfNeeded: hash >> 16) & Self.filterMask
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[slot].count > 0 { slot = (slot + 1) & mask }
        slots[slot] = Slot(
          key: UInt32(truncatingIfNeeded: hash), start: UInt32(start),
          count: UInt32(weights.count - start))
      }
    }
    self.slots = slots
    self.weights = weights
    self.mask = mask
    self.filter = filter
  }

  /// Reads the weights at `position` up to the end of the line: letters of languages, each with a whole number.
  @inline(__always)
  static func readWeights(
    _ bytes: Span<UInt8>, _ position: inout Int, _ body: (Int, Int16) -> Void
  ) {
    while position < bytes.count, bytes[position] != 0x0A {
      let language = Int(bytes[position] &- 0x61)
      position += 1
      var value = 0
      let isNegative = position < bytes.count && bytes[position] == 0x2D
      if isNegative { position += 1 }
      while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
        value = min(value * 10 + Int(bytes[position] - 0x30), 32000)
        position += 1
      }
      if language < Language.allCases.count { body(language, Int16(isNegative ? -value : value)) }
    }
  }

  /// Adds the weights of the n-grams of a word that stands between its boundaries.
  func score(_ word: Span<UInt32>, _ scores: inout [Int32]) {
    LanguageFeatures.forEachNgram(word) { hash, _ in add(hash, &scores) }
  }

  /// Adds the weights of the row with this hash.
  @inline(__always)
  func add(_ hash: UInt64, _ scores: inout [Int32]) {
    let bit = Int(truncatingIfNeeded: hash >> 16) & Self.filterMask
    guard filter[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { return }
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    let key = UInt32(truncatingIfNeeded: hash)
    while slots[slot].count > 0 {
      if slots[slot].key == key {
        let start = Int(slots[slot].start)
        for index in start..<start + Int(slots[slot].count) {
          scores[Int(weights[index].language)] += Int32(weights[index].value)
        }
        return
      }
      slot = (slot + 1) & mask
    }
  }
}
