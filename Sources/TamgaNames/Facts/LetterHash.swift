/// A running hash of folded letters: equal letters, equal hash, whatever table asks.
enum LetterHash {
  static let seed: UInt64 = 0x51_7C_C1_B7_27_22_0A_95

  @inline(__always)
  static func mix(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    let product = (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// The hash of two words in a row, from their own.
  @inline(__always)
  static func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ second &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 31
  }

  static func hash(_ letters: Span<UInt32>) -> UInt64 {
    var hash = seed
    for index in 0..<letters.count { hash = mix(hash, letters[index]) }
    return hash
  }

  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = seed
    for index in 0..<bytes.count { hash = mix(hash, UInt32(bytes[index])) }
    return hash
  }
}
