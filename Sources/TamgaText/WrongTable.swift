internal import TamgaICU

/// Text that was decoded with the wrong table: UTF-8 read as windows-1252, 1251, 1254 or KOI8-R, and windows-1251 read as
/// windows-1252. Only what is certain is decoded again.
enum WrongTable {
  /// The byte each scalar stands for in a single-byte table.
  private struct Table: Sendable {
    let bytes: [UInt32: UInt8]

    init(_ name: String) {
      var bytes: [UInt32: UInt8] = [:]
      if let converter = try? ICU.CharsetConverter(name) {
        for byte in UInt8(0x80)...0xFF {
          var invalid = 0
          let decoded = (try? converter.decode([byte], isLast: true, invalid: &invalid)) ?? []
          let scalars = Array(String(decoding: decoded, as: UTF8.self).unicodeScalars)
          if scalars.count == 1, scalars[0] != "\u{FFFD}" { bytes[scalars[0].value] = byte }
        }
      }
      // Readers that know no better pass bytes without a meaning on as C1 controls.
      for byte in UInt8(0x80)..<0xA0 where bytes[UInt32(byte)] == nil {
        bytes[UInt32(byte)] = byte
      }
      self.bytes = bytes
    }
  }

  private static let windows1252 = Table("windows-1252")
  private static let windows1251 = Table("windows-1251")
  private static let windows1254 = Table("windows-1254")
  private static let koi8R = Table("KOI8-R")

  /// Whether any scalar is of the kind that only wrong tables, or a few languages, bring.
  static func isSuspicious(_ scalars: [UInt32]) -> Bool {
    scalars.contains { scalar in
      switch scalar {
      case 0x80...0xFF, 0x402, 0x403, 0x409...0x40C, 0x40F, 0x452, 0x453, 0x459...0x45C, 0x45F,
        0x2013...0x203A, 0x20AC, 0x2116, 0x2122, 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E,
        0x192, 0x2C6, 0x2DC, 0x490, 0x491, 0x2500...0x25A0:
        true
      default: false
      }
    }
  }

  /// Whether there is no letter from A to Z.
  static func hasNoASCIILetter(_ scalars: [UInt32]) -> Bool {
    !scalars.contains { (0x41...0x5A).contains($0 & ~0x20) && $0 < 0x80 }
  }

  /// The text these scalars are when their bytes were UTF-8; nil when they were not.
  static func decodeUTF8(_ scalars: ArraySlice<UInt32>) -> [UInt32]? {
    for table in [windows1252, windows1251, koi8R] {
      if let decoded = decodeUTF8(scalars, by: table, minimum: 2) { return decoded }
    }
    // `İ’` alone is Azerbaijani; twice such a pair is not.
    return decodeUTF8(scalars, by: windows1254, minimum: 4)
  }

  private static func decodeUTF8(
    _ scalars: ArraySlice<UInt32>, by table: Table, minimum: Int
  ) -> [UInt32]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    var high = 0
    for scalar in scalars {
      if scalar < 0x80 {
        bytes.append(UInt8(scalar))
      } else if let byte = table.bytes[scalar] {
        bytes.append(byte)
        high += 1
      } else {
        return nil
      }
    }
    guard high >= minimum, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let decoded = text.unicodeScalars.map(\.value)
    let letters = decoded.filter { $0 >= 0x80 }
    guard letters.allSatisfy({ isPlausible($0) }) else { return nil }
    // Signs alone prove it where each was three bytes: no language has `â€™` in a word.
    let isProved =
      letters.contains(where: isLetter) || letters.allSatisfy { (0x2010...0x2027).contains($0) }
    return isProved ? decoded : nil
  }

  /// The Cyrillic word these Latin letters are when windows-1251 was read as windows-1252: no ASCII letter among
  /// them, and at least `minimum` letters.
  static func decode1251(_ scalars: ArraySlice<UInt32>, minimum: Int) -> [UInt32]? {
    var decoded: [UInt32] = []
    var letters = 0
    for scalar in scalars {
      switch scalar {
      case 0xC0...0xFF:
        decoded.append(scalar - 0xC0 + 0x410)
        letters += 1
      case 0xA3: decoded.append(0x408)
      case 0xBC: decoded.append(0x458)
      case 0xB2: decoded.append(0x406)
      case 0xB3: decoded.append(0x456)
      case 0xA8: decoded.append(0x401)
      case 0xB8: decoded.append(0x451)
      case 0x21...0x40: decoded.append(scalar)
      default: return nil
      }
    }
    return letters >= minimum ? decoded : nil
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    CodePoints.shared[scalar].contains(.letter)
  }

  /// Letters of our scripts, their marks, and the punctuation of names.
  private static func isPlausible(_ scalar: UInt32) -> Bool {
    let properties = CodePoints.shared[scalar]
    if properties.contains(.letter) { return properties.script != .other }
    if properties.contains(.mark) { return true }
    return TextTables.shared.sign(scalar) != nil || [0x2026, 0x2116, 0xB7].contains(scalar)
  }
}
