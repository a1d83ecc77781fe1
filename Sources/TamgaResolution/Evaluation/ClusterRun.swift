internal import TamgaMatching
internal import TamgaText

/// Resolves all names of one type as one column and measures the entities found.
struct ClusterRun {
  private let type: NameType
  private let options: Evaluator.Options
  private var truth: [Int] = []
  private var texts: [String] = []
  private var languages: [String] = []

  init(_ entities: [GoldEntity], _ type: NameType, _ options: Evaluator.Options) {
    self.type = type
    self.options = options
    var owners: [String: Set<Int>] = [:]
    if type == .place {
      for (index, entity) in entities.enumerated() {
        for name in entity.names { owners[name.name.lowercased(), default: []].insert(index) }
      }
    }
    for (index, entity) in entities.enumerated() where isMeasured(entity, owners) {
      var seen: Set<String> = []
      for name in entity.names where seen.insert(name.name).inserted {
        truth.append(index)
        texts.append(name.name)
        languages.append(name.lang)
      }
    }
  }

  /// Whether a place has no namesake and no name that is a translation.
  private func isMeasured(_ entity: GoldEntity, _ owners: [String: Set<Int>]) -> Bool {
    guard type == .place else { return true }
    if entity.names.contains(where: { (owners[$0.name.lowercased()]?.count ?? 0) > 1 }) {
      return false
    }
    guard let least = entity.meta?.sim?.values.min() else { return true }
    return least >= options.leastLikeness
  }

  /// Sets B-cubed in every row: of its two languages, or of all names.
  func measure(_ rows: inout [EvaluationReport.Row]) throws(ResolutionError) {
    var resolver = ResolutionOptions()
    switch options.match.precision {
    case .strict: resolver.precision = .strict
    case .balanced: resolver.precision = .balanced
    case .broad: resolver.precision = .broad
    }
    let resolution = try Resolver(resolver).resolve(NameTable(texts, type: type))
    let clusters = resolution.assignment.map(Int.init)
    for index in rows.indices {
      let pair = [rows[index].from, rows[index].to]
      let selected =
        pair[0] == "all" ? nil : truth.indices.filter { pair.contains(languages[$0]) }
      rows[index].bcubed = BCubed.figures(truth: truth, clusters: clusters, selected: selected)
    }
  }
}
