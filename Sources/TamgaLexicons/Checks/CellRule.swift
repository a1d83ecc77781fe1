/// What the cells of a column may hold, beyond the form that all tables share.
enum CellRule: Sendable {
  /// Values in the alphabet of a language.
  case letters(String)
  /// `lang:Form` values, each in its language's alphabet; the last tag is read as that language.
  case tagged
  /// One of these words.
  case word(Set<String>)
  /// Keys of another table.
  case keys([String])

  static let genders: Set<String> = ["m", "f", "u"]
  static let origins: Set<String> = [
    "ar", "fa", "tk", "ru", "sl", "gr", "he", "la", "ge", "mn", "en", "eu", "xx",
  ]

  /// The rules of the tables that people write, by path and column.
  static let tables: [String: [String: CellRule]] = {
    var tables: [String: [String: CellRule]] = [:]
    for language in ["az", "kk", "ru"] {
      tables["names/given-\(language).tsv"] = [
        "name": .letters(language), "gender": .word(genders), "origin": .word(origins),
        "forms": .tagged,
      ]
      tables["names/diminutives-\(language).tsv"] = [
        "short": .letters(language), "gender": .word(genders),
        "full": .keys(["names/given-\(language).tsv"]),
      ]
      tables["names/surnames-\(language).tsv"] = [
        "surname": .letters(language), "kind": .word(["given", "ending", "bare"]),
        "forms": .tagged,
      ]
    }
    for language in ["uk", "be"] {
      tables["names/diminutives-\(language).tsv"] = [
        "short": .letters(language), "gender": .word(genders), "full": .letters(language),
      ]
    }
    tables["names/given-arab.tsv"] = ["az": .keys(["names/given-az.tsv"])]
    tables["names/shared.tsv"] = columns("az kk ru en tr").merging([
      "gender": .word(genders), "origin": .word(origins),
    ]) { $1 }
    tables["names/east-slavic.tsv"] = columns("ru uk be").merging([
      "gender": .word(genders), "forms": .tagged,
    ]) { $1 }
    tables["names/patronymics-east-slavic.tsv"] = columns("ru uk be")
    tables["names/western.tsv"] = ["gender": .word(genders), "ru": .letters("ru")]
    tables["names/titles.tsv"] = columns("az kk ru en").merging([
      "class": .word([
        "honorific", "academic", "military", "religious", "noble", "office", "kin",
      ]),
      "position": .word(["before", "after", "any"]),
    ]) { $1 }
    tables["places/places.tsv"] = columns("az kk ru en tr")
      .merging(["former": .tagged, "other": .tagged]) { $1 }
    tables["places/kinds.tsv"] = columns("az kk ru en").merging([
      "other": .tagged, "class": .word(["water", "relief", "structure", "area"]),
    ]) { $1 }
    tables["organizations/words.tsv"] = columns("az kk ru en").merging([
      "class": .word([
        "kind", "descriptor", "subject", "field", "unit", "adjective", "grammar",
      ])
    ]) { $1 }
    tables["organizations/legal-forms.tsv"] = columns("kk ru en")
    tables["organizations/abbreviations.tsv"] = [
      "expands": .keys([
        "organizations/words.tsv", "organizations/legal-forms.tsv", "places/kinds.tsv",
      ])
    ]
    tables["works/kinds.tsv"] = columns("az kk ru en")
    tables["works/titles.tsv"] = columns("az kk ru en")
    tables["names/known-people.tsv"] = columns("az kk ru en")
    tables["works/words.tsv"] = columns("az kk ru en")
    return tables
  }()

  /// Columns named for the language of their values.
  private static func columns(_ languages: String) -> [String: CellRule] {
    Dictionary(
      uniqueKeysWithValues: languages.split(separator: " ").map {
        (String($0), .letters(String($0)))
      })
  }
}
