import Foundation
import Tamga

/// Right-first linking on dev with nothing but sound forms and the pair model: the floor.
struct QuickEvaluation {
  let gold: URL
  let former = SoundFormer.shipped

  struct Prepared { var tokens: [[SoundForm]]; var info: [Double] }

  func run() throws {
    let model = PairModel.shipped
    for file in ["persons", "places"] {
      let entities = try Gold.entities(gold.appending(path: "\(file).jsonl"))
      var byLang: [String: [(Int, Prepared)]] = [:]
      for (index, entity) in entities.enumerated() {
        for name in entity.names {
          byLang[name.lang, default: []].append((index, prepare(name, model)))
        }
      }
      let langs = ["az", "kk", "ru", "en", "uk", "tr", "de", "az-Arab", "fa", "kk-Latn", "be"]
      for x in langs {
        for y in langs where x != y {
          guard let queries = byLang[x], let candidates = byLang[y] else { continue }
          let have = Set(candidates.map(\.0))
          var seen: Set<Int> = []
          let usable = queries.filter { q in
            guard have.contains(q.0), seen.insert(q.0).inserted else { return false }
            guard file == "places" else { return true }
            let sim = entities[q.0].meta?.sim ?? [:]
            return (sim["\(x)~\(y)"] ?? sim["\(y)~\(x)"] ?? 0) >= 0.6
          }
          guard usable.count >= 10 else { continue }
          // Homonyms: another entity bears one of this entity's names.
          var owners: [String: Set<Int>] = [:]
          for (index, entity) in entities.enumerated() {
            for name in entity.names where name.lang == y || name.lang == x {
              owners[name.lang + name.name.lowercased(), default: []].insert(index)
            }
          }
          let alone = usable.filter { q in
            file != "places" || !entities[q.0].names.contains {
              ($0.lang == y || $0.lang == x) && (owners[$0.lang + $0.name.lowercased()]?.count ?? 0) > 1
            }
          }
          let lock = NSLock()
          nonisolated(unsafe) var right = 0
          nonisolated(unsafe) var wrong: [String] = []
          DispatchQueue.concurrentPerform(iterations: 4) { part in
            var aligner = PairAligner(model)
            for index in stride(from: part, to: alone.count, by: 4) {
              let (id, query) = alone[index]
              var best = -Double.infinity
              var found = -1
              for (other, candidate) in candidates {
                let score = score(query, candidate, &aligner)
                if score > best { best = score; found = other }
              }
              lock.lock()
              if found == id { right += 1 } else if wrong.count < 6 {
                wrong.append("\(entities[id].names.first { $0.lang == x }!.name) → \(entities[found].names.filter { $0.lang == y }.map(\.name)) ≠ \(entities[id].names.filter { $0.lang == y }.map(\.name))")
              }
              lock.unlock()
            }
          }
          print(file, x, "→", y, String(format: "%.3f", Double(right) / Double(alone.count)), alone.count)
          if CommandLine.arguments.contains("-v") { for w in wrong { print("     ", w) } }
        }
      }
    }
  }

  func prepare(_ name: GoldEntity.Name, _ model: PairModel) -> Prepared {
    var tokens: [[SoundForm]] = []
    var info: [Double] = []
    for token in PairTraining.tokens(name.name) {
      var forms: [SoundForm] = []
      for reading in PairTraining.readings(name.lang) {
        let form = former.form(token, reading: reading)
        if !form.phones.isEmpty, !forms.contains(form) { forms.append(form) }
      }
      if forms.isEmpty { continue }
      tokens.append(forms)
      info.append(Double(model.information(forms[0])))
    }
    return Prepared(tokens: tokens, info: info)
  }

  func score(_ a: Prepared, _ b: Prepared, _ aligner: inout PairAligner) -> Double {
    let (x, y) = a.tokens.count <= b.tokens.count ? (a, b) : (b, a)
    if x.tokens.isEmpty { return -1000 }
    var total = 0.0
    var worst = 1.0
    var used: Set<Int> = []
    for (i, forms) in x.tokens.enumerated() {
      var best = -1.0
      var which = -1
      for (j, others) in y.tokens.enumerated() where !used.contains(j) {
        let info = (x.info[i] + y.info[j])
        for f in forms {
          for g in others {
            let s = max(-1, 1 + Double(aligner.transformation(f, g)) / info)
            if s > best { best = s; which = j }
          }
        }
      }
      if which >= 0 { used.insert(which); total += best * (x.info[i] + y.info[which]) / 2 }
      worst = min(worst, best)
    }
    let extra = y.info.enumerated().filter { !used.contains($0.offset) }.map(\.element).reduce(0, +)
    return worst * 2 + total / (x.info.reduce(0, +) + 0.3 * extra)
  }
}
