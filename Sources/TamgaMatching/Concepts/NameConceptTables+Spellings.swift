internal import TamgaLexicons
internal import TamgaTransliteration

/// The spellings that a given name has by rule.
extension NameConceptTables {
  /// How names of a language are written in the other letters of their own and in English, and in Russian. Not in
  /// Arabic letters: they write the names of all the East, of which these lexicons have but a part.
  private static let ways: [(language: String, direct: [String], russian: String)] = [
    ("az", ["az-1958-r", "az-en-2020"], "az-ru"), ("kk", ["kk-2021", "kk-passport"], "kk-ru"),
  ]

  /// How Russian forms are romanised, which is how many passports had them.
  private static let romanization = "ru-bgn-nodot"

  /// How the columns of the East Slavic tables are romanised: Russian, Ukrainian, Belarusian.
  private static let eastSlavic = [
    ["ru-bgn-nodot", "ru-icao"], ["uk-kmu-2010", "uk-bgn"], ["be-icao", "be-bgn"],
  ]

  /// Adds what schemes make of the names. A romanisation folds letters together: without its own row `Hashim` would be
  /// known only as the Arabic name that is written so, and be taken for another than Həşim.
  mutating func addSpellings(_ lexicons: Lexicons) {
    guard let romanization = try? Transliterator(Self.romanization) else { return }
    for (language, ids, russian) in Self.ways {
      let direct = ids.compactMap { try? Transliterator($0) }
      guard let russian = try? Transliterator(russian) else { continue }
      lexicons.forEachRow("names/given-\(language).tsv") { row in
        let concept = "\(language):\(row[0])"
        for scheme in direct { insert(scheme.transliterate(row[0]), concept) }
        let form = russian.transliterate(row[0])
        insert(form, concept)
        for form in [form] + Self.russianForms(row, 3) {
          insert(romanization.transliterate(form), concept)
        }
      }
      lexicons.forEachRow("names/surnames-\(language).tsv") { row in
        // Chokan Valikhanov: the Russian form is none that a rule gives, its romanisation is.
        for form in Self.russianForms(row, 2) {
          insert(romanization.transliterate(form), "\(language):\(row[0])")
        }
      }
      guard let column = (try? lexicons.table("names/shared.tsv"))?.column(language) else {
        continue
      }
      lexicons.forEachRow("names/shared.tsv") { row in
        for name in row.values(column) {
          for scheme in direct + [russian] {
            insert(scheme.transliterate(name), "shared:\(row[0])")
          }
        }
      }
    }
  }

  /// Adds how Ukrainian and Belarusian names are romanised, since Serhiy and Aleh are not what Russian letters say; and
  /// the patronymics of one father in all three languages: Ryhoravich and Grigorevich are of one, while Grigor, which is
  /// what an ending leaves of the latter, is another name than Григорий.
  mutating func addEastSlavicSpellings(_ lexicons: Lexicons) {
    for (language, ids) in Self.eastSlavic.enumerated() {
      let schemes = ids.compactMap { try? Transliterator($0) }
      // Russian names have been romanised with those of the Russian lexicon.
      if language > 0 {
        lexicons.forEachRow("names/east-slavic.tsv") { row in
          for form in row.values(language + 1) {
            for scheme in schemes { insert(scheme.transliterate(form), "slavic:\(row[0])") }
          }
        }
      }
      lexicons.forEachRow("names/patronymics-east-slavic.tsv") { row in
        for man in row.values(language) {
          for form in [man, Self.daughter(man, language)].compactMap(\.self) {
            add(form, "ru", "father:\(row[0])")
            for scheme in schemes { insert(scheme.transliterate(form), "father:\(row[0])") }
          }
        }
      }
    }
  }

  /// What a masculine patronymic is for a daughter; nil where its ending is not regular.
  private static func daughter(_ man: String, _ language: Int) -> String? {
    sonAndDaughter[language].first { man.hasSuffix($0.0) }
      .map { man.dropLast($0.0.count) + $0.1 }
  }

  /// The regular endings for a son and for a daughter, in Russian, Ukrainian and Belarusian.
  private static let sonAndDaughter = [
    [("ович", "овна"), ("евич", "евна")],
    [("йович", "ївна"), ("ович", "івна")],
    [("авіч", "аўна"), ("евіч", "еўна"), ("явіч", "яўна"), ("ёвіч", "ёўна")],
  ]

  private static func russianForms(_ row: LexiconRow, _ column: Int) -> [String] {
    row.values(column).compactMap { $0.hasPrefix("ru:") ? String($0.dropFirst(3)) : nil }
  }
}
