internal import TamgaICU

/// What ICU says of a code point, as a table for the scripts of names and by ICU itself for all others.
///
/// The table is made from ICU when it is first needed, so that it can never disagree with the library it runs with.
struct CodePoints: Sendable {
  static let shared = CodePoints()

  /// The properties of one code point.
  struct Properties: OptionSet, Sendable {
    let rawValue: UInt16
    /// Bits 0–2 are the script; the rest are these.
    static let letter = Properties(rawValue: 1 << 3)
    static let upper = Properties(rawValue: 1 << 4)
    static let lower = Properties(rawValue: 1 << 5)
    static let mark = Properties(rawValue: 1 << 6)
    static let digit = Properties(rawValue: 1 << 7)
    static let control = Properties(rawValue: 1 << 8)
    static let ignorable = Properties(rawValue: 1 << 9)
    /// In NFC by itself, and with a normalisation boundary before it.
    static let composed = Properties(rawValue: 1 << 10)
    static let whitespace = Properties(rawValue: 1 << 11)

    var script: Script { Script(rawValue: UInt8(rawValue & 7)) ?? .other }
  }

  /// The blocks the table covers: Latin, Cyrillic, Arabic and general punctuation.
  private static let covered: [Range<UInt32>] = [0..<0x700, 0x1E00..<0x1F00, 0x2000..<0x2100]
  private static let limit = 0x2100

  private let properties: [Properties]
  private let lower: [UInt16]
  private let upper: [UInt16]
  private let known: [Bool]

  private init() {
    var properties = [Properties](repeating: [], count: Self.limit)
    var lower = [UInt16](repeating: 0, count: Self.limit)
    var upper = [UInt16](repeating: 0, count: Self.limit)
    var known = [Bool](repeating: false, count: Self.limit)
    for block in Self.covered {
      for scalar in block {
        properties[Int(scalar)] = Self.ask(scalar)
        lower[Int(scalar)] = UInt16(truncatingIfNeeded: ICU.Characters.lowercase(scalar))
        upper[Int(scalar)] = UInt16(truncatingIfNeeded: ICU.Characters.uppercase(scalar))
        known[Int(scalar)] = true
      }
    }
    self.properties = properties
    self.lower = lower
    self.upper = upper
    self.known = known
  }

  /// The properties of a code point.
  @inline(__always)
  subscript(scalar: UInt32) -> Properties {
    if scalar < Self.limit, known[Int(scalar)] { return properties[Int(scalar)] }
    return Self.ask(scalar)
  }

  /// The simple lower-case mapping in no locale.
  @inline(__always)
  func lowercase(_ scalar: UInt32) -> UInt32 {
    if scalar < Self.limit, known[Int(scalar)] { return UInt32(lower[Int(scalar)]) }
    return scalar <= 0x10FFFF ? ICU.Characters.lowercase(scalar) : scalar
  }

  /// The simple upper-case mapping in no locale.
  @inline(__always)
  func uppercase(_ scalar: UInt32) -> UInt32 {
    if scalar < Self.limit, known[Int(scalar)] { return UInt32(upper[Int(scalar)]) }
    return scalar <= 0x10FFFF ? ICU.Characters.uppercase(scalar) : scalar
  }

  /// Asks ICU.
  static func ask(_ scalar: UInt32) -> Properties {
    guard scalar <= 0x10FFFF, !(0xD800..<0xE000).contains(scalar) else { return .control }
    var result = Properties(rawValue: UInt16(Script(code: ICU.Characters.script(scalar)).rawValue))
    switch ICU.Characters.generalCategory(scalar) {
    case 1: result.formUnion([.letter, .upper])
    case 2: result.formUnion([.letter, .lower])
    case 3: result.formUnion([.letter, .upper])
    case 4, 5: result.formUnion(.letter)
    case 6, 7, 8: result.formUnion(.mark)
    case 9: result.formUnion(.digit)
    case 12, 13, 14: result.formUnion(.whitespace)
    case 15: result.formUnion(.control)
    default: break
    }
    if ICU.Characters.isWhitespace(scalar) { result.formUnion(.whitespace) }
    if ICU.Characters.isDefaultIgnorable(scalar) { result.formUnion(.ignorable) }
    if let normalizer = nfc, normalizer.hasBoundaryBefore(scalar),
      (try? normalizer.isNormalized(Array(UTF8Decoding.text(scalar).utf16))) == true
    {
      result.formUnion(.composed)
    }
    return result
  }

  /// ICU's NFC; nil only where ICU has lost its data.
  static let nfc = try? ICU.Normalizer(.nfc)
  /// ICU's NFKC; nil only where ICU has lost its data.
  static let nfkc = try? ICU.Normalizer(.nfkc)
}
