/// Pairs of names or of tokens as one number each, the smaller of both in the high half.
enum PackedPairs {
  /// The number of a pair, whichever comes first.
  @inline(__always)
  static func pack(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  /// Sorts pairs and leaves each in once.
  static func sortOnce(_ pairs: inout [UInt64]) {
    pairs.sort()
    var kept = 0
    for index in pairs.indices where index == 0 || pairs[index] != pairs[index - 1] {
      pairs[kept] = pairs[index]
      kept += 1
    }
    pairs.removeLast(pairs.count - kept)
  }

  /// Appends pairs as they are used, the smaller first.
  static func unpack(_ packed: [UInt64], to pairs: inout [(Int32, Int32)]) {
    for pair in packed { pairs.append((Int32(pair >> 32), Int32(pair & 0xFFFF_FFFF))) }
  }
}
