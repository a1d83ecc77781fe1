/// Hashes of folded letters and of phrases, for the tables of the extraction.
enum WordHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func mix(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    let product = (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  static func hash(_ letters: some Sequence<UInt32>) -> UInt64 {
    var hash = seed
    for letter in letters { hash = mix(hash, letter) }
    return hash
  }

  /// The hash of a phrase from the hashes of its first words and of its next one.
  @inline(__always)
  static func join(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    let product = (phrase ^ word &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 31
  }
}
