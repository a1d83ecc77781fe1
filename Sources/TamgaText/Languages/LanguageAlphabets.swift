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

  /// The languages that lack one, two, and three or more of a name’s letters, a bit for each.
  struct Foreign: Sendable, Equatable {
    var one: UInt32 = 0
    var two: UInt32 = 0
    var three: UInt32 = 0

    /// Counts the letters of another word as well.
    @inline(__always)
    mutating func add(_ word: Foreign) {
      three |= word.three | two & word.one | one & word.two
      two |= word.two | one & word.one
      one |= word.one
    }
  }

  /// Which languages lack letters of a name.
  @inline(__always)
  func foreign(_ symbols: [UInt32]) -> Foreign {
    let all = UInt32(1) << UInt32(Language.allCases.count) - 1
    var foreign = Foreign()
    for symbol in symbols where symbol != LanguageFeatures.boundary && symbol != 0x2019 {
      let missing = symbol < 0x700 ? ~masks[Int(symbol)] & all : all
      foreign.three |= foreign.two & missing
      foreign.two |= foreign.one & missing
      foreign.one |= missing
    }
    return foreign
  }

  /// Takes from each language’s score what foreign letters count against it.
  @inline(__always)
  static func judge(_ foreign: Foreign, _ scores: inout [Int32]) {
    for index in scores.indices {
      let bit = UInt32(1) << UInt32(index)
      if foreign.one & bit != 0 { scores[index] -= Self.penalty }
      if foreign.two & bit != 0 { scores[index] -= Self.penalty }
      if foreign.three & bit != 0 { scores[index] -= Self.penalty }
    }
  }
}
