/// B-cubed: for every name, how many of its cluster are of its entity, and how many of its entity are in its cluster.
public enum BCubed {
  /// The figures of clusters against entities, given for every name by number.
  ///
  /// - Parameter selected: the names that count; others are as if they were not there.
  public static func figures(
    truth: [Int], clusters: [Int], selected: [Int]? = nil
  ) -> EvaluationReport.Figures {
    let names = selected ?? Array(truth.indices)
    var entities: [Int: Int] = [:]
    var groups: [Int: Int] = [:]
    var both: [Int: [Int: Int]] = [:]
    for name in names {
      entities[truth[name], default: 0] += 1
      groups[clusters[name], default: 0] += 1
      both[truth[name], default: [:]][clusters[name], default: 0] += 1
    }
    var precision = 0.0
    var recall = 0.0
    for entity in both.keys.sorted() {
      guard let shared = both[entity] else { continue }
      for cluster in shared.keys.sorted() {
        let count = Double(shared[cluster] ?? 0)
        precision += count * count / Double(groups[cluster] ?? 1)
        recall += count * count / Double(entities[entity] ?? 1)
      }
    }
    let count = Double(max(names.count, 1))
    return EvaluationReport.Figures(precision: precision / count, recall: recall / count)
  }
}
