import Foundation
import Tamga

/// Finds tokens that are the same name although no letter rule turns one into the other: `michael` = `майкл`.
struct LearnedLinks {
  let gold: URL

  func run(output: URL) throws {
    let former = SoundFormer.shipped
    let model = PairModel.shipped
    var aligner = PairAligner(model)
    var rows: [(String, String, Double)] = []
    var english: [String: Double] = [:]
    var russian: [String: Double] = [:]
    let table = try String(contentsOf: gold.appending(path: "enru_tokens.tsv"), encoding: .utf8)
    for line in table.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, let count = Double(cells[2]) else { continue }
      rows.append((cells[0], cells[1], count))
      english[cells[0], default: 0] += count
      russian[cells[1], default: 0] += count
    }
    var links: [String: [(String, Double)]] = [:]
    for (en, ru, count) in rows where count >= 6 {
      let (a, b) = (count / (english[en] ?? 1), count / (russian[ru] ?? 1))
      guard max(a, b) >= 0.2, min(a, b) >= 0.02 else { continue }
      let (x, y) = (former.form(en, reading: .latin), former.form(ru, reading: .cyrillic))
      guard x.phones.count > 1, y.phones.count > 1 else { continue }
      let ratio =
        Double(aligner.transformation(x, y)) / Double(model.information(x) + model.information(y))
      // Alike enough already, or nothing alike at all (aligned wrongly).
      guard ratio < -0.12, ratio > -0.85 else { continue }
      links[en, default: []].append((ru, count))
    }
    var text =
      "# title: Tokens that are one name although no letter rule says so\n# columns: en ru\n# source: learned from aligned name tokens of Merhav & Ash 2018 (Wikidata, CC0): at least 6 occurrences and a fifth of one side\n# licence: Apache-2.0\n# date: 2026-11-23\n"
    for en in links.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let values = (links[en] ?? []).sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
      text += en + "\t" + values.joined(separator: "|") + "\n"
    }
    try text.write(
      to: output.appending(path: "names/learned-links.tsv"), atomically: true, encoding: .utf8)
    print("learned links:", links.count)
  }
}
