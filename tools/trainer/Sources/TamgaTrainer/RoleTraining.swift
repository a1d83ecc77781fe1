import Foundation
import Tamga

/// Fits `models/name-roles.tsv` to the written part of the project's own gold of parsed names.
struct RoleTraining {
  let gold: URL
  let lexicons: URL

  private struct Row: Decodable {
    var name: String
    var type: String
    var roles: [NameRole]
    var split: String
  }

  func run() throws {
    let text = try String(contentsOf: gold, encoding: .utf8)
    let rows = try text.split(separator: "\n").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
    let examples = rows.filter { $0.split == "written" && $0.type == "person" }
      .map { RoleTrainer.Example(name: $0.name, roles: $0.roles) }
    let trainer = RoleTrainer(.shipped)
    let score = trainer.crossValidate(examples)
    let share = Double(score.right) / Double(score.all)
    print("tenfold: \(score.right) of \(score.all) tokens, \(String(format: "%.4f", share))")
    let path = lexicons.appending(path: "models/name-roles.tsv")
    let header = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("#") }
    let lines = trainer.fit(examples).map {
      "\($0.feature)\t\(String(format: "%.2f", $0.weight))\t\(String(format: "%.2f", $0.prior))"
    }
    try ((header.map(String.init) + lines).joined(separator: "\n") + "\n")
      .write(to: path, atomically: true, encoding: .utf8)
  }
}
