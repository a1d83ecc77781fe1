internal import TamgaICU

/// What a scalar is in running text.
struct LetterClass: OptionSet, Sendable {
  let rawValue: UInt8
  static let letter = LetterClass(rawValue: 1 << 0)
  static let upper = LetterClass(rawValue: 1 << 1)
  static let lower = LetterClass(rawValue: 1 << 2)
  static let mark = LetterClass(rawValue: 1 << 3)
  static let digit = LetterClass(rawValue: 1 << 4)
  static let space = LetterClass(rawValue: 1 << 5)
  static let line = LetterClass(rawValue: 1 << 6)
  /// Invisible: a soft hyphen, a joiner, a byte order mark.
  static let invisible = LetterClass(rawValue: 1 << 7)

  /// The scripts of our names lie below this scalar; what lies above is asked for one by one.
  private static let limit: UInt32 = 0x2100
  private static let table = (0..<limit).map { ask($0) }

  /// The class of a scalar.
  @inline(__always)
  static func of(_ scalar: UInt32) -> LetterClass {
    scalar < limit ? table[Int(scalar)] : ask(scalar)
  }

  private static func ask(_ scalar: UInt32) -> LetterClass {
    switch scalar {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: return [.space, .line]
    case 0x02B9...0x02BF: return .mark
    default: break
    }
    if ICU.Characters.isWhitespace(scalar) { return .space }
    if ICU.Characters.isDefaultIgnorable(scalar) { return .invisible }
    switch ICU.Characters.generalCategory(scalar) {
    case 1, 3: return [.letter, .upper]
    case 2: return [.letter, .lower]
    case 4, 5: return .letter
    case 6, 7, 8: return .mark
    case 9: return .digit
    default: return []
    }
  }
}
