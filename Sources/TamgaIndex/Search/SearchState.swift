internal import Foundation
internal import GRDB
internal import TamgaMatching
internal import TamgaText

/// What a searcher keeps between queries, and how it answers one.
struct SearchState {
  /// A spelling that was read, ready to be compared.
  struct Candidate {
    var entity: Int64
    var type: NameType
    var name: PreparedName
  }

  var collection = NameCollection()
  var engine = MatchEngine()
  var cache = TokenCache()
  var scores: CandidateScores
  var candidates: [UInt32: Candidate] = [:]
  private var types: [NameType] = []
  private var version: Int64 = -1

  /// How much is kept before all is forgotten.
  private static let mostTokens = 400_000
  private static let mostCandidates = 200_000
  /// Spellings that are compared with a query, in each round.
  static let mostCompared = 24
  /// Sixteenths of a bit below the best spelling, from which on one is not compared.
  private static let hopeless = 112
  /// A probability above which spellings farther off are not looked for.
  private static let sure = 0.9

  init(_ database: Database) throws {
    scores = CandidateScores(last: 0)
    try load(database)
  }

  /// Forgets what is out of date, or too much.
  mutating func renew(_ database: Database) throws {
    let found =
      try Int64.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    if found != version { try load(database) }
    if cache.count > Self.mostTokens || collection.table.count > Self.mostTokens * 2 {
      collection = NameCollection()
      engine = MatchEngine()
      cache = TokenCache()
      candidates.removeAll()
    }
    if candidates.count > Self.mostCandidates { candidates.removeAll() }
    collection.forgetNames()
  }

