internal import TamgaICU

/// An encoding that files of names come in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// Cyrillic on Windows.
  case windows1251 = "windows-1251"
  /// Cyrillic on Unix and in old mail.
  case koi8R = "koi8-r"
  /// Turkish and Azerbaijani without ə on Windows.
  case windows1254 = "windows-1254"
  /// Turkish and Azerbaijani without ə elsewhere.
  case iso88599 = "iso-8859-9"
  /// UTF-16 with a byte order mark; without one, in the order the text itself shows, else little-endian.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// The encoding of a name as users write it: case, hyphens and common aliases do not matter.
  public init?(name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    if let own = Self.allCases.first(where: { $0.rawValue.filter { $0 != "-" } == plain }) {
      self = own
      return
    }
    switch plain {
    case "ascii", "usascii": self = .utf8
    case "cp1251", "win1251", "ansi1251": self = .windows1251
    case "koi8", "koi8ru": self = .koi8R
    case "cp1254", "win1254": self = .windows1254
    case "latin5", "88599": self = .iso88599
    case "ucs2", "unicode": self = .utf16
    default: return nil
    }
  }

  /// Whether each byte is a character.
  var isSingleByte: Bool {
    switch self {
    case .windows1251, .koi8R, .windows1254, .iso88599: true
    default: false
    }
  }

  /// What each byte stands for, as ICU has it; 0xFFFD where a byte stands for nothing that text holds. 256 values.
  var table: [UInt32] {
    var table = (0..<256).map { UInt32($0) }
    let converter = try? ICU.CharsetConverter(rawValue)
    for byte in 0x80...0xFF {
      var invalid = 0
      let decoded = try? converter?.decode([UInt8(byte)], isLast: true, invalid: &invalid)
      let scalars = Array(String(decoding: decoded ?? [], as: UTF8.self).unicodeScalars)
      let scalar = scalars.count == 1 && invalid == 0 ? scalars[0].value : 0xFFFD
      // C1 controls are what converters make of bytes that the encoding leaves free.
      table[byte] = (0x80..<0xA0).contains(scalar) ? 0xFFFD : scalar
    }
    return table
  }
}
