public import TamgaLexicons
internal import TamgaText
internal import TamgaTransliteration

/// Makes the two tables by which a token finds the names it may be, from the lexicons of names.
///
/// A concept is a row of a lexicon, such as `az:Rəşid`, or a row that links languages, such as `shared:ali`. The tables
/// are generated so that a program that compares two names need not read ten thousand rows first.
public struct NameConceptTables {
  private var forms: [String: Set<String>] = [:]
  private var skeletons: [String: Set<String>] = [:]
  /// Concepts of full names that diminutives of other languages name.
  private var aliases: [String: Set<String>] = [:]
  private let former = SoundFormer.shipped

  /// Reads the lexicons.
  public init(_ lexicons: Lexicons) {
    let romanizers = Self.schemes.mapValues { $0.compactMap(Self.transliterator) }
    for language in ["az", "kk", "ru"] {
      lexicons.forEachRow("names/given-\(language).tsv") { row in
        let concept = "\(language):\(row[0])"
        add(row[0], language, concept)
        if language == "ru" {
          for romanizer in romanizers[language, default: []] {
            if let form = try? romanizer.apply(row[0]) { insert(form, concept) }
          }
        }
        for value in row.values(3) { addTagged(value, concept) }
      }
      lexicons.forEachRow("names/surnames-\(language).tsv") { row in
        // Only surnames whose other spellings no letter rule gives need a link.
        let values = row.values(2).filter { !$0.hasPrefix("f:") }
        guard !values.isEmpty else { return }
        let concept = "\(language):\(row[0])"
        insert(row[0], concept)
        for value in values { addTagged(value, concept, skeleton: false) }
      }
      lexicons.forEachRow("names/diminutives-\(language).tsv") { row in
        // Short forms are too short for their sounds to tell them: Ира is Ira and Юра Yura or Iura by rule.
        let forms =
          [row[0]] + romanizers[language, default: []].compactMap { try? $0.apply(row[0]) }
        for full in row.values(2) {
          for form in forms { insert(form, "~\(language):\(full)") }
        }
      }
    }
    lexicons.forEachRow("names/shared.tsv") { row in
      let concept = "shared:\(row[0])"
      for (column, language) in [(2, "az"), (3, "kk"), (4, "ru"), (5, "en"), (6, "tr")] {
        for value in row.values(column) { add(value, language, concept) }
      }
    }
    lexicons.forEachRow("names/east-slavic.tsv") { row in
      let concept = "slavic:\(row[0])"
      add(row[0], "ru", concept)
      for value in row.values(2) + row.values(3) { add(value, "ru", concept) }
      for value in row.values(4) {
        if let colon = value.firstIndex(of: ":") {
          add(String(value[value.index(after: colon)...]), "ru", concept)
        }
      }
    }
    lexicons.forEachRow("names/western.tsv") { row in
      let concept = "western:\(row[0])"
      add(row[0], "en", concept)
      for value in row.values(2) { insert(value, concept) }
      for value in row.values(3) {
        if let colon = value.firstIndex(of: ":") {
          insert(String(value[value.index(after: colon)...]), concept)
        }
      }
    }
    for (language, prefix) in [("en", "western"), ("uk", "slavic"), ("be", "slavic")] {
      lexicons.forEachRow("names/diminutives-\(language).tsv") { row in
        for full in row.values(2) {
          // The full name's own concepts: whatever its written form may be.
          insert(row[0], "~\(prefix):\(full)")
          aliases[full, default: []].insert("\(prefix):\(full)")
        }
      }
    }
    for (full, concepts) in aliases { for concept in concepts { insert(full, concept) } }
    lexicons.forEachRow("names/learned-links.tsv") { row in
      let concept = "learned:\(row[0])"
      insert(row[0], concept)
      for value in row.values(1) { insert(value, concept) }
    }
    addSpellings(lexicons)
    addEastSlavicSpellings(lexicons)
  }

  /// How short forms of a language are romanised.
  private static let schemes = [
    "az": ["az-en-2020"], "kk": ["kk-2021", "kk-passport"], "ru": ["ru-bgn-nodot", "ru-icao"],
  ]

  private static func transliterator(_ id: String) -> ReferenceTransliterator? {
    (try? SchemeCatalog.shipped.scheme(id)).flatMap { try? ReferenceTransliterator($0) }
  }

  /// The tables as text, by path.
  public func tables(date: String) -> [(path: String, text: String)] {
    [
      ("models/name-concepts.tsv", text("Names a written form may be", "form", forms, date)),
      ("models/name-skeletons.tsv", text("Names a sound may be", "skeleton", skeletons, date)),
    ]
  }

  private func text(
    _ title: String, _ key: String, _ rows: [String: Set<String>], _ date: String
  ) -> String {
    var text = """
      # title: \(title)
      # columns: \(key) concepts
      # source: generated from Lexicons/names by tools/train concepts; do not edit
      # licence: Apache-2.0
      # date: \(date)
      # note: a concept is a lexicon’s row; ~ marks a diminutive of it

      """
    for (form, concepts) in rows.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    where !form.isEmpty {
      text += form + "\t" + concepts.sorted().joined(separator: "|") + "\n"
    }
    return text
  }

  private mutating func addTagged(_ value: String, _ concept: String, skeleton: Bool = true) {
    let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, ["az", "kk", "ru", "en", "tr"].contains(parts[0]) else { return }
    if skeleton { add(parts[1], parts[0], concept) } else { insert(parts[1], concept) }
  }

  mutating func add(_ name: String, _ language: String, _ concept: String) {
    insert(name, concept)
    let letters = Self.folded(name)
    let readings: [SoundReading] =
      switch language {
      case "az": [.azerbaijani]
      case "tr": [.turkish]
      case "en": [.latin]
      default: [.cyrillic]
      }
    for reading in readings {
      let form = former.form(letters.span, reading: reading)
      var key: [UInt8] = []
      Skeleton.append(form.phones.span, to: &key)
      if key.count >= 3 {
        skeletons[String(decoding: key, as: UTF8.self), default: []].insert(concept)
      }
    }
  }

  mutating func insert(_ name: String, _ concept: String) {
    var view = String.UnicodeScalarView()
    for scalar in Self.folded(name) {
      if let scalar = Unicode.Scalar(scalar) { view.append(scalar) }
    }
    forms[String(view), default: []].insert(concept)
  }

  /// Folded letters without hyphens, as the token table holds them.
  private static func folded(_ name: String) -> [UInt32] {
    FoldedText.scalars(name).filter { $0 != 0x2D && $0 != 0x20 }
  }
}
