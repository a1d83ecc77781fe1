/// Decoding of one scalar at a time, for text that may not be UTF-8.
package enum UTF8Decoding {
  /// The value that stands for a byte sequence that is not UTF-8.
  package static let invalid: UInt32 = 0xFFFF_FFFF

  /// Decodes the scalar at `position` and moves past it; an ill-formed sequence gives `invalid` and is passed as the
  /// Unicode standard recommends (its longest valid prefix is one error).
  @inline(__always)
  package static func next(_ bytes: Span<UInt8>, _ position: inout Int) -> UInt32 {
    let lead = bytes[position]
    position += 1
    if lead < 0x80 { return UInt32(lead) }
    return multibyte(bytes, lead, &position)
  }

  @inline(__always)
  private static func multibyte(
    _ bytes: Span<UInt8>, _ lead: UInt8, _ position: inout Int
  ) -> UInt32 {
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let needed: Int
    var scalar: UInt32
    switch lead {
    case 0xC2...0xDF:
      needed = 1
      scalar = UInt32(lead & 0x1F)
    case 0xE0...0xEF:
      needed = 2
      scalar = UInt32(lead & 0x0F)
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      needed = 3
      scalar = UInt32(lead & 0x07)
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default:
      return invalid
    }
    for _ in 0..<needed {
      guard position < bytes.count else { return invalid }
      let byte = bytes[position]
      guard byte >= low, byte <= high else { return invalid }
      low = 0x80
      high = 0xBF
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      position += 1
    }
    return scalar
  }

  /// A scalar as a string; what is none becomes U+FFFD.
  package static func text(_ scalar: UInt32) -> String {
    String(Unicode.Scalar(scalar) ?? "\u{FFFD}")
  }

  /// Scalars as a string.
  package static func text(_ scalars: some Sequence<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(text)
  }
}