  private mutating func load(_ database: Database) throws {
    version = try Int64.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM variant") ?? 0
    scores = CandidateScores(last: last)
    cache = TokenCache()
    candidates.removeAll()
    types = try NameType.allCases.filter { type in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM entity WHERE type = ?)",
        arguments: [type.index]) ?? false
    }
  }

  // MARK: - Exact

  func exact(
    _ query: String, _ options: SearchOptions, _ database: Database
  ) throws -> [SearchHit] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT entity.id, entity.type, entity.canonical, variant.name, sum(variant.count)
        FROM variant JOIN entity ON entity.number = variant.entity
        WHERE substr(variant.name, 1, 8) = substr(?1, 1, 8) AND +variant.name = ?1
          AND (?2 IS NULL OR entity.type = ?2)
        GROUP BY entity.number ORDER BY 5 DESC, entity.id LIMIT ?3
        """, arguments: [query, options.type?.index, options.limit])
    return rows.map {
      SearchHit(
        entity: $0[0], type: NameType.allCases[min(max($0[1], 0), 3)], canonical: $0[2], score: 1,
        matched: $0[3])
    }
  }

  // MARK: - Fuzzy

  mutating func fuzzy(
    _ query: String, _ options: SearchOptions, _ database: Database
  ) throws -> [SearchHit] {
    let queries = prepare(query, options)
    guard !queries.isEmpty else { return [] }
    var found: [Int64: (bits: Float, variant: UInt32)] = [:]
    try gather(queries, farther: false, database)
    try compare(queries, &found, database)
    if (found.values.map(\.bits).max() ?? -20) < Self.bits(Self.sure) {
      try gather(queries, farther: true, database)
      try compare(queries, &found, database)
    }
    return try hits(found, queries, options, database)
  }

  /// The query as a name of one type.
  struct Query {
    var type: NameType
    var text: String
    var name: PreparedName
    var terms: [SearchTerm]
  }

  /// The query as a name of each type there is.
  mutating func prepare(_ query: String, _ options: SearchOptions) -> [Query] {
    var queries: [Query] = []
    for type in options.type.map({ [$0] }) ?? types where types.contains(type) {
      let number = collection.add(query, type: type)
      let name = collection.names[number]
      if !name.isEmpty {
        queries.append(
          Query(type: type, text: query, name: name, terms: collection.searchTerms(name)))
      }
    }
    return queries
  }

  /// Adds up the scores of all spellings.
  ///
  /// - Parameter farther: whether tokens that differ in a consonant, stems and joined parts count.
  mutating func gather(
    _ queries: [Query], farther: Bool, _ database: Database
  ) throws {
    scores.reset()
    var slots: [Int32: [TokenCache.Neighbour]] = [:]
    var places: [UInt32: [TokenCache.Token]] = [:]
    for query in queries {
      for term in query.terms where farther || term.isPart {
        if term.token < 0 {
          places[term.place] = try cache.tokens(PlaceTerm.key(term.place), database)
        } else if slots[term.token] == nil {
          slots[term.token] = try neighbours(term.token, farther: farther, database)
        }
      }
    }
    var number: UInt8 = 0
    for place in places.keys.sorted() {
      number += 1
      for token in places[place] ?? [] {
        scores.add(token.variants, slot: number, sixteenths: 96, onlyTouched: false)
      }
    }
    // The rarest token first: what has only the commonest in common is hardly meant.
    var order: [(token: Int32, bytes: Int)] = []
    for (token, tokens) in slots {
      order.append((token, tokens.reduce(0) { sum, next in sum + next.token.variants.count }))
    }
    order.sort { a, b in a.bytes != b.bytes ? a.bytes < b.bytes : a.token < b.token }
    for (token, bytes) in order {
      number += 1
      let onlyTouched = bytes > 4096 && !scores.touched.isEmpty
      for neighbour in slots[token] ?? [] {
        scores.add(
          neighbour.token.variants, slot: number, sixteenths: neighbour.sixteenths,
          onlyTouched: onlyTouched)
      }
      if number > 40 { break }
    }
  }

  /// The tokens of the index that may be spellings of a token, the likeliest first.
  private mutating func neighbours(
    _ token: Int32, farther: Bool, _ database: Database
  ) throws -> [TokenCache.Neighbour] {
    if let known = cache.neighbours(token, farther: farther) { return known }
    let keys = collection.table.searchKeys(Int(token))
    var filter = SoundFilter(keys.sounds)
    for main in keys.main {
      for other in try cache.tokens(main, database) { filter.add(other, atLeast: 2) }
    }
    if farther {
      for pair in try cache.pairs(keys, database) where !keys.main.contains(pair.main) {
        for other in try cache.tokens(pair.main, database) {
          if pair.text.isEmpty {
            filter.add(other, atLeast: 1)
          } else if other.text == pair.text {
            filter.addLinked(other)
          }
        }
      }
    }
    let tokens = filter.nearest
    for other in tokens where other.number < 0 {
      other.number = collection.intern(other.letters.span, reading: other.reading)
    }
    let table = collection.table
    let rarity = table.rarity(Int(token))
    var seen: Set<Int32> = []
    var found: [TokenCache.Neighbour] = []
    for other in tokens where seen.insert(other.number).inserted {
      let odds = engine.odds(Int(token), Int(other.number), table)
      guard odds > -1 else { continue }
      let bits = min(odds + 2, rarity, table.rarity(Int(other.number)), 14)
      let exact: UInt16 = other.number == token ? 8 : 0
      found.append(
        TokenCache.Neighbour(token: other, sixteenths: UInt16(max(1, bits * 16)) + exact))
    }
    found.sort { a, b in
      a.sixteenths != b.sixteenths
        ? a.sixteenths > b.sixteenths : a.token.number < b.token.number
    }
    cache.keep(found, token, farther: farther)
    return found
  }

  /// Compares the query with the likeliest spellings.
  private mutating func compare(
    _ queries: [Query], _ found: inout [Int64: (bits: Float, variant: UInt32)],
    _ database: Database
  ) throws {
    let parts = queries.map(\.name.partCount).max() ?? 1
    var best = scores.best(Self.mostCompared, parts: parts)
    // What has so much less in common than the best is not meant.
    let least = (best.first?.sixteenths ?? 0) - Self.hopeless
    best.removeAll { $0.sixteenths < least }
    for (variant, _) in best { try read(variant, database) }
    let table = collection.table
    for (variant, _) in best {
      guard let candidate = candidates[variant],
        let query = queries.first(where: { $0.type == candidate.type })
      else { continue }
      let bits = engine.logOdds(query.name, candidate.name, table)
      if let known = found[candidate.entity],
        known.bits > bits || known.bits == bits && known.variant <= variant
      {
        continue
      }
      found[candidate.entity] = (bits, variant)
    }
  }

  /// Reads a spelling and takes it apart, unless it is there already.
  mutating func read(_ variant: UInt32, _ database: Database) throws {
    guard candidates[variant] == nil else { return }
    let statement = try database.cachedStatement(
      sql: """
        SELECT variant.entity, variant.name, entity.type
        FROM variant JOIN entity ON entity.number = variant.entity WHERE variant.number = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [Int64(variant)]) else { return }
    let type = NameType.allCases[min(max(row[2], 0), 3)]
    let name: String = row[1]
    let number = collection.add(name, type: type)
    candidates[variant] = Candidate(
      entity: row[0], type: type, name: collection.names[number])
  }

  mutating func hits(
    _ found: [Int64: (bits: Float, variant: UInt32)], _ queries: [Query],
    _ options: SearchOptions, _ database: Database
  ) throws -> [SearchHit] {
    let order = found.sorted { a, b in
      a.value.bits != b.value.bits ? a.value.bits > b.value.bits : a.key < b.key
    }
    var hits: [SearchHit] = []
    let statement = try database.cachedStatement(
      sql: """
        SELECT entity.id, entity.type, entity.canonical, variant.name
        FROM entity JOIN variant ON variant.number = ? WHERE entity.number = ?
        """)
    for (entity, match) in order.prefix(options.limit) {
      let score = Self.probability(match.bits)
      if score < options.minimum { break }
      guard
        let row = try Row.fetchOne(statement, arguments: [Int64(match.variant), entity])
      else { continue }
      var hit = SearchHit(
        entity: row[0], type: NameType.allCases[min(max(row[1], 0), 3)], canonical: row[2],
        score: score, matched: row[3])
      if options.explains, let candidate = candidates[match.variant],
        let query = queries.first(where: { $0.type == candidate.type })
      {
        _ = engine.logOdds(query.name, candidate.name, collection.table)
        hit.reasons = MatchReasons(query.text, query.name, row[3], candidate.name)
          .texts(engine.evidence)
      }
      hits.append(hit)
    }
    return hits
  }

  /// Log₂ odds as a probability, and back.
  static func probability(_ bits: Float) -> Double { 1 / (1 + exp2(-Double(bits))) }
  static func bits(_ probability: Double) -> Float { Float(log2(probability / (1 - probability))) }
}
