/// Recognises names that cleaning would not change, in one pass over their bytes.
///
/// This is the bulk path's gate: most names of a real list pass it and are copied as they stand. Whatever it does not
/// know well goes the long way, so it may err only on that side; a test holds it to `CleaningPass` on random text.
struct CleanGate: Sendable {
  /// What a code point below U+0800 means to the gate.
  private enum Class {
    static let other: UInt8 = 0
    static let latinUpper: UInt8 = 1
    static let latinLower: UInt8 = 2
    static let cyrillicUpper: UInt8 = 3
    static let cyrillicLower: UInt8 = 4
    static let arabic: UInt8 = 5
    static let space: UInt8 = 6
    static let hyphen: UInt8 = 7
    static let period: UInt8 = 8
    static let comma: UInt8 = 9
    static let digit: UInt8 = 10
  }

  private let classes: [UInt8]
  private let repairsCase: Bool

  init(repairsCase: Bool) {
    let points = CodePoints.shared
    let tables = TextTables.shared
    var classes = [UInt8](repeating: Class.other, count: 0x800)
    for scalar in UInt32(0)..<0x700 {
      let properties = points[scalar]
      guard properties.contains(.composed) else { continue }
      if properties.contains(.letter), tables.signs[scalar] == nil {
        let isUpper = properties.contains(.upper)
        let isLower = properties.contains(.lower)
        switch properties.script {
        case .latin where isUpper: classes[Int(scalar)] = Class.latinUpper
        case .latin where isLower: classes[Int(scalar)] = Class.latinLower
        case .cyrillic where isUpper: classes[Int(scalar)] = Class.cyrillicUpper
        case .cyrillic where isLower: classes[Int(scalar)] = Class.cyrillicLower
        default: break
        }
      } else if properties.contains(.digit), scalar < 0x80 {
        classes[Int(scalar)] = Class.digit
      }
    }
    // Letters that cleaning looks at twice: the other schwa, kra, letters with a stress, ı̇ and Serbian ones that
    // only wrongly decoded text brings.
    for scalar in [0x018E, 0x01DD, 0x0138, 0x0400, 0x040D, 0x0450, 0x045D] {
      classes[scalar] = Class.other
    }
    for scalar in Array(0x0402...0x0403) + Array(0x0409...0x040C) + [0x040F]
      + Array(0x0452...0x0453) + Array(0x0459...0x045C) + [0x045F, 0x00D0, 0x00D1, 0x00C3, 0x00C2]
    {
      classes[scalar] = Class.other
    }
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
    let table = classes.span
    var position = 0
    let count = bytes.count
    // The part being read, between spaces and hyphens.
    var letters = 0
    var uppers = 0
    var asciiLetters = 0
    // The name so far.
    var scripts: UInt8 = 0
    var sawUpper = false
    var previous = Class.space
    while position < count {
      let byte = bytes[position]
      var kind: UInt8
      if byte < 0x80 {
        position += 1
        kind = table[Int(byte)]
      } else {
        guard byte >= 0xC2, byte < 0xE0, position + 1 < count else { return false }
        let next = bytes[position + 1]
        guard next & 0xC0 == 0x80 else { return false }
        position += 2
        kind = table[Int(byte & 0x1F) << 6 | Int(next & 0x3F)]
      }
      switch kind {
      case Class.latinLower:
        letters += 1
        scripts |= 1
        if byte < 0x80 { asciiLetters += 1 }
      case Class.cyrillicLower:
        letters += 1
        scripts |= 2
      case Class.latinUpper:
        letters += 1
        uppers += 1
        scripts |= 1
        if byte < 0x80 { asciiLetters += 1 }
        sawUpper = true
      case Class.cyrillicUpper:
        letters += 1
        uppers += 1
        scripts |= 2
        sawUpper = true
      case Class.space, Class.hyphen:
        guard previous != Class.space, previous != Class.hyphen,
          previous != Class.period || kind == Class.space
        else { return false }
        guard partPasses(letters, uppers, asciiLetters, scripts) else { return false }
        letters = 0
        uppers = 0
        asciiLetters = 0
      case Class.period:
        // An initial; anything else that ends in a period goes the long way.
        guard letters == 1, previous <= Class.cyrillicLower, previous != Class.other,
          position == count || bytes[position] == 0x20
        else { return false }
      case Class.digit:
        break
      case Class.comma:
        guard previous <= Class.cyrillicLower || previous == Class.period, previous != Class.other,
          position + 1 < count, bytes[position] == 0x20
        else { return false }
      default:
        return false
      }
      previous = kind
    }
    guard previous != Class.space, previous != Class.hyphen, previous != Class.comma else {
      return false
    }
    guard scripts == 1 || scripts == 2, sawUpper || !repairsCase else { return false }
    return partPasses(letters, uppers, asciiLetters, scripts)
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
