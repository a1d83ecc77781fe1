internal import TamgaMatching
internal import TamgaText

/// Makes entities of clusters: ids, canonical names, variants, confidence.
struct EntityAssembler {
  private let run: ResolutionRun
  private let edges: [AverageLink.Edge]
  /// The cluster of every item, and its members, sorted.
  private var clusters: [Int32]
  private var members: [Int32: [Int32]] = [:]
  /// The rows of every item, in their order.
  private var rows: [[Int32]]

  init(_ run: ResolutionRun, clusters: [Int32], edges: [AverageLink.Edge]) {
    self.run = run
    self.clusters = clusters
    self.edges = edges
    for (item, cluster) in clusters.enumerated() {
      members[cluster, default: []].append(Int32(item))
    }
    rows = Array(repeating: [], count: clusters.count)
    for (row, item) in run.items.items.enumerated() where item >= 0 {
      rows[Int(run.rank[Int(item)])].append(Int32(row))
    }
  }

  mutating func assemble() -> Resolution {
    let scores = confidences()
    let languages = LanguageIdentifierBridge()
    var entities: [(entity: Entity, cluster: Int32)] = []
    var used: Set<String> = []
    for cluster in members.keys.sorted() {
      let items = members[cluster] ?? []
      var variants: [EntityVariant] = []
      for item in items { variants.append(contentsOf: self.variants(item, scores, languages)) }
      variants.sort(by: Self.precedes)
      let type = run.collection.names[Int(items[0])].type
      let choice = CanonicalChooser(type: type).choose(variants)
      let smallest = run.name(Int(items[0]))
      var attempt = 0
      var id = EntityID.make(type: type.rawValue, name: smallest)
      while !used.insert(id).inserted {
        attempt += 1
        id = EntityID.make(type: type.rawValue, name: smallest, attempt: attempt)
      }
      entities.append(
        (
          Entity(
            id: id, type: type, canonical: choice.canonical, canonicalLanguage: choice.language,
            forms: choice.forms, variants: variants, parts: []), cluster
        ))
    }
    entities.sort { $0.entity.id < $1.entity.id }
    var number: [Int32: Int32] = [:]
    for (index, entry) in entities.enumerated() { number[entry.cluster] = Int32(index) }
    var assignment = [Int32](repeating: -1, count: run.table.count)
    var confidence = [Float](repeating: 0, count: run.table.count)
    for (row, item) in run.items.items.enumerated() where item >= 0 {
      let rank = run.rank[Int(item)]
      assignment[row] = number[clusters[Int(rank)]] ?? -1
      confidence[row] = scores[Int(rank)]
    }
    return Resolution(
      entities: entities.map(\.entity), assignment: assignment, confidence: confidence,
      questions: [], bridges: [], blocking: .init(), histogram: [])
  }

  /// How sure each item's cluster is: the mean evidence of its links inside, as a probability; for an item alone, that
  /// it belongs to no other.
  private func confidences() -> [Float] {
    var sum = [Float](repeating: 0, count: clusters.count)
    var count = [Int32](repeating: 0, count: clusters.count)
    var best = [Float](repeating: -20, count: clusters.count)
    for edge in edges {
      let (a, b) = (Int(edge.a), Int(edge.b))
      if clusters[a] == clusters[b] {
        sum[a] += edge.bits
        sum[b] += edge.bits
        count[a] += 1
        count[b] += 1
      } else {
        best[a] = max(best[a], edge.bits)
        best[b] = max(best[b], edge.bits)
      }
    }
    return clusters.indices.map { item in
      count[item] > 0
        ? Power.probability(sum[item] / Float(count[item])) : 1 - Power.probability(best[item])
    }
  }

  /// The spellings of an item as they were given, each once.
  private func variants(
    _ item: Int32, _ scores: [Float], _ languages: LanguageIdentifierBridge
  ) -> [EntityVariant] {
    var byName: [String: (count: Int, sources: Set<String>)] = [:]
    for row in rows[Int(item)] {
      let name = run.table.names[Int(row)]
      byName[name, default: (0, [])].count += 1
      if !run.table.sources.isEmpty {
        byName[name]?.sources.insert(run.table.sources[Int(row)])
      }
    }
    let given = run.table.languages.isEmpty ? nil : run.table.languages[run.firstRow(Int(item))]
    let guess = languages.identify(run.name(Int(item)))
    return byName.keys.sorted().map { name in
      EntityVariant(
        name: name, language: given ?? guess.language, script: guess.script,
        count: byName[name]?.count ?? 0, score: Double(scores[Int(item)]),
        sources: byName[name]?.sources.sorted() ?? [])
    }
  }

  private static func precedes(_ a: EntityVariant, _ b: EntityVariant) -> Bool {
    if a.count != b.count { return a.count > b.count }
    return a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
  }
}
