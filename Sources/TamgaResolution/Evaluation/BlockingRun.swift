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

  /// Recall over all pairs of an entity's names, among others if there are some.
  func measure(among others: NameBatch) -> EvaluationReport.Blocking {
    var collection = NameCollection()
    var truth: [Int] = []
    var shown: [String] = []
    var missed: [[String]] = []
    for (index, entity) in entities.enumerated() {
      var seen: Set<String> = []
      for name in entity.names where seen.insert(name.name).inserted {
        collection.add(name.name, type: type)
        truth.append(index)
        shown.append(name.name)
      }
    }
    let own = truth.count
    for index in 0..<others.count {
      others.withBytes(index) { _ = collection.add($0, type: type) }
    }
    let candidates = CandidatePairs(&collection)
    var found: Set<UInt64> = []
    for (a, b) in candidates.pairs
    where Int(b) < own && truth[Int(a)] == truth[Int(b)] {
      found.insert(Self.key(Int(a), Int(b)))
    }
    var members: [Int: [Int]] = [:]
    for (name, entity) in truth.enumerated() { members[entity, default: []].append(name) }
    var scorer = PairScorer()
    var all = (found: 0, count: 0)
    var same = (found: 0, count: 0)
    let (prepared, table) = (collection.names, collection.table)
    for entity in members.keys.sorted() {
      guard let names = members[entity] else { continue }
      for (index, a) in names.enumerated() {
        for b in names[(index + 1)...] {
          let isFound = found.contains(Self.key(a, b)) ? 1 : 0
          all = (all.found + isFound, all.count + 1)
          if scorer.score(prepared[a], prepared[b], table).verdict == .same {
            same = (same.found + isFound, same.count + 1)
            if isFound == 0, missed.count < Self.mostMissed { missed.append([shown[a], shown[b]]) }
          }
        }
      }
    }
    return EvaluationReport.Blocking(
      type: type.rawValue, names: prepared.count,
      pairsPerName: Double(candidates.pairs.count) * 2 / Double(max(prepared.count, 1)),
      recall: Self.share(same), recallOfAll: Self.share(all), missed: missed)
  }

  private static let mostMissed = 1000

  private static func key(_ a: Int, _ b: Int) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  private static func share(_ part: (found: Int, count: Int)) -> Double {
    part.count == 0 ? 1 : Double(part.found) / Double(part.count)
  }
}
