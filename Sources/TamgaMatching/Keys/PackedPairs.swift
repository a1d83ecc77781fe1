/// Pairs of names or of tokens as one number each, the smaller of both in the high half.
enum PackedPairs {
  /// The number of a pair, whichever comes first.
  @inline(__always)
  static func pack(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  /// The pair of a number, the smaller first.
  @inline(__always)
  static func unpack(_ pair: UInt64) -> (Int32, Int32) {
    (Int32(pair >> 32), Int32(pair & 0xFFFF_FFFF))
  }

  /// Sorts pairs and leaves each in once.
  static func sortOnce(_ pairs: inout [UInt64]) {
    var sorter = RadixSorter()
    sorter.sort(&pairs)
    var kept = 0
    for index in pairs.indices where index == 0 || pairs[index] != pairs[index - 1] {
      pairs[kept] = pairs[index]
      kept += 1
    }
    pairs.removeLast(pairs.count - kept)
  }

  /// The pairs of two sorted lists, sorted, each once.
  static func merged(_ first: [UInt64], _ second: [UInt64]) -> [UInt64] {
    if first.isEmpty { return second }
    var merged: [UInt64] = []
    merged.reserveCapacity(first.count + second.count)
    var (i, j) = (0, 0)
    while i < first.count, j < second.count {
      let (x, y) = (first[i], second[j])
      merged.append(min(x, y))
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    merged.append(contentsOf: first[i...])
    merged.append(contentsOf: second[j...])
    return merged
  }
}
