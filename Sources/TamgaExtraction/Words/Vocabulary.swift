internal import TamgaLexicons
internal import TamgaNames
internal import TamgaText

/// The lexicons as the extraction needs them: word classes for each language, and the names of places.
struct Vocabulary: Sendable {
  private var tables = Tongue.allCases.map { _ in ClassTable() }
  /// The languages in which a word is a common one.
  private var common: [UInt64: [Language]] = [:]
  /// The names of places.
  let places: Gazetteer
  /// Finds the facts of words as parts of persons’ names.
  let analyzer: TokenAnalyzer
  /// The first words that the lexicons give for kinds of things in Russian: nominatives.
  private(set) var nominatives: Set<UInt64> = []
  /// Abbreviations of organisations, in folded letters.
  private var abbreviations: Set<UInt64> = []

  init(_ lexicons: Lexicons) {
    places = Gazetteer(lexicons)
    analyzer = TokenAnalyzer(lexicons)
    readWords(lexicons)
    readKinds(lexicons)
    readPersonWords(lexicons)
  }

  /// The classes of a word, given as folded letters in the main alphabet of its language.
  func classes(_ letters: [UInt32], _ tongue: Tongue) -> WordClasses {
    tables[tongue.rawValue].classes(letters)
  }

  /// The languages in whose texts the word is among the commonest.
  func languages(commonWord hash: UInt64) -> [Language] { common[hash] ?? [] }

  /// Whether the word, written in capitals, abbreviates an organisation.
  func isAbbreviation(_ letters: [UInt32]) -> Bool {
    abbreviations.contains(WordHash.hash(letters))
  }

  // MARK: - Reading

  private mutating func add(
    _ row: LexiconRow, _ table: LexiconTable, _ classes: WordClasses, _ tongues: [Tongue]
  ) {
    for tongue in tongues {
      guard let column = table.column(tongue.column) else { continue }
      if tongue == .russian, !classes.isDisjoint(with: .kinds),
        let first = row.values(column).first, !first.hasSuffix("*")
      {
        nominatives.insert(WordHash.hash(FoldedText.scalars(first)))
      }
      for pattern in row.values(column) {
        let letters = FoldedText.scalars(pattern, dotlessI: tongue == .azerbaijani)
        tables[tongue.rawValue].add(letters, classes)
      }
    }
  }

  private mutating func readWords(_ lexicons: Lexicons) {
    guard let table = try? lexicons.table("extraction/words.tsv") else { return }
    for row in table.rows {
      guard let classes = WordClasses(tag: row[1]) else { continue }
      add(row, table, classes, Tongue.allCases)
      guard classes == .common else { continue }
      for (column, languages) in [
        (2, [Language.azLatn]), (3, [.kkCyrl]), (4, [.ru]), (5, [.en]),
      ] {
        for word in row.values(column) {
          addCommon(FoldedText.scalars(word, dotlessI: column == 2), languages)
        }
      }
    }
    for word in ["ve", "bir", "için", "ile", "olarak", "olan", "bu", "de", "da"] {
      addCommon(FoldedText.scalars(word), [.tr])
    }
  }

  private mutating func addCommon(_ letters: [UInt32], _ languages: [Language]) {
    common[WordHash.hash(letters), default: []].append(contentsOf: languages)
    guard let language = languages.first else { return }
    if let other = AlphabetBridge.second(letters, of: language) {
      common[WordHash.hash(other.letters), default: []].append(other.language)
    }
  }

  private static let kept: Set<String> = [
    "autonomous-oblast", "autonomous-okrug", "autonomous-republic", "autonomous-ssr", "bay",
    "canal", "county", "democratic-republic", "desert", "district", "emirate", "empire",
    "federal-district", "general-governorate", "governorate", "grand-duchy", "horde", "island",
    "islands", "khaganate", "khanate", "kingdom", "krai", "lake", "mountain", "mountains",
    "ocean", "peninsula", "plain", "plateau", "province", "region", "republic", "river", "sea",
    "soviet-socialist-republic", "strait", "sultanate", "union", "valley", "reservoir", "gorge",
    "mountain-range", "principality", "gulf", "steppe", "lowland", "upland", "prefecture",
  ]

  private mutating func readKinds(_ lexicons: Lexicons) {
    if let table = try? lexicons.table("places/kinds.tsv") {
      for row in table.rows {
        let kept = Self.kept.contains(row[0])
        add(row, table, kept ? [.placeKind, .keptKind] : .placeKind, Tongue.allCases)
      }
    }
    if let table = try? lexicons.table("organizations/words.tsv") {
      for row in table.rows {
        switch row[1] {
        case "unit" where !["faculty", "department", "laboratory", "branch"].contains(row[0]): break
        case "kind", "unit": add(row, table, .organizationKind, Tongue.allCases)
        case "descriptor", "subject", "field", "adjective":
          add(row, table, .organizationWord, Tongue.allCases)
        default: break
        }
      }
    }
    if let table = try? lexicons.table("works/kinds.tsv") {
      for row in table.rows { add(row, table, .workKind, Tongue.allCases) }
    }
    if let table = try? lexicons.table("organizations/legal-forms.tsv") {
      for row in table.rows { add(row, table, .legalForm, Tongue.allCases) }
    }
    lexicons.forEachRow("organizations/abbreviations.tsv") { row in
      abbreviations.insert(
        WordHash.hash(FoldedText.scalars(row[0], dotlessI: row[1] == "az")))
      abbreviations.insert(WordHash.hash(FoldedText.scalars(row[0])))
    }
  }

  private mutating func readPersonWords(_ lexicons: Lexicons) {
    if let table = try? lexicons.table("names/titles.tsv") {
      for row in table.rows {
        var classes: WordClasses = .title
        if ["honorific", "noble", "religious"].contains(row[1]), row[2] != "before" {
          classes.formUnion(.honorific)
        }
        add(row, table, classes, Tongue.allCases)
      }
    }
    for word in ["oğlu", "qızı"] { addEverywhere(word, .marker) }
    lexicons.forEachRow("names/markers.tsv") { row in
      if row[1] == "patronymic" { addEverywhere(row[0], .marker) }
    }
    lexicons.forEachRow("names/particles.tsv") { row in addEverywhere(row[0], .particle) }
    lexicons.forEachRow("organizations/named-after.tsv") { row in
      let words = row[2].split(separator: " ").filter { $0 != "X" }
      guard words.count == 1, let word = words.first, word != "after" else { return }
      addEverywhere(String(word).replacing(".", with: ""), .namedAfter)
    }
  }

  private mutating func addEverywhere(_ word: String, _ classes: WordClasses) {
    for tongue in Tongue.allCases {
      tables[tongue.rawValue].add(
        FoldedText.scalars(word, dotlessI: tongue == .azerbaijani), classes)
    }
  }
}
