import Foundation
import Tamga

/// The published pairs and the hard negatives: scores by phenomenon.
struct PairsEvaluation {
  let gold: URL
  let corpus: URL

  func run(split: String) throws {
    var rows: [(a: String, b: String, truth: String, phenomenon: String, type: String, score: Float, id: String)] = []
    var engine = MatchEngine()
    var collection = NameCollection()
    for line in try String(contentsOf: corpus, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let c = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard c.count >= 7, split == "all" || c[6] == split else { continue }
      let type = NameType(tag: c[3]) ?? NameType(tag: c[4])
      let x = collection.add(c[1], type: type)
      let y = collection.add(c[2], type: type)
      rows.append((c[1], c[2], c[4] == "same" || c[4] == "different" || c[4] == "ask" ? c[4] : c[3], c[5], c[3], engine.logOdds(collection.names[x], collection.names[y], collection.table), c[0]))
    }
    for truth in ["same", "different", "ask"] {
      print("==", truth)
      for (phenomenon, group) in Dictionary(grouping: rows.filter { $0.truth == truth }, by: \.phenomenon).sorted(by: { $0.key < $1.key }) {
        let right = group.filter { truth == "same" ? $0.score > 0 : truth == "different" ? $0.score <= 0 : true }.count
        print("  \(phenomenon): \(right)/\(group.count)")
        if truth != "ask" {
          for row in group where (truth == "same") != (row.score > 0) {
            print(String(format: "      %6.1f  ", row.score), row.id, row.a, "~", row.b)
          }
        } else {
          for row in group { print(String(format: "      %6.1f  ", row.score), row.id, row.a, "~", row.b) }
        }
      }
    }
    let lines = try String(contentsOf: gold.appending(path: "dev/hard_negatives.csv"), encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
    var same = 0
    for line in lines {
      let c = line.split(separator: ",").map(String.init)
      let x = collection.add(c[0], type: .person)
      let y = collection.add(c[1], type: .person)
      let score = engine.logOdds(collection.names[x], collection.names[y], collection.table)
      if score > 0 { same += 1; print(String(format: "  HARD %6.1f", score), line) }
    }
    print("hard negatives above 0:", same, "of", lines.count)
  }
}
