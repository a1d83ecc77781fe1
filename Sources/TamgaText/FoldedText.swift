/// Text folded for comparison: lower case, ё as е, without regard to the machine's locale.
public enum FoldedText {
  /// The folded scalars of a text.
  ///
  /// - Parameter dotlessI: whether capital I is the capital of ı.
  public static func scalars(_ text: String, dotlessI: Bool = false) -> [UInt32] {
    text.unicodeScalars.map { fold($0.value, dotlessI: dotlessI) }
  }

  /// One scalar, folded.
  @inline(__always)
  public static func fold(_ scalar: UInt32, dotlessI: Bool = false) -> UInt32 {
    switch scalar {
    case 0x61...0x7A: scalar
    case 0x49: dotlessI ? 0x131 : 0x69
    case 0x41...0x5A: scalar | 0x20
    case 0x130: 0x69
    case 0x401, 0x451: 0x435
    case 0x410...0x42F: scalar + 0x20
    case 0x430...0x44F: scalar
    default: CodePoints.shared.lowercase(scalar)
    }
  }

  /// The capital of a folded scalar, in no locale.
  public static func capital(_ scalar: UInt32) -> UInt32 { CodePoints.shared.uppercase(scalar) }

  /// Appends the folded scalars of UTF-8 bytes.
  public static func append(
    _ bytes: Span<UInt8>, dotlessI: Bool = false, to scalars: inout [UInt32]
  ) {
    var position = 0
    while position < bytes.count {
      let scalar = UTF8Decoding.next(bytes, &position)
      scalars.append(scalar == UTF8Decoding.invalid ? 0xFFFD : fold(scalar, dotlessI: dotlessI))
    }
  }
}
