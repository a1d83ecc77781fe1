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
    var found = 0
    for (a, b) in candidates.pairs where truth[Int(a)] == truth[Int(b)] { found += 1 }
    var sizes: [Int: Int] = [:]
    for entity in truth { sizes[entity, default: 0] += 1 }
    let all = sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    return EvaluationReport.Blocking(
      type: type.rawValue, names: truth.count,
      pairsPerName: Double(candidates.pairs.count) * 2 / Double(max(truth.count, 1)),
      recall: all == 0 ? 1 : Double(found) / Double(all))
  }
}
