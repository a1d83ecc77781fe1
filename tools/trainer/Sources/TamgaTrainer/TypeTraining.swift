import Foundation
import Tamga

/// Fits `models/name-types.tsv` to the gold names beside the checkout, and to the project's own names of works.
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

  private func names(_ url: URL, _ type: NameType) throws -> [String] {
    let text = try String(contentsOf: url, encoding: .utf8)
    let entities = try text.split(separator: "\n").map {
      try JSONDecoder().decode(Entity.self, from: Data($0.utf8))
    }
    let names = entities.filter { NameType(tag: $0.type) == type }
      .flatMap { $0.names.filter { Self.languages.contains($0.lang) }.map(\.name) }
    return Set(names).sorted()
  }

  func run() throws {
    let train = gold.appending(path: "train")
    let sources: [(NameType, URL, Double)] = [
      (.person, train.appending(path: "persons.jsonl"), 4000),
      (.place, train.appending(path: "places.jsonl"), 4000),
      (.organization, train.appending(path: "orgs.jsonl"), 3000),
      (.work, URL(filePath: "Corpora/samples/truth.jsonl"), 300),
    ]
    var examples: [TypeTrainer.Example] = []
    for (type, url, total) in sources {
      let names = try names(url, type)
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
      # source: fitted by tools/train types to gold names (EveryPolitician, EU Official Journal, Who’s On First, CLDR, ROR) and to the works of Corpora/samples
      # licence: Apache-2.0
      # date: 2026-11-23
      # note: in nats; persons, places, organisations and works count as 4 : 4 : 3 : 0.3

      """
    try (header + lines.joined(separator: "\n") + "\n")
      .write(
        to: lexicons.appending(path: "models/name-types.tsv"), atomically: true, encoding: .utf8)
  }
}
