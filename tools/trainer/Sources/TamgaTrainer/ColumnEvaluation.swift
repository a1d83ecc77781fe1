import Foundation
import Tamga

/// One column of dev names → entities: B-cubed.
struct ColumnEvaluation {
  let gold: URL
  let file: String

  func run() throws {
    let entities = try Gold.entities(gold.appending(path: "\(file).jsonl"))
    guard let type = NameType(tag: String(file.dropLast())) else { return }
    for filter in ["all", "KZ+AZ"] {
      var truth: [Int] = []
      var texts: [String] = []
      var owners: [String: Set<Int>] = [:]
      if file == "places" {
        for (index, entity) in entities.enumerated() {
          for name in entity.names { owners[name.name.lowercased(), default: []].insert(index) }
        }
      }
      for (index, entity) in entities.enumerated() {
        if filter != "all", !["Kazakhstan", "Azerbaijan", "KZ", "AZ"].contains(entity.meta?.country ?? "") { continue }
        if entity.names.contains(where: { (owners[$0.name.lowercased()]?.count ?? 0) > 1 }) { continue }
        if file == "places", let sims = entity.meta?.sim, let least = sims.values.min(), least < 0.6 { continue }
        var seen: Set<String> = []
        for name in entity.names where seen.insert(name.name).inserted {
          truth.append(index)
          texts.append(name.name)
        }
      }
      let start = Date()
      for precision in ResolutionOptions.Precision.allCases {
        var options = ResolutionOptions()
        options.precision = precision
        let resolution = try Resolver(options).resolve(NameTable(texts, type: type))
        let found = resolution.assignment
        let threshold = precision.rawValue
        let (p, r) = bcubed(truth, found.map(Int.init))
        print(file, filter, "threshold", threshold, String(format: "P %.4f R %.4f F1 %.4f", p, r, 2 * p * r / (p + r)), truth.count, String(format: "%.1fs", Date().timeIntervalSince(start)))
        if precision == .balanced, CommandLine.arguments.contains("-v") { show(truth, found.map(Int.init), texts) }
      }
    }
  }

  func show(_ truth: [Int], _ found: [Int], _ texts: [String]) {
    var clusters: [Int: [Int]] = [:]
    for (i, c) in found.enumerated() { clusters[c, default: []].append(i) }
    var shown = 0
    for c in clusters.keys.sorted() {
      guard let members = clusters[c], Set(members.map { truth[$0] }).count > 1 else { continue }
      print("   MERGED", members.map { "\(truth[$0]):\(texts[$0])" }.joined(separator: " | "))
      shown += 1
      if shown > 60 { break }
    }
    var byTruth: [Int: [Int]] = [:]
    for (i, t) in truth.enumerated() { byTruth[t, default: []].append(i) }
    shown = 0
    for t in byTruth.keys.sorted() {
      guard let members = byTruth[t] else { continue }
      let groups = Dictionary(grouping: members) { found[$0] }
      if groups.count > 1 {
        print("   SPLIT", groups.values.map { g in "[" + g.map { texts[$0] }.joined(separator: ", ") + "]" }.joined(separator: " "))
        shown += 1
        if shown > 80 { break }
      }
    }
  }

  func bcubed(_ truth: [Int], _ found: [Int]) -> (Double, Double) {
    let byTruth = Dictionary(grouping: truth.indices) { truth[$0] }
    let byFound = Dictionary(grouping: found.indices) { found[$0] }
    var precision = 0.0, recall = 0.0
    for i in truth.indices {
      let f = byFound[found[i]] ?? []
      let t = byTruth[truth[i]] ?? []
      let shared = Double(f.filter { truth[$0] == truth[i] }.count)
      precision += shared / Double(f.count)
      recall += shared / Double(t.count)
    }
    return (precision / Double(truth.count), recall / Double(truth.count))
  }
}
