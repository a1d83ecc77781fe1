import Foundation
import Tamga

/// Fits `models/name-types.tsv` to the gold names beside the checkout, to the project's own samples, and to single
/// names of the lexicons: a name is often given alone, and the gold has no person so.
struct TypeTraining {
  let gold: URL
  let lexicons: URL

  /// The languages whose names Tamga takes apart.
  private static let languages: Set<String> = [
    "az", "az-Cyrl", "az-Arab", "kk", "kk-Latn", "kk-Arab", "ru", "en", "tr",
  ]

  private struct Entity: Decodable {
    struct Name: Decodable {
      var name: String
      var lang: String
    }
    var type: String
    var names: [Name]
  }

  private func names(
    _ url: URL, _ type: NameType, _ languages: Set<String> = languages
  ) throws -> [String] {
    let text = try String(contentsOf: url, encoding: .utf8)
    let entities = try text.split(separator: "\n").map {
      try JSONDecoder().decode(Entity.self, from: Data($0.utf8))
    }
    let names = entities.filter { NameType(tag: $0.type) == type }
      .flatMap { $0.names.filter { languages.contains($0.lang) }.map(\.name) }
    return Set(names).sorted()
  }

  /// Given names and surnames of the lexicons, each alone.
  private func singles() -> [String] {
    var names: Set<String> = []
    for path in Lexicons.shipped.paths
    where path.hasPrefix("names/given-") && !path.contains("endings")
      || path.hasPrefix("names/surnames-")
    {
      Lexicons.shipped.forEachRow(path) { names.insert($0[0]) }
    }
    return names.sorted()
  }

  /// The names of persons as lists write them: the family name and the initial of the given name, in either order, and
  /// with a title before the whole.
  private func asListed(_ names: [String]) -> [String] {
    let titles = titles()
    var listed: Set<String> = []
    for (number, name) in names.enumerated() {
      let parsed = NameParser.shipped.parse(name, type: .person)
      if let words = parsed.language.flatMap({ titles[$0] }) {
        listed.insert("\(words[number % words.count]) \(name)")
      }
      guard parsed.given.count == 1, parsed.family.count == 1,
        let initial = parsed.given.first?.first
      else { continue }
      listed.insert("\(parsed.family[0]) \(initial).")
      listed.insert("\(initial). \(parsed.family[0])")
    }
    return listed.sorted()
  }

  /// The titles that stand before a name, of each language.
  private func titles() -> [Language: [String]] {
    var titles: [Language: [String]] = [:]
    Lexicons.shipped.forEachRow("names/titles.tsv") { row in
      guard row[2] == "before" else { return }
      for (column, language) in [Language.azLatn, .kkCyrl, .ru, .en].enumerated() {
        let words = row.values(3 + column).filter { !$0.hasSuffix("*") }
        titles[language, default: []] += words.prefix(1)
      }
    }
    return titles
  }

  /// The written rows of the gold of parsed names, each counting as one, as six in Arabic letters.
  private func parsed() throws -> [TypeTrainer.Example] {
    struct Row: Decodable {
      var name: String
      var type: String
      var split: String
    }
    let text = try String(contentsOf: URL(filePath: "Corpora/gold/parse.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").compactMap { line in
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      guard row.split == "written", let type = NameType(tag: row.type) else { return nil }
      // Few names in Arabic letters stand in the gold, and hardly any of persons.
      let isArabic = row.name.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }
      return TypeTrainer.Example(name: row.name, type: type, weight: isArabic ? 6 : 1)
    }
  }

  func run() throws {
    let train = gold.appending(path: "train")
    let samples = URL(filePath: "Corpora/samples/truth.jsonl")
    let persons = try names(train.appending(path: "persons.jsonl"), .person)
    let sources: [(NameType, [String], Double)] = [
      (.person, persons, 4000),
      (.person, asListed(persons), 400),
      // Of names in Arabic letters the gold has places by the thousand, and persons in Persian only.
      (.person, try names(train.appending(path: "persons.jsonl"), .person, ["fa"]), 120),
      (.place, try names(train.appending(path: "places.jsonl"), .place), 4000),
      (.organization, try names(train.appending(path: "orgs.jsonl"), .organization), 3000),
      (.person, try names(samples, .person), 800),
      (.place, try names(samples, .place), 600),
      (.organization, try names(samples, .organization), 600),
      (.work, try names(samples, .work), 500),
      (.person, singles(), 250),
    ]
    var examples = try parsed()
    for (type, names, total) in sources {
      let weight = total / Double(names.count)
      examples += names.map { TypeTrainer.Example(name: $0, type: type, weight: weight) }
      print("\(type.rawValue): \(names.count) names")
    }
    let lines = TypeTrainer(.shipped).fit(examples).map { row in
      ([row.feature] + row.weights.map { String(format: "%.2f", $0) }).joined(separator: "\t")
    }
    let header = """
      # title: Weights by which a bare name’s type is told
      # columns: feature person place organization work
      # source: fitted by tools/train types to gold names (EveryPolitician, EU Official Journal, Who’s On First, CLDR, ROR), to Corpora/samples, Corpora/gold/parse.jsonl and single names of the lexicons
      # licence: Apache-2.0
      # date: 2026-11-27
      # note: in nats; persons, places, organisations and works count as 5.5 : 4.6 : 3.6 : 0.5

      """
    try (header + lines.joined(separator: "\n") + "\n")
      .write(
        to: lexicons.appending(path: "models/name-types.tsv"), atomically: true, encoding: .utf8)
  }
}
