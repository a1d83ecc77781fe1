import Foundation
import Tamga

/// Fits `models/language-ngrams.tsv` to the gold names beside the checkout, and to the lexicons’ names as every scheme
/// writes them.
struct LanguageTraining {
  let gold: URL
  let lexicons: URL

  /// A source of names, and how much one of them counts.
  private static let sources: [(file: String, weight: Double)] = [
    ("persons", 2), ("places", 1), ("orgs", 0.5), ("nameparts", 1),
  ]

  /// How much all names of a language count together, in shares of its script: how likely the language is before a
  /// letter was read. Azerbaijani, Kazakh, Russian and English names are what Tamga is given most.
  private static let shares: [Language: Double] = [
    .azLatn: 1, .kkLatn: 0.6, .en: 1.2, .tr: 0.2, .uz: 0.2, .pl: 0.1, .de: 0.1, .fr: 0.1,
    .ru: 1.2, .kkCyrl: 0.8, .azCyrl: 0.2, .uk: 0.15, .be: 0.12, .ky: 0.15, .tt: 0.15,
    .azArab: 1, .kkArab: 0.2, .fa: 0.1,
  ]

  /// The schemes a lexicon’s names are written in, with the language that makes of them.
  private static let derived: [Language: [(scheme: String, language: Language, weight: Double)]] = [
    .azLatn: [
      ("az-1958-r", .azCyrl, 1), ("az-en-2020", .en, 0.7), ("az-ru", .ru, 0.5),
      ("az-arab", .azArab, 0.5),
    ],
    .kkCyrl: [
      ("kk-2017", .kkLatn, 0.3), ("kk-2018", .kkLatn, 0.3), ("kk-2021", .kkLatn, 0.6),
      ("kk-qazaqparat", .kkLatn, 0.5), ("kk-arab", .kkArab, 1), ("kk-passport", .en, 0.5),
      ("kk-ru", .ru, 0.6),
    ],
    .ru: [("ru-icao", .en, 0.3), ("ru-bgn-nodot", .en, 0.4), ("ru-wikipedia", .en, 0.3)],
  ]

  private struct Entity: Decodable {
    struct Name: Decodable {
      var name: String
      var lang: String
    }
    var names: [Name]
  }

  /// The names of a gold file with their languages; those whose script is not their language’s are left out.
  static func names(_ url: URL) throws -> [[(name: String, language: Language)]] {
    let text = try String(contentsOf: url, encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      let entity = try JSONDecoder().decode(Entity.self, from: Data(line.utf8))
      return entity.names.compactMap { name in
        language(name.lang, name.name).map { (name.name, $0) }
      }
    }
  }

  private static func language(_ tag: String, _ name: String) -> Language? {
    let script = LanguageDetector.shipped.detect(name).script
    switch tag.prefix(2) {
    case "az": return script == .latin ? .azLatn : script == .cyrillic ? .azCyrl : .azArab
    case "kk": return script == .latin ? .kkLatn : script == .cyrillic ? .kkCyrl : .kkArab
    case "uz": return script == .arabic ? nil : .uz
    default:
      guard let language = Language(tag: tag), language.script == script else { return nil }
      return language
    }
  }

  func examples() throws -> [LanguageTrainer.Example] {
    var examples: [LanguageTrainer.Example] = []
    func add(_ name: String, _ language: Language, _ weight: Double) {
      examples.append(.init(name: name, language: language, weight: weight))
    }
    for source in Self.sources {
      for entity in try Self.names(gold.appending(path: "train/\(source.file).jsonl")) {
        for (name, language) in entity {
          // Maps call Azerbaijani and Turkish spellings English where they know no other.
          if language == .en, name.contains(where: { "əǝışğçöüİñūı".contains($0) }) { continue }
          add(name, language, source.weight)
        }
      }
    }
    let own = examples
    for (language, names) in try lexiconNames() {
      for name in names { add(name, language, 0.3) }
    }
    let lexicon = examples.suffix(from: own.count)
    try derive(own.filter { $0.language == .azLatn || $0.language == .kkCyrl }, 0.3, &examples) {
      $0.code == $1.code
    }
    try derive(lexicon, 1, &examples) { _, _ in true }
    try addTokens(&examples)
    return balanced(examples)
  }

  /// The examples, weighted so that each language counts as much as `shares` says.
  private func balanced(_ examples: [LanguageTrainer.Example]) -> [LanguageTrainer.Example] {
    var sums: [Language: Double] = [:]
    for example in examples { sums[example.language, default: 0] += example.weight }
    for (language, sum) in sums.sorted(by: { $0.key.index < $1.key.index }) {
      print("\(language.rawValue): names weigh \(Int(sum)) before balance")
    }
    return examples.map { example in
      var example = example
      let wanted = 8000 * (Self.shares[example.language] ?? 0.1)
      example.weight *= min(4, wanted / (sums[example.language] ?? 1))
      return example
    }
  }

  func run() throws {
    try text(try examples()).write(
      to: lexicons.appending(path: "models/language-ngrams.tsv"), atomically: true,
      encoding: .utf8)
  }

  /// The table learned from these examples.
  func text(_ examples: [LanguageTrainer.Example]) throws -> String {
    var rows: [String: String] = [:]
    for (script, budget) in [(Script.latin, 150_000), (.cyrillic, 120_000), (.arabic, 22_000)] {
      var trainer = LanguageTrainer()
      trainer.budget = budget
      // PROBE
      for row in trainer.fit(examples, script: script) {
        let cells = row.text.split(separator: "\t")
        rows[String(cells[0]), default: ""] += cells[1]
      }
      print("\(script.code): \(rows.count) rows so far")
    }
    let header = """
      # title: Letter sequences by which the language of a bare name is told
      # columns: ngram weights
      # source: fitted by tools/train languages to gold names (EveryPolitician, EU Official Journal, Who’s On First, CLDR, ROR; Merhav & Ash 2018) and to Lexicons/names as the schemes write them
      # licence: Apache-2.0
      # date: 2026-11-27
      # note: _ is the beginning or end of a word; ^ holds each language’s own weight; a weight is in sixteenths of a nat
      # note: languages: \(LanguageTrainer.key)

      """
    let lines = rows.map { "\($0.key)\t\($0.value)" }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return header + lines.joined(separator: "\n") + "\n"
  }

