internal import TamgaMatching
internal import TamgaText

/// Measures how many true pairs blocking keeps, and how many pairs it makes.
struct BlockingRun {
  private let type: NameType
  private let entities: [GoldEntity]

  init(_ entities: [GoldEntity], _ type: NameType) {
    self.entities = entities
    self.type = type
  }

  /// Recall over all pairs of an entity's names.
  func measure() -> EvaluationReport.Blocking {
    var collection = NameCollection()
    var truth: [Int] = []
    for (index, entity) in entities.enumerated() {
      var seen: Set<String> = []
      for name in entity.names where seen.insert(name.name).inserted {
        collection.add(name.name, type: type)
        truth.append(index)
      }
    }
    let candidates = CandidatePairs(&collection)
    var found: Set<UInt64> = []
    for (a, b) in candidates.pairs where truth[Int(a)] == truth[Int(b)] {
      found.insert(Self.key(Int(a), Int(b)))
    }
    var members: [Int: [Int]] = [:]
    for (name, entity) in truth.enumerated() { members[entity, default: []].append(name) }
    var scorer = PairScorer()
    var all = (found: 0, count: 0)
    var same = (found: 0, count: 0)
    let (names, table) = (collection.names, collection.table)
    for entity in members.keys.sorted() {
      guard let own = members[entity] else { continue }
      for (index, a) in own.enumerated() {
        for b in own[(index + 1)...] {
          let isFound = found.contains(Self.key(a, b)) ? 1 : 0
          all = (all.found + isFound, all.count + 1)
          if scorer.score(names[a], names[b], table).verdict == .same {
            same = (same.found + isFound, same.count + 1)
          }
        }
      }
    }
    return EvaluationReport.Blocking(
      type: type.rawValue, names: truth.count,
      pairsPerName: Double(candidates.pairs.count) * 2 / Double(max(truth.count, 1)),
      recall: Self.share(same), recallOfAll: Self.share(all))
  }

  private static func key(_ a: Int, _ b: Int) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  private static func share(_ part: (found: Int, count: Int)) -> Double {
    part.count == 0 ? 1 : Double(part.found) / Double(part.count)
  }
}
