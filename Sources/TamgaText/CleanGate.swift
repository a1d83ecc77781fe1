/// Recognises names that cleaning would not change, in one pass over their bytes.
///
/// This is the bulk path's gate: most names of a real list pass it and are copied as they stand. Whatever it does not
/// know well goes the long way, so it may err only on that side; a test holds it to `CleaningPass` on random text.
///
/// This file is a named hot path: it reads bytes whose bounds the loop has checked.
struct CleanGate: Sendable {
  /// What a code point below U+0800 means to the gate.
  private enum Class {
    static let other: UInt8 = 0
    static let latinUpper: UInt8 = 1
    static let latinLower: UInt8 = 2
    static let cyrillicUpper: UInt8 = 3
    static let cyrillicLower: UInt8 = 4
    static let arabic: UInt8 = 5
    static let apostrophe: UInt8 = 6
    static let digit: UInt8 = 7
    static let period: UInt8 = 8
    static let comma: UInt8 = 9
    static let hyphen: UInt8 = 10
    static let space: UInt8 = 11
    static let end: UInt8 = 12
  }

  private let classes: [UInt8]
  private let repairsCase: Bool

  /// The gate for names of which this is known.
  static func shared(_ options: CleaningOptions) -> CleanGate {
    let isKazakh = options.language == .kkArab
    return all[(options.repairsCase ? 1 : 0) + (isKazakh ? 2 : 0)]
  }

  private static let all = [false, true].flatMap { isKazakh in
    [false, true].map { CleanGate(repairsCase: $0, isKazakh: isKazakh) }
  }

  /// - Parameter isKazakh: whether Arabic letters are those of Kazakh, which the gate leaves to cleaning.
  init(repairsCase: Bool, isKazakh: Bool = false) {
    let points = CodePoints.shared
    let tables = TextTables.shared
    var classes = [UInt8](repeating: Class.other, count: 0x800)
    for scalar in UInt32(0)..<0x700 {
      let properties = points[scalar]
      guard properties.contains(.composed) else { continue }
      if properties.contains(.letter), tables.sign(scalar) == nil {
        let isUpper = properties.contains(.upper)
        let isLower = properties.contains(.lower)
        switch properties.script {
        case .latin where isUpper: classes[Int(scalar)] = Class.latinUpper
        case .latin where isLower: classes[Int(scalar)] = Class.latinLower
        case .cyrillic where isUpper: classes[Int(scalar)] = Class.cyrillicUpper
        case .cyrillic where isLower: classes[Int(scalar)] = Class.cyrillicLower
        case .arabic where !isKazakh && !CleaningPass.changesArabic(scalar):
          classes[Int(scalar)] = Class.arabic
        default: break
        }
      } else if properties.contains(.digit), scalar < 0x80 {
        classes[Int(scalar)] = Class.digit
      }
    }
    // Letters that cleaning looks at twice: the other schwa, kra, letters with a stress, ı̇ and Serbian ones that
    // only wrongly decoded text brings.
    for scalar in [0x018E, 0x01DD, 0x0138, 0x0400, 0x040D, 0x0450, 0x045D, 0xDE, 0xFE, 0xF0]
      + [0x472, 0x473, 0x494, 0x495, 0x4A0, 0x4A1, 0x4A4, 0x4A5, 0x4C3, 0x4C4, 0x4F6, 0x4F7]
      + Array(0x4C7...0x4CA) + [0x132, 0x133, 0x149] + Array(0x1C4...0x1CC) + Array(0x1F1...0x1F3)
    {
      classes[scalar] = Class.other
    }
    for scalar in Array(0x0402...0x0403) + Array(0x0409...0x040C) + [0x040F]
      + Array(0x0452...0x0453) + Array(0x0459...0x045C) + [
        0x045F, 0x00D0, 0x00D1, 0x00C3, 0x00C2, 0x00C5, 0x0178,
      ]
    {
      classes[scalar] = Class.other
    }
    classes[0x0A] = Class.end
    classes[0x20] = Class.space
    classes[0x2D] = Class.hyphen
    classes[0x2E] = Class.period
    classes[0x2C] = Class.comma
    self.classes = classes
    self.repairsCase = repairsCase
  }

  /// Whether cleaning would leave these bytes as they are.
  @inline(__always)
  func passes(_ bytes: Span<UInt8>) -> Bool {
    let found = scan(bytes, from: 0)
    return found.passes && found.end == bytes.count
  }

