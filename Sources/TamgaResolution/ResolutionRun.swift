internal import Dispatch
internal import Synchronization
internal import TamgaMatching
internal import TamgaNames
internal import TamgaText

/// One table's way from rows to entities.
struct ResolutionRun {
  let options: ResolutionOptions
  /// The rows and their distinct names.
  private var book: ItemBook
  /// The names in the order of the book, taken apart.
  private var collection = NameCollection()

  init(_ table: NameTable, stored: StoredNames = StoredNames(), _ options: ResolutionOptions) {
    self.options = options
    book = ItemBook(table, stored: stored)
  }

  mutating func resolve() throws(ResolutionError) -> Resolution {
    prepare()
    let candidates = CandidatePairs(&collection)
    let scored = score(candidates.pairs)
    let clusters = try cluster(scored.edges)
    let assembler = EntityAssembler(book, options, clusters: clusters, edges: scored.edges)
    var resolution = assembler.assemble()
    resolution.blocking = candidates.report
    resolution.histogram = scored.histogram
    return resolution
  }

  /// Takes the names apart, in their order.
  private mutating func prepare() {
    let dominant = book.hasTypes ? nil : dominantType()
    var parser = BulkNameParser()
    var facts: [ItemFacts] = []
    facts.reserveCapacity(book.count)
    for number in 0..<book.count {
      let row = book.firstRow(number)
      let type = book.type(row: row)
      let language = book.language(row: row)
      book.withName(number) { name in
        parser.parse(name, type: type)
        if type == nil, let dominant, parser.type != dominant, parser.typeProbability < 0.9 {
          parser.parse(name, type: dominant)
        }
        collection.addClean(name, readBy: parser, language: language)
        facts.append(ItemFacts(name, parser, given: language))
      }
    }
    book.facts = facts
    book.types = collection.names.map(\.type)
  }

  /// The type most of the names have, when enough do.
  private func dominantType() -> NameType? {
    var parser = BulkNameParser()
    var counts: [NameType: Double] = [:]
    var total = 0.0
    let step = max(1, book.count / 2000)
    for number in stride(from: 0, to: book.count, by: step) {
      book.withName(number) { parser.parse($0) }
      counts[parser.type, default: 0] += Double(parser.typeProbability)
      total += 1
    }
    guard total >= 8, let most = counts.max(by: { $0.value < $1.value }),
      most.value / total >= options.dominantType
    else { return nil }
    return most.key
  }

  // MARK: - Pairs to clusters

  private func score(
    _ pairs: [(Int32, Int32)]
  ) -> (edges: [AverageLink.Edge], histogram: [Int]) {
    let parts = 64
    let results = Mutex<[Int: (edges: [AverageLink.Edge], histogram: [Int])]>([:])
    let (names, tokens) = (collection.names, collection.table)
    let columns = EvidenceColumns(book)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var engine = MatchEngine()
      var edges: [AverageLink.Edge] = []
      var histogram = [Int](repeating: 0, count: 10)
      for index in pairs.count * part / parts..<pairs.count * (part + 1) / parts {
        let (a, b) = pairs[index]
        guard names[Int(a)].type == names[Int(b)].type else { continue }
        let bits = engine.logOdds(names[Int(a)], names[Int(b)], tokens) + columns.bits(a, b)
        let probability = 1 / (1 + Power.two(-bits))
        histogram[min(9, Int(probability * 10))] += 1
        if bits > -20 { edges.append(.init(a: a, b: b, bits: bits)) }
      }
      results.withLock { $0[part] = (edges, histogram) }
    }
    let all = results.withLock { $0 }
    var edges: [AverageLink.Edge] = []
    var histogram = [Int](repeating: 0, count: 10)
    for part in 0..<parts {
      guard let result = all[part] else { continue }
      edges.append(contentsOf: result.edges)
      for index in 0..<10 { histogram[index] += result.histogram[index] }
    }
    return (edges, histogram)
  }

  private func cluster(_ edges: [AverageLink.Edge]) throws(ResolutionError) -> [Int32] {
    var forced: [(Int32, Int32)] = []
    var forbidden: [(Int32, Int32)] = []
    if !options.judgements.all.isEmpty {
      (forced, forbidden) = JudgementPairs(book, options.judgements).pairs
    }
    var link = AverageLink()
    link.threshold = options.precision.threshold
    let clusters = link.clusters(
      count: collection.names.count, edges: edges, forbidden: forbidden, forced: forced)
    for (a, b) in forbidden where clusters[Int(a)] == clusters[Int(b)] {
      throw .contradiction(book.name(Int(a)), book.name(Int(b)))
    }
    return clusters
  }
}
