internal import TamgaLexicons

/// Which letters belong to which language, from `text/alphabets.tsv`.
struct LanguageAlphabets: Sendable {
  static let shipped = LanguageAlphabets(.shipped)

  /// What a letter outside a language’s alphabet counts against it, in units of the model’s scale. Three count at
  /// most: a foreign name in the language has some.
  static let penalty = Int32(LanguageModel.scale * 5 / 2)

  /// For each letter below U+0700 the languages that have it, a bit for each case of `Language`.
  private var masks: [UInt32]

  init(_ lexicons: Lexicons) {
    var masks = [UInt32](repeating: 0, count: 0x700)
    lexicons.forEachRow("text/alphabets.tsv") { row in
      guard let language = Self.language(row[0]) else { return }
      for scalar in row[1].unicodeScalars where scalar.value < 0x700 {
        masks[Int(scalar.value)] |= 1 << UInt32(language.index)
        if language == .azArab { masks[Int(scalar.value)] |= 1 << UInt32(Language.fa.index) }
      }
    }
    self.masks = masks
  }

  /// The language of an alphabet: `kk-Latn-2017` is one of Kazakh in Latin letters.
  private static func language(_ tag: String) -> Language? {
    let parts = tag.split(separator: "-")
    return Language(tag: parts.prefix(2).joined(separator: "-"))
      ?? parts.first.flatMap { Language(tag: String($0)) }
  }

  /// Whether a language writes this letter.
  func has(_ symbol: UInt32, _ language: Language) -> Bool {
    symbol < 0x700 && masks[Int(symbol)] & 1 << UInt32(language.index) != 0
  }

  /// Takes from each language’s score what foreign letters count against it.
  @inline(__always)
  func judge(_ symbols: [UInt32], _ scores: inout [Int32]) {
    let all = UInt32(1) << UInt32(scores.count) - 1
    var foreign: (UInt32, UInt32, UInt32) = (0, 0, 0)
    for symbol in symbols where symbol != LanguageFeatures.boundary && symbol != 0x2019 {
      let missing = symbol < 0x700 ? ~masks[Int(symbol)] & all : all
      foreign.2 |= foreign.1 & missing
      foreign.1 |= foreign.0 & missing
      foreign.0 |= missing
    }
    for index in scores.indices {
      let bit = UInt32(1) << UInt32(index)
      if foreign.0 & bit != 0 { scores[index] -= Self.penalty }
      if foreign.1 & bit != 0 { scores[index] -= Self.penalty }
      if foreign.2 & bit != 0 { scores[index] -= Self.penalty }
    }
  }
}
