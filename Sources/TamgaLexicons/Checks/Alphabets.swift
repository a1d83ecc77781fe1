/// The letters of each language, by `text/alphabets.tsv`.
struct Alphabets: Sendable {
  private let letters: [String: Set<Unicode.Scalar>]

  /// Reads the alphabets.
  ///
  /// - Throws: `LexiconError` when there are none.
  init(_ lexicons: Lexicons) throws(LexiconError) {
    var letters: [String: Set<Unicode.Scalar>] = [:]
    try lexicons.table("text/alphabets.tsv").forEachRow { row in
      letters[row[0]] = Set(row[1].unicodeScalars.filter { $0 != " " })
    }
    self.letters = letters
  }

  /// How a language tag of the lexicons is called among the alphabets; nil where it has none there.
  private static func name(_ language: String) -> String? {
    switch language {
    case "az": "az-Latn"
    case "kk": "kk-Cyrl"
    case "kk-Latn": nil  // The orders differ, and forms of several stand side by side.
    default: language
    }
  }

  /// The first letter of `text` that is not of the language, in lower case; nil where all are.
  ///
  /// Signs, digits and spaces are nobody's and pass; so does every letter of a language whose
  /// alphabet is not known.
  func stranger(in text: String, of language: String) -> Unicode.Scalar? {
    guard let name = Self.name(language), let own = letters[name] else { return nil }
    let isTurkic = language == "az" || language == "tr"
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      let lower = Self.lowercase(scalar, isTurkic: isTurkic)
      if !own.contains(lower), !Self.isForeignLatin(lower, language) { return lower }
    }
    return nil
  }

  private static func lowercase(_ scalar: Unicode.Scalar, isTurkic: Bool) -> Unicode.Scalar {
    switch scalar {
    case "İ": "i"
    case "I" where isTurkic: "ı"
    default: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }
  }

  /// Western orthographies write foreign names with the letters of their countries.
  private static func isForeignLatin(_ letter: Unicode.Scalar, _ language: String) -> Bool {
    guard ["en", "tr", "de", "fr"].contains(language) else { return false }
    return letter.isASCII || (0xDF...0x24F).contains(letter.value)
      || (0x1E00...0x1EFF).contains(letter.value) || (0x2B0...0x2FF).contains(letter.value)
  }
}
