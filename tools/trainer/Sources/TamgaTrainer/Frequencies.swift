import Foundation
import Tamga

/// Counts the tokens of names, for the rarity of agreement.
struct Frequencies {
  let gold: URL

  func run(output: URL) throws {
    try write(
      [wiki(), people()], to: output.appending(path: "frequencies/persons.tsv"),
      title: "How common a token is in persons’ names",
      source:
        "counted in gold names of persons (EveryPolitician, EU Official Journal) and in name tokens of Merhav & Ash 2018 (Wikidata)"
    )
    try write(
      [places()], to: output.appending(path: "frequencies/places.tsv"),
      title: "How common a token is in places’ names",
      source: "counted in gold names of places (Who’s On First, CLDR)")
  }

  typealias Counts = [String: [String: Double]]

  func fold(_ token: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in FoldedText.scalars(token) { if let s = Unicode.Scalar(scalar) { view.append(s) } }
    return String(view)
  }

  func wiki() throws -> Counts {
    var counts: Counts = [:]
    let table = try String(contentsOf: gold.appending(path: "enru_tokens.tsv"), encoding: .utf8)
    for line in table.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t")
      guard cells.count == 3, let count = Double(cells[2]) else { continue }
      counts["en", default: [:]][fold(String(cells[0])), default: 0] += count
      counts["ru", default: [:]][fold(String(cells[1])), default: 0] += count
    }
    return counts
  }

  func people() throws -> Counts {
    var counts: Counts = [:]
    try count(Gold.entities(gold.appending(path: "persons.jsonl")), into: &counts)
    return counts
  }

  func places() throws -> Counts {
    var counts: Counts = [:]
    try count(Gold.entities(gold.appending(path: "places.jsonl")), into: &counts)
    return counts
  }

  func count(_ entities: [GoldEntity], into counts: inout Counts) {
    let known: Set = ["az", "kk", "ru", "en"]
    for entity in entities {
      for lang in known {
        // One entity counts once a language, however many spellings it has.
        var tokens: Set<String> = []
        for name in entity.names where name.lang == lang {
          for token in PairTraining.tokens(name.name) { tokens.insert(fold(token)) }
        }
        for token in tokens { counts[lang, default: [:]][token, default: 0] += 1 }
      }
    }
  }

  /// A token's share is the largest of the corpora's: a name common among the people of one region is common.
  func write(_ corpora: [Counts], to url: URL, title: String, source: String) throws {
    let langs = ["az", "kk", "ru", "en"]
    var shares: [String: [Double]] = [:]
    for counts in corpora {
      for (column, lang) in langs.enumerated() {
        let total = counts[lang]?.values.reduce(0, +) ?? 1
        for (token, count) in counts[lang] ?? [:] where count >= (total > 100_000 ? 8 : 3) {
          guard token.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == "’" }) else {
            continue
          }
          // A few occurrences may be one family; they are not counted.
          let share = (count - (total > 100_000 ? 0 : 1)) / total * 1_000_000
          let old = shares[token, default: [0, 0, 0, 0]][column]
          shares[token, default: [0, 0, 0, 0]][column] = max(old, share)
        }
      }
    }
    var rows: [String: [String]] = [:]
    for (token, values) in shares {
      rows[token] = values.map { share in
        guard share > 0 else { return "" }
        let digits = pow(10, floor(log10(share)) - 1)
        return "\(max(1, Int((share / digits).rounded() * digits)))"
      }
    }
    var text =
      "# title: \(title)\n# columns: token az kk ru en\n# source: \(source)\n# licence: Apache-2.0\n# date: 2026-11-23\n# note: occurrences in a million tokens of the language’s names, rounded to two digits; empty where it was too rare to say\n"
    for token in rows.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      text += token + "\t" + (rows[token] ?? []).joined(separator: "\t") + "\n"
    }
    try text.write(to: url, atomically: true, encoding: .utf8)
    print(url.lastPathComponent, rows.count)
  }
}
