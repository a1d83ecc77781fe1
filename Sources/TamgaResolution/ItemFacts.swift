internal import TamgaNames
internal import TamgaText

/// What is known of a distinct name by itself: the language it is written in and how well it would stand for all.
struct ItemFacts: Sendable {
  var language: Language?
  var script: Script
  /// How complete and clean the name is: the higher, the better a display form.
  var quality: Float
  /// Whether it is a person's name of one word.
  var isBare = false

  /// The facts of the cleaned name a parser has just read.
  ///
  /// - Parameter given: the language the table says it is in.
  init(_ name: Span<UInt8>, _ parser: borrowing BulkNameParser, given: Language?) {
    var counts = (latin: 0, cyrillic: 0, arabic: 0, odd: 0)
    for index in 0..<name.count {
      switch name[index] {
      case 0x41...0x5A, 0x61...0x7A, 0xC3...0xCA: counts.latin += 1
      case 0xD0...0xD4: counts.cyrillic += 1
      case 0xD8...0xDB: counts.arabic += 1
      case 0x28, 0x29, 0x2F, 0x3A, 0x5B, 0x5D, 0x30...0x39: counts.odd += 1
      default: break
      }
    }
    script =
      counts.arabic > max(counts.latin, counts.cyrillic)
      ? .arabic
      : counts.cyrillic > counts.latin ? .cyrillic : counts.latin > 0 ? .latin : .other
    language = Self.language(given, parser.language, script)
    var quality = -Float(counts.odd)
    if counts.latin > 0, counts.cyrillic > 0 { quality -= 2 }
    if parser.type == .person {
      quality += Self.completeness(parser)
      isBare = Self.isBare(parser)
    } else {
      quality -= Float(name.count) / 200
    }
    self.quality = quality
  }

  /// The given language in the script the name is in; the guessed one where that cannot be.
  private static func language(
    _ given: Language?, _ guess: Language?, _ script: Script
  ) -> Language? {
    guard let given else { return guess }
    if given.script == script { return given }
    switch (given.code, script) {
    case ("az", .latin): return .azLatn
    case ("az", .cyrillic): return .azCyrl
    case ("az", .arabic): return .azArab
    case ("kk", .latin): return .kkLatn
    case ("kk", .cyrillic): return .kkCyrl
    case ("kk", .arabic): return .kkArab
    default: return guess
    }
  }

  private static func completeness(_ parser: borrowing BulkNameParser) -> Float {
    var quality: Float = 0
    var seen: (given: Bool, family: Bool) = (false, false)
    for (index, role) in parser.roles.enumerated() {
      switch role.role {
      case .given:
        if !seen.given { quality += index == 0 ? 2.4 : 2 }
        seen.given = true
      case .family:
        if !seen.family { quality += 2 }
        seen.family = true
      case .patronymic: quality += 0.2
      case .initial: quality -= 1
      case .title, .nickname, .alias, .maiden: quality -= 0.7
      default: break
      }
      if parser.tokens[index].marks.contains(.capitals) { quality -= 0.3 }
      if parser.tokens[index].marks.contains(.afterComma) { quality -= 0.6 }
    }
    return quality
  }

  /// Whether one word is all there is: no second name, no initial, no patronymic.
  private static func isBare(_ parser: borrowing BulkNameParser) -> Bool {
    var words = 0
    for role in parser.roles {
      switch role.role {
      case .title, .marker, .particle, .kind, .legal, .other: continue
      default: words += 1
      }
    }
    return words == 1
  }
}
