/// UTF-8 of one scalar in a machine word, the first byte in the lowest bits.
enum UTF8Words {
  /// The bytes of a scalar.
  @inline(__always)
  static func word(_ scalar: UInt32) -> UInt64 {
    let value = UInt64(scalar)
    if scalar < 0x80 { return value }
    if scalar < 0x800 { return 0x80C0 | value >> 6 | (value & 0x3F) << 8 }
    if scalar < 0x1_0000 {
      return 0x8080E0 | value >> 12 | (value >> 6 & 0x3F) << 8 | (value & 0x3F) << 16
    }
    return 0x808080F0 | value >> 18 | (value >> 12 & 0x3F) << 8 | (value >> 6 & 0x3F) << 16
      | (value & 0x3F) << 24
  }
}
