internal import Dispatch
internal import Foundation
internal import Synchronization
internal import TamgaMatching
internal import TamgaNames
internal import TamgaText

/// Makes entities of clusters: ids, canonical names, variants, confidence.
struct EntityAssembler: Sendable {
  private let book: ItemBook
  private let options: ResolutionOptions
  private let edges: [AverageLink.Edge]
  /// The cluster of every item: the number of its smallest member.
  private let clusters: [Int32]
  /// The clusters that are wanted, and the items of each.
  private let wanted: [Int32]
  private let members: Groups
  /// The rows of every item.
  private let rows: Groups

  init(
    _ book: ItemBook, _ options: ResolutionOptions, clusters: [Int32], edges: [AverageLink.Edge]
  ) {
    self.book = book
    self.options = options
    self.clusters = clusters
    self.edges = edges
    let members = Groups(clusters, count: clusters.count)
    self.members = members
    let ranks = book.items.items.map { $0 < 0 ? -1 : book.rank[Int($0)] }
    rows = Groups(ranks, count: clusters.count)
    wanted = (0..<Int32(clusters.count)).filter { !members[$0].isEmpty }
  }

  /// Whether entities get the forms that are made by rule, and their parts.
  private var areFormsComplete: Bool {
    options.makesForms && book.population <= options.mostFormed
  }

  /// The entities, sorted by id, with the entity of every row.
  func assemble() -> Resolution {
    let scores = confidences()
    var made = entities(scores)
    let identity = EntityIdentity(storedNames())
    var ids: [Int32: String] = [:]
    var used: Set<String> = Set(identity.destinations.keys)
    for (number, cluster) in wanted.enumerated() {
      let id = identity.kept[cluster] ?? newID(made[number].type, cluster, &used)
      ids[cluster] = id
      made[number].id = id
    }
    let order = wanted.indices.sorted { made[$0].id < made[$1].id }
    var number = [Int32](repeating: -1, count: clusters.count)
    for (place, index) in order.enumerated() { number[Int(wanted[index])] = Int32(place) }
    var assignment = [Int32](repeating: -1, count: book.newRows)
    var confidence = [Float](repeating: 0, count: book.newRows)
    var touched: Set<Int32> = []
    for row in 0..<book.newRows where book.items.items[row] >= 0 {
      let item = Int(book.rank[Int(book.items.items[row])])
      assignment[row] = number[Int(clusters[item])]
      confidence[row] = scores[item]
      if book.isIncremental { touched.insert(clusters[item]) }
    }
    var resolution = Resolution(
      entities: order.map { made[$0] }, assignment: assignment, confidence: confidence,
      questions: [], bridges: [], blocking: .init(), histogram: [])
    resolution.clusterNumbers = number
    resolution.areFormsComplete = areFormsComplete
    if book.isIncremental {
      resolution.changes = identity.changes(ids: ids, touched: touched)
    }
    return resolution
  }

  private func newID(_ type: NameType, _ cluster: Int32, _ used: inout Set<String>) -> String {
    let smallest = book.name(Int(cluster))
    var attempt = 0
    var id = EntityID.make(type: type.rawValue, name: smallest)
    while used.contains(id) || book.stored.isTaken(id) {
      attempt += 1
      id = EntityID.make(type: type.rawValue, name: smallest, attempt: attempt)
    }
    used.insert(id)
    return id
  }

  /// The cluster and the entity of every stored name.
  private func storedNames() -> [(cluster: Int32, entity: String)] {
    var names: [(cluster: Int32, entity: String)] = []
    for (number, entity) in book.stored.entities.enumerated() {
      let item = book.items.items[book.newRows + number]
      if item >= 0 { names.append((clusters[Int(book.rank[Int(item)])], entity)) }
    }
    return names
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

  // MARK: - One entity

  /// The entities of the wanted clusters, without ids, on all cores.
  private func entities(_ scores: [Float]) -> [Entity] {
    // Every part makes its own transliterators: few parts where there is little to do.
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let parts = min(64, max(1, wanted.count / 4096, min(cores, wanted.count / 16)))
    let results = Mutex<[Int: [Entity]]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let forms = EntityForms(FormMaker(restores: book.population <= options.mostRestored))
      let range = wanted.count * part / parts..<wanted.count * (part + 1) / parts
      let made = wanted[range].map { entity($0, scores, forms) }
      results.withLock { $0[part] = made }
    }
    let all = results.withLock { $0 }
    return (0..<parts).flatMap { all[$0] ?? [] }
  }

  private func entity(_ cluster: Int32, _ scores: [Float], _ forms: EntityForms) -> Entity {
    let items = members[cluster]
    let type = book.types[Int(cluster)]
    var variants: [EntityVariant] = []
    var candidates: [CanonicalChooser.Candidate] = []
    for item in items {
      let own = self.variants(item, scores[Int(item)])
      variants.append(contentsOf: own)
      let facts = book.facts[Int(item)]
      candidates.append(
        .init(
          name: book.name(Int(item)), language: facts.language,
          count: own.reduce(0) { $0 + $1.count }, quality: facts.quality,
          score: scores[Int(item)]))
    }
    variants.sort(by: Self.precedes)
    let chooser = CanonicalChooser()
    let choice = chooser.canonical(candidates)
    var entity = Entity(
      id: "", type: type, canonical: choice.name, canonicalLanguage: choice.language,
      variants: variants)
    guard options.makesForms else { return entity }
    if areFormsComplete {
      entity.forms = forms.all(type, candidates, native: choice.language)
    } else {
      entity.forms = forms.attested(type, candidates, native: choice.language)
    }
    if let own = entity.forms.first(where: { $0.language == choice.language }) {
      entity.canonical = own.form
    }
    entity.aliases = chooser.aliases(candidates, canonical: entity.canonical)
    if areFormsComplete { forms.addParts(to: &entity) }
    return entity
  }

  /// The spellings of an item as they were given, each once.
  private func variants(_ item: Int32, _ score: Float) -> [EntityVariant] {
    let facts = book.facts[Int(item)]
    var variants: [EntityVariant] = []
    for row in rows[item] {
      let name = book.table.names[Int(row)]
      let count = book.weight(Int(row))
      let source = book.table.sources.isEmpty ? nil : book.table.sources[Int(row)]
      if let known = variants.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        variants[known].count += count
        if let source, !variants[known].sources.contains(source) {
          variants[known].sources.append(source)
        }
      } else {
        variants.append(
          EntityVariant(
            name: name, language: facts.language, script: facts.script, count: count,
            score: Double(score), sources: source.map { [$0] } ?? []))
      }
    }
    for index in variants.indices { variants[index].sources.sort() }
    return variants
  }

  private static func precedes(_ a: EntityVariant, _ b: EntityVariant) -> Bool {
    if a.count != b.count { return a.count > b.count }
    return a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
  }
}
