internal import Dispatch
internal import Synchronization
internal import TamgaMatching
internal import TamgaNames
internal import TamgaText

/// One table's way from rows to entities.
struct ResolutionRun {
  let options: ResolutionOptions
  /// The rows and their distinct names.
  private(set) var book: ItemBook
  /// The names in the order of the book, taken apart.
  var collection = NameCollection()

  init(_ table: NameTable, stored: StoredNames = StoredNames(), _ options: ResolutionOptions) {
    self.options = options
    book = ItemBook(table, stored: stored)
  }

  mutating func resolve() throws(ResolutionError) -> Resolution {
    prepare()
    collection.adaptRarity(atLarge: Self.namesAtLarge)
    let judged = JudgementPairs(book, options.judgements)
    var candidates = CandidatePairs(&collection)
    var initials = InitialNames(candidates.takePairs(), collection.names, book)
    let scoring = Scoring(collection, book)
    var scored = scoring.score(initials.fuller)
    let result = try cluster(scored.edges, scoring, &initials, judged)
    scored.add(initials.scored)
    let assembler = EntityAssembler(
      book, options, clusters: result.clusters, edges: scored.edges)
    var resolution = assembler.assemble()
    let review = ReviewList(
      book, resolution, result, scored.edges, threshold: options.precision.threshold)
    resolution.questions = review.questions(collection.names, collection.table)
    resolution.bridges = review.bridges()
    resolution.blocking = candidates.report
    resolution.histogram = scored.histogram
    return resolution
  }

  /// How many names of a list what is known of names at large counts for. Chosen on the development set.
  private static let namesAtLarge = 10_000

  /// Some names, taken apart.
  private struct Prepared: Sendable {
    var names: [PreparedName]
    var tokens: TokenTable
    var facts: [ItemFacts]
  }

  /// Lists of more names are taken apart on several cores, in parts of a fixed number.
  private static let fewNames = 20_000
  private static let parts = 4

  /// Takes the names apart, in their order.
  mutating func prepare() {
    let dominant = book.hasTypes ? nil : dominantType()
    if book.count <= Self.fewNames {
      collection = NameCollection()
      book.facts = Self.prepare(book, 0..<book.count, dominant, into: &collection)
    } else {
      let results = Mutex<[Int: Prepared]>([:])
      let book = book
      DispatchQueue.concurrentPerform(iterations: Self.parts) { part in
        let range = book.count * part / Self.parts..<book.count * (part + 1) / Self.parts
        var collection = NameCollection()
        let facts = Self.prepare(book, range, dominant, into: &collection)
        let prepared = Prepared(names: collection.names, tokens: collection.table, facts: facts)
        results.withLock { $0[part] = prepared }
      }
      var facts: [ItemFacts] = []
      for part in 0..<Self.parts {
        guard let prepared = results.withLock({ $0.removeValue(forKey: part) }) else { continue }
        collection.append(prepared.names, prepared.tokens)
        facts.append(contentsOf: prepared.facts)
      }
      self.book.facts = facts
    }
    book.types = collection.names.map(\.type)
  }

  private static func prepare(
    _ book: ItemBook, _ range: Range<Int>, _ dominant: NameType?,
    into collection: inout NameCollection
  ) -> [ItemFacts] {
    var parser = BulkNameParser()
    var facts: [ItemFacts] = []
    facts.reserveCapacity(range.count)
    for number in range {
      let row = book.firstRow(number)
      let type = book.type(row: row)
      let language = book.language(row: row)
      let read = book.withName(number) { name -> ItemFacts in
        Self.read(name, type, dominant, language, &parser, into: &collection)
      }
      facts.append(read)
    }
    return facts
  }

  /// Reads one name. By itself, since a parser that a closure shares is copied wherever it is lent.
  private static func read(
    _ name: Span<UInt8>, _ type: NameType?, _ dominant: NameType?, _ language: Language?,
    _ parser: inout BulkNameParser, into collection: inout NameCollection
  ) -> ItemFacts {
    parser.parse(name, type: type)
    if type == nil, let dominant, parser.type != dominant, parser.typeProbability < 0.9 {
      parser.parse(name, type: dominant)
    }
    collection.addClean(name, readBy: parser, language: language)
    return ItemFacts(name, parser, given: language)
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

  /// Fuller names first, then those with initials only, then bare ones.
  private func cluster(
    _ edges: [AverageLink.Edge], _ scoring: Scoring, _ initials: inout InitialNames,
    _ judged: JudgementPairs
  ) throws(ResolutionError) -> AverageLink.Result {
    var link = AverageLink()
    link.threshold = options.precision.threshold
    var bare = BareNames(book, edges, threshold: link.threshold)
    var result = link.clusters(
      count: book.count, edges: bare.fullEdges, forbidden: judged.forbidden,
      forced: judged.forced)
    initials.attach(to: &result, scoring, link, book, judged)
    bare.attach(to: &result, link, judged)
    for (a, b) in judged.forbidden where result.clusters[Int(a)] == result.clusters[Int(b)] {
      throw .contradiction(book.name(Int(a)), book.name(Int(b)))
    }
    return result
  }
}
