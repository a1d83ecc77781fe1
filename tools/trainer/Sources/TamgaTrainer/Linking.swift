import Foundation
import Tamga

/// Right-first linking on dev with the real matcher.
struct Linking {
  let gold: URL
  let file: String

  func run() throws {
    let entities = try Gold.entities(gold.appending(path: "\(file).jsonl"))
    guard let type = NameType(tag: String(file.dropLast())) else { return }
    var collection = NameCollection()
    var byLang: [String: [(entity: Int, name: Int, text: String)]] = [:]
    let start = Date()
    for (index, entity) in entities.enumerated() {
      for name in entity.names {
        byLang[name.lang, default: []].append((index, collection.add(name.name, type: type), name.name))
      }
    }
    print("prepared", collection.names.count, "in", Date().timeIntervalSince(start))
    let names = collection.names
    let table = collection.table
    let langs = byLang.keys.sorted { byLang[$0]!.count > byLang[$1]!.count }.prefix(12)
    var total = 0, totalRight = 0
    for x in langs {
      for y in langs where x != y {
        guard let queries = byLang[x], let candidates = byLang[y] else { continue }
        let have = Set(candidates.map(\.entity))
        var owners: [String: Set<Int>] = [:]
        for (index, entity) in entities.enumerated() {
          for name in entity.names where name.lang == y || name.lang == x {
            owners[name.lang + name.name.lowercased(), default: []].insert(index)
          }
        }
        var seen: Set<Int> = []
        let usable = queries.filter { q in
          guard have.contains(q.entity), seen.insert(q.entity).inserted else { return false }
          guard file == "places" else { return true }
          let sim = entities[q.entity].meta?.sim ?? [:]
          guard (sim["\(x)~\(y)"] ?? sim["\(y)~\(x)"] ?? 0) >= 0.6 else { return false }
          return !entities[q.entity].names.contains {
            ($0.lang == y || $0.lang == x) && (owners[$0.lang + $0.name.lowercased()]?.count ?? 0) > 1
          }
        }
        guard usable.count >= 10 else { continue }
        let lock = NSLock()
        nonisolated(unsafe) var right = 0
        nonisolated(unsafe) var wrong: [String] = []
        DispatchQueue.concurrentPerform(iterations: 4) { part in
          var engine = MatchEngine()
          for index in stride(from: part, to: usable.count, by: 4) {
            let query = usable[index]
            var best = -Float.infinity
            var found = (entity: -1, name: -1, text: "")
            var truth = -Float.infinity
            for candidate in candidates {
              let score = engine.bits(names[query.name], names[candidate.name], table)
              if score > best { best = score; found = candidate }
              if candidate.entity == query.entity { truth = max(truth, score) }
            }
            lock.lock()
            if found.entity == query.entity { right += 1 } else {
              wrong.append("\(query.text) → \(found.text) \(best) ≠ \(entities[query.entity].names.filter { $0.lang == y }.map(\.name)) \(truth)")
            }
            lock.unlock()
          }
        }
        total += usable.count
        totalRight += right
        print(file, x, "→", y, String(format: "%.3f", Double(right) / Double(usable.count)), usable.count)
        if CommandLine.arguments.contains("-v") { for w in wrong.sorted().prefix(10) { print("     ", w) } }
      }
    }
    print(file, "all", String(format: "%.4f", Double(totalRight) / Double(total)), total, Date().timeIntervalSince(start))
  }
}