  /// The lexicons’ given names and surnames, alone and together.
  private func lexiconNames() throws -> [(Language, [String])] {
    try [(Language.azLatn, "az"), (.kkCyrl, "kk"), (.ru, "ru")].map { language, code in
      var lists: [[String]] = []
      for kind in ["given", "surnames"] {
        var names: [String] = []
        try Lexicons.shipped.table("names/\(kind)-\(code).tsv").forEachRow { names.append($0[0]) }
        lists.append(names)
      }
      let pairs = lists[1].indices.flatMap { index in
        [7, 13].map { "\(lists[0][(index * $0 * 31 + $0) % lists[0].count]) \(lists[1][index])" }
      }
      return (language, lists[0] + lists[1] + pairs)
    }
  }

  private func derive(
    _ names: some Sequence<LanguageTrainer.Example>, _ factor: Double,
    _ examples: inout [LanguageTrainer.Example], _ isWanted: (Language, Language) -> Bool
  ) throws {
    let names = Array(names)
    for (source, targets) in Self.derived.sorted(by: { $0.key.index < $1.key.index }) {
      for target in targets where isWanted(source, target.language) {
        let engine = try ReferenceTransliterator(SchemeCatalog.shipped.scheme(target.scheme))
        for example in names where example.language == source {
          let name = try engine.apply(example.name)
          // A spelling that the scheme leaves as it was says nothing of the other language, nor does one in the
          // letters of Russian of Azerbaijani.
          guard name != example.name else { continue }
          if target.language == .azCyrl, !name.contains(where: { "әғјҝөүһҹӘҒЈҜӨҮҺҸ".contains($0) })
          {
            continue
          }
          examples.append(
            .init(
              name: name, language: target.language,
              weight: example.weight * target.weight * factor))
        }
      }
    }
  }

  /// The Western and Russian tokens of the aligned list.
  private func addTokens(_ examples: inout [LanguageTrainer.Example]) throws {
    let url = gold.appending(path: "train/enru_tokens.tsv")
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "\t")
      guard cells.count >= 3, let count = Double(cells[2]), count >= 2 else { continue }
      let weight = min(0.01 * count.squareRoot(), 0.1)
      examples.append(.init(name: String(cells[0]), language: .en, weight: weight))
      examples.append(.init(name: String(cells[1]), language: .ru, weight: weight))
    }
  }

  /// How often the likeliest of the four languages, and of all, is one the name stands under.
  func evaluate(_ detector: LanguageDetector = .shipped) throws {
    let four: Set<String> = ["az", "kk", "ru", "en"]
    for file in ["persons", "places"] {
      var (all, strict, any, amongFour, undecided, anyFour) = (0, 0, 0, 0, 0, 0)
      var confusions: [String: Int] = [:]
      var shown: [String: [String]] = [:]
      var labels: [String: Set<String>] = [:]
      let entities = try Self.names(gold.appending(path: "dev/\(file).jsonl"))
      for (name, language) in entities.joined() { labels[name, default: []].insert(language.code) }
      for entity in entities {
        for (name, language) in entity where four.contains(language.code) {
          let result = detector.detect(name)
          let first = result.candidates.first?.language.code ?? "-"
          let best = result.candidates.first { four.contains($0.language.code) }
          all += 1
          if first == language.code { strict += 1 }
          if labels[name]?.contains(first) == true { any += 1 }
          if best?.language.code == language.code { amongFour += 1 }
          if labels[name]?.contains(best?.language.code ?? "-") == true {
            anyFour += 1
          } else {
            let key = "\(language.rawValue)→\(first)"
            confusions[key, default: 0] += 1
            shown[key, default: []].append(name)
          }
          if result.language == nil { undecided += 1 }
        }
      }
      func share(_ count: Int) -> String { String(format: "%.4f", Double(count) / Double(all)) }
      print(
        "\(file): \(all) names; first of all: own label \(share(strict)), a label of the name \(share(any));",
        "first of four: own label \(share(amongFour)), a label \(share(anyFour)); undecided \(share(undecided))"
      )
      for (key, count) in confusions.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(
        14)
      {
        print("  \(key) \(count): \(shown[key, default: []].prefix(12).joined(separator: " | "))")
      }
    }
    try evaluateCorpus(detector)
  }

  private func evaluateCorpus(_ detector: LanguageDetector) throws {
    var right = 0
    var orders = 0
    var wrong: [String] = []
    var all = 0
    let text = try String(contentsOf: URL(filePath: "Corpora/gold/language.tsv"), encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let result = detector.detect(cells[0])
      all += 1
      if result.candidates.first?.language.rawValue == cells[1] {
        right += 1
      } else {
        wrong.append("\(cells[0]) \(cells[1])≠\(result.candidates.first?.language.rawValue ?? "-")")
      }
      if cells[1] == "kk-Latn", (result.order?.rawValue ?? "") == cells[2] {
        orders += 1
      } else if cells[1] == "kk-Latn" {
        wrong.append("\(cells[0]) \(cells[2])≠\(result.order?.rawValue ?? "undecided")")
      }
    }
    print("corpus: \(right) of \(all), orders \(orders)\n  " + wrong.joined(separator: "\n  "))
  }
}
