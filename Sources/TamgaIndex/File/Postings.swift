/// The variants a token stands in, as the file holds them: differences of ascending numbers, seven bits a byte.
///
/// A number is four times the variant's, and in its two low bits one less than how many parts the name has, at most
/// three.
enum Postings {
  /// The number of a variant with so many parts.
  @inline(__always)
  static func number(variant: UInt32, parts: Int) -> UInt32 {
    variant << 2 | UInt32(min(max(parts - 1, 0), 3))
  }

  /// Appends numbers that ascend, after `last`.
  static func append(_ numbers: [UInt32], after last: UInt32 = 0, to bytes: inout [UInt8]) {
    var last = last
    for number in numbers {
      var difference = number &- last
      last = number
      while difference >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: difference) | 0x80)
        difference >>= 7
      }
      bytes.append(UInt8(difference))
    }
  }

  /// Calls `body` with every number.
  @inline(__always)
  static func forEach(_ bytes: Span<UInt8>, _ body: (UInt32) -> Void) {
    var number: UInt32 = 0
    var index = 0
    while index < bytes.count {
      var difference: UInt32 = 0
      var shift: UInt32 = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        difference |= UInt32(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      number = number &+ difference
      body(number)
    }
  }

  /// The last number; 0 where there is none.
  static func last(_ bytes: Span<UInt8>) -> UInt32 {
    var last: UInt32 = 0
    forEach(bytes) { last = $0 }
    return last
  }
}
