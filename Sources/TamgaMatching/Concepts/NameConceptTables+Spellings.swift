internal import TamgaLexicons
internal import TamgaTransliteration

/// The spellings that a given name has by rule.
extension NameConceptTables {
  /// How names of a language are written in the other letters of their own, in Russian and in English. Not in Arabic
  /// letters: they write the names of all the East, of which these lexicons have but a part.
  private static let ways: [String: [String]] = [
    "az": ["az-1958-r", "az-en-2020", "az-ru"],
    "kk": ["kk-2021", "kk-passport", "kk-ru"],
  ]

  /// Adds what schemes make of the given names. A romanisation folds letters together: without its own row `Hashim`
  /// would be known only as the Arabic name that is written so, and be taken for another than Həşim.
  mutating func addSpellings(_ lexicons: Lexicons) {
    for (language, ids) in Self.ways.sorted(by: { $0.key < $1.key }) {
      let schemes = ids.compactMap { try? Transliterator($0) }
      lexicons.forEachRow("names/given-\(language).tsv") { row in
        for scheme in schemes { insert(scheme.transliterate(row[0]), "\(language):\(row[0])") }
      }
      guard let column = (try? lexicons.table("names/shared.tsv"))?.column(language) else {
        continue
      }
      lexicons.forEachRow("names/shared.tsv") { row in
        for name in row.values(column) {
          for scheme in schemes { insert(scheme.transliterate(name), "shared:\(row[0])") }
        }
      }
    }
  }
}