  /// Where the line that begins at `start` ends, and whether cleaning would leave it as it is.
  ///
  /// A line that does not pass may be reported to end anywhere before its end.
  @inline(__always)
  func scan(_ bytes: Span<UInt8>, from start: Int) -> (end: Int, passes: Bool) {
    let table = classes.span
    var position = start
    let count = bytes.count
    // The part being read, between spaces and hyphens.
    var letters = 0
    var uppers = 0
    var asciiLetters = 0
    // The name so far.
    var scripts: UInt8 = 0
    var sawUpper = false
    var previous = Class.space
    while true {
      var kind = Class.end
      let at = position
      var isASCII = true
      if position < count {
        let byte = unsafe bytes[unchecked: position]
        if byte < 0x80 {
          position += 1
          kind = unsafe table[unchecked: Int(byte)]
        } else if byte < 0xE0 {
          guard byte >= 0xC2, position + 1 < count else { return (at, false) }
          let next = unsafe bytes[unchecked: position + 1]
          guard next & 0xC0 == 0x80 else { return (at, false) }
          position += 2
          isASCII = false
          kind = unsafe table[unchecked: Int(byte & 0x1F) << 6 | Int(next & 0x3F)]
        } else {
          guard byte == 0xE2, position + 2 < count,
            unsafe bytes[unchecked: position + 1] == 0x80,
            unsafe bytes[unchecked: position + 2] == 0x99
          else { return (at, false) }
          position += 3
          isASCII = false
          kind = Class.apostrophe
        }
      }
      switch kind {
      case Class.latinLower:
        letters += 1
        scripts |= 1
        if isASCII { asciiLetters += 1 }
      case Class.cyrillicLower:
        letters += 1
        scripts |= 2
      case Class.latinUpper:
        // A capital behind a small letter may be the capitals key’s work.
        guard previous != Class.latinLower || !repairsCase else { return (at, false) }
        letters += 1
        uppers += 1
        scripts |= 1
        if isASCII { asciiLetters += 1 }
        sawUpper = true
      case Class.cyrillicUpper:
        guard previous != Class.cyrillicLower || !repairsCase else { return (at, false) }
        letters += 1
        uppers += 1
        scripts |= 2
        sawUpper = true
      case Class.arabic:
        letters += 1
        scripts |= 4
        guard previous >= Class.arabic else { return (at, false) }
      case Class.apostrophe:
        // Between two letters it is an apostrophe; anywhere else it may be a quote.
        guard previous <= Class.cyrillicLower, previous != Class.other, position < count,
          isLetter(bytes, position)
        else { return (at, false) }
        // Behind Ğ, İ or Ş it may be the second byte of a letter decoded with the wrong table.
        if previous == Class.latinUpper, bytes[at - 1] >= 0x80 { return (at, false) }
      case Class.space, Class.hyphen:
        guard previous != Class.space, previous != Class.hyphen,
          previous != Class.period || kind == Class.space
        else { return (at, false) }
        guard partPasses(letters, uppers, asciiLetters, scripts) else { return (at, false) }
        letters = 0
        uppers = 0
        asciiLetters = 0
      case Class.period:
        // An initial; anything else that ends in a period goes the long way.
        guard letters == 1, previous <= Class.cyrillicLower, previous != Class.other,
          position == count || (unsafe bytes[unchecked: position]) == 0x20
            || (unsafe bytes[unchecked: position]) == 0x0A
        else { return (at, false) }
      case Class.digit:
        break
      case Class.comma:
        guard previous <= Class.arabic || previous == Class.period, previous != Class.other,
          position + 1 < count, unsafe bytes[unchecked: position] == 0x20
        else { return (at, false) }
      case Class.end:
        guard previous <= Class.period,
          scripts == 1 || scripts == 2 || scripts == 4,
          sawUpper || !repairsCase || scripts == 4
        else { return (at, false) }
        return (at, partPasses(letters, uppers, asciiLetters, scripts))
      default:
        return (at, false)
      }
      previous = kind
    }
  }

  /// Whether a letter of Latin or Cyrillic stands at `position`.
  @inline(__always)
  private func isLetter(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    let byte = bytes[position]
    if byte < 0x80 { return (1...4).contains(classes[Int(byte)]) }
    guard byte >= 0xC2, byte < 0xE0, position + 1 < bytes.count else { return false }
    return (1...4).contains(classes[Int(byte & 0x1F) << 6 | Int(bytes[position + 1] & 0x3F)])
  }

  /// Whether a part between spaces and hyphens needs no look at its case or its encoding.
  @inline(__always)
  private func partPasses(
    _ letters: Int, _ uppers: Int, _ asciiLetters: Int, _ scripts: UInt8
  ) -> Bool {
    if letters > 1, uppers == letters, repairsCase { return false }
    // A Latin word without a single ASCII letter may be Cyrillic decoded with the wrong table.
    if letters > 1, asciiLetters == 0, scripts & 1 != 0 { return false }
    return true
  }
}
