internal import Dispatch
internal import Synchronization
internal import TamgaMatching
internal import TamgaNames
internal import TamgaText

/// One table's way from rows to entities.
struct ResolutionRun {
  let table: NameTable
  let options: ResolutionOptions
  /// The distinct names, in an order of their own: sorted, so that the order of rows does not matter.
  private(set) var items: ItemTable
  /// For every item in sorted order, its number in `items`; and back.
  private(set) var order: [Int32] = []
  private(set) var rank: [Int32] = []
  var collection = NameCollection()
  private(set) var types: [NameType] = []

  init(_ table: NameTable, _ options: ResolutionOptions) {
    self.table = table
    self.options = options
    items = ItemTable(capacity: table.count)
  }

  mutating func resolve() throws(ResolutionError) -> Resolution {
    clean()
    sort()
    prepare()
    let candidates = CandidatePairs(&collection)
    let scored = score(candidates.pairs)
    let clusters = try cluster(scored.edges)
    var assembler = EntityAssembler(self, clusters: clusters, edges: scored.edges)
    var resolution = assembler.assemble()
    resolution.blocking = candidates.report
    resolution.histogram = scored.histogram
    return resolution
  }

  // MARK: - Rows to items

  /// Cleans all rows and finds the distinct names.
  private mutating func clean() {
    var cleaners: [Int: BulkNameCleaner] = [:]
    var buffer = ByteBuffer(capacity: 256)
    for row in 0..<table.count {
      let type = table.types.isEmpty ? nil : table.types[row]
      let language = table.languages.isEmpty ? nil : table.languages[row]
      let key = (type?.index ?? -1) * 64 + (language?.index ?? -1)
      var cleaner =
        cleaners.removeValue(forKey: key)
        ?? BulkNameCleaner(CleaningOptions(language: language, type: type))
      buffer.truncate()
      table.names.withBytes(row) { _ = cleaner.clean($0, into: &buffer) }
      cleaners[key] = cleaner
      let context = context(row)
      buffer.withSpan { items.add($0, context: context) }
    }
  }

  /// A number for whatever tells two rows of one name apart: type, birth date, identifier; for bare names in documents,
  /// the document.
  private func context(_ row: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    func mix(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x1F) &* 0x100_0000_01b3
    }
    if !table.types.isEmpty { mix(table.types[row].rawValue) }
    if !table.birthDates.isEmpty { mix(table.birthDates[row]) }
    if !table.identifiers.isEmpty { mix(table.identifiers[row]) }
    if !table.countries.isEmpty { mix(table.countries[row]) }
    if !table.genders.isEmpty { mix(table.genders[row]?.rawValue ?? "") }
    if !table.documents.isEmpty, table.documents[row] >= 0, isBare(row) {
      mix(String(table.documents[row]))
    }
    return hash
  }

  private func isBare(_ row: Int) -> Bool {
    table.names.withBytes(row) { name in
      for index in 0..<name.count where name[index] == 0x20 { return false }
      return true
    }
  }

  /// Puts the items in the order of their names, so that nothing depends on the order of rows.
  private mutating func sort() {
    let names = items.names
    let firstRows = items.firstRows
    let table = table
    func key(_ item: Int32) -> ArraySlice<UInt8> { names.bytes[names.range(Int(item))] }
    func context(_ item: Int32) -> String {
      let row = Int(firstRows[Int(item)])
      return [
        table.types.isEmpty ? "" : table.types[row].rawValue,
        table.birthDates.isEmpty ? "" : table.birthDates[row],
        table.identifiers.isEmpty ? "" : table.identifiers[row],
        table.countries.isEmpty ? "" : table.countries[row],
        table.documents.isEmpty ? "" : String(table.documents[row]),
      ].joined(separator: "\u{1F}")
    }
    order = (0..<Int32(names.count)).sorted { a, b in
      let (x, y) = (key(a), key(b))
      if x.elementsEqual(y) { return context(a) < context(b) }
      return x.lexicographicallyPrecedes(y)
    }
    rank = Array(repeating: 0, count: order.count)
    for (number, item) in order.enumerated() { rank[Int(item)] = Int32(number) }
  }

  /// Takes the items apart, in sorted order.
  private mutating func prepare() {
    let dominant = table.types.isEmpty ? dominantType() : nil
    for item in order {
      let row = Int(items.firstRows[Int(item)])
      let type = table.types.isEmpty ? nil : table.types[row]
      let language = table.languages.isEmpty ? nil : table.languages[row]
      items.names.withBytes(Int(item)) { name in
        _ = collection.addClean(name, type: type, language: language, inDoubt: dominant)
      }
    }
  }

  /// The type most of the names have, when enough do.
  private func dominantType() -> NameType? {
    var parser = BulkNameParser()
    var counts: [NameType: Double] = [:]
    var total = 0.0
    let step = max(1, order.count / 2000)
    for index in stride(from: 0, to: order.count, by: step) {
      items.names.withBytes(Int(order[index])) { parser.parse($0) }
      counts[parser.type, default: 0] += Double(parser.typeProbability)
      total += 1
    }
    guard total >= 20, let most = counts.max(by: { $0.value < $1.value }),
      most.value / total >= options.dominantType
    else { return nil }
    return most.key
  }

  /// The cleaned name of an item in sorted order.
  func name(_ number: Int) -> String { items.names[Int(order[number])] }

  /// The first row of an item in sorted order.
  func firstRow(_ number: Int) -> Int { Int(items.firstRows[Int(order[number])]) }

  // MARK: - Pairs to clusters

  private func score(
    _ pairs: [(Int32, Int32)]
  ) -> (edges: [AverageLink.Edge], histogram: [Int]) {
    let parts = 64
    let results = Mutex<[Int: (edges: [AverageLink.Edge], histogram: [Int])]>([:])
    let (names, tokens) = (collection.names, collection.table)
    let columns = EvidenceColumns(self)
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
      (forced, forbidden) = JudgementPairs(self).pairs
    }
    var link = AverageLink()
    link.threshold = options.precision.threshold
    let clusters = link.clusters(
      count: collection.names.count, edges: edges, forbidden: forbidden, forced: forced)
    for (a, b) in forbidden where clusters[Int(a)] == clusters[Int(b)] {
      throw .contradiction(name(Int(a)), name(Int(b)))
    }
    return clusters
  }
}
