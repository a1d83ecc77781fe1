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
  /// Spellings of these that are compared whatever was found.
  private static let fewCompared = 8
  /// Sixteenths of a bit below the best spelling, from which on one is not compared: where nothing sure was found, and
  /// where something was.
  private static let hopeless = 96
  private static let needless = 48
  /// What agreement on a word is worth at most, in bits.
  private static let mostBits: Float = 14
  /// What agreement on a place or a meaning is worth at most, in bits.
  private static let mostPlaceBits: Float = 6
  /// The least odds of two words that a lexicon links, in bits.
  private static let linkedOdds: Float = 5
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
        let bits = min(token.rarity(among: scores.count), Self.mostPlaceBits)
        scores.add(
          token.variants, slot: number, sixteenths: UInt16(bits * 16), onlyTouched: false)
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
    if farther {
      // A word that the index has is hardly a slip for another.
      let near = try neighbours(token, farther: false, database)
      if near.contains(where: \.isSame) { return near }
    }
    let table = collection.table
    let keys = table.searchKeys(Int(token))
    let (text, reading) = (table.text(Int(token)), table.reading(Int(token)))
    let rarity = min(table.rarity(Int(token)), Self.mostBits)
    var filter = SoundFilter(keys.sounds)
    var linked: [TokenCache.Token] = []
    for main in keys.main {
      for other in try cache.tokens(main, database) { filter.add(other, atLeast: 2) }
    }
    if farther {
      for pair in try cache.pairs(keys, database) where !keys.main.contains(pair.main) {
        for other in try cache.tokens(pair.main, database) {
          if pair.text.isEmpty {
            filter.add(other, atLeast: 1)
          } else if other.text == pair.text {
            linked.append(other)
          }
        }
      }
    }
    let near = filter.nearest
    let sketch = SoundSketch(text, reading: reading)
    var found: [TokenCache.Neighbour] = []
    for (number, other) in (near + linked).enumerated()
    where !found.contains(where: { $0.token.isTwin(of: other) }) {
      var odds = engine.odds(sketch, other.sketch)
      if number >= near.count { odds = max(odds, Self.linkedOdds) }
      guard odds > -1 else { continue }
      let isSame = other.reading == reading && other.text == text
      let bits = min(odds + 2, rarity, other.rarity(among: scores.count))
      found.append(
        TokenCache.Neighbour(
          token: other, sixteenths: UInt16(max(1, bits * 16)) + (isSame ? 8 : 0),
          isSame: isSame))
    }
    // Equals stay in the order of their keys and texts.
    let order = found.indices.sorted { a, b in
      found[a].sixteenths != found[b].sixteenths
        ? found[a].sixteenths > found[b].sixteenths : a < b
    }
    found = order.map { found[$0] }
    cache.keep(found, token, farther: farther)
    return found
  }

  /// Compares the query with the likeliest spellings.
  private mutating func compare(
    _ queries: [Query], _ found: inout [Int64: (bits: Float, variant: UInt32)],
    _ database: Database
  ) throws {
    let parts = queries.map(\.name.partCount).max() ?? 1
    let best = scores.best(Self.mostCompared, parts: parts)
    let most = best.first?.sixteenths ?? 0
    var isSure = false
    for (place, (variant, sixteenths)) in best.enumerated() {
      // What has so much less in common than the best is not meant.
      let far = isSure && place >= Self.fewCompared ? Self.needless : Self.hopeless
      if sixteenths < most - far { break }
      guard let candidate = try read(variant, database),
        let query = queries.first(where: { $0.type == candidate.type })
      else { continue }
      let bits = engine.logOdds(query.name, candidate.name, collection.table)
      isSure = isSure || bits > Self.bits(Self.sure)
      if let known = found[candidate.entity],
        known.bits > bits || known.bits == bits && known.variant <= variant
      {
        continue
      }
      found[candidate.entity] = (bits, variant)
    }
  }

  /// A spelling, taken apart; nil for one that is no more.
  mutating func read(_ variant: UInt32, _ database: Database) throws -> Candidate? {
    if let known = candidates[variant] { return known }
    let statement = try database.cachedStatement(
      sql: """
        SELECT variant.entity, variant.name, entity.type
        FROM variant JOIN entity ON entity.number = variant.entity WHERE variant.number = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [Int64(variant)]) else { return nil }
    let type = NameType.allCases[min(max(row[2], 0), 3)]
    let number = collection.add(row[1], type: type)
    let candidate = Candidate(entity: row[0], type: type, name: collection.names[number])
    candidates[variant] = candidate
    return candidate
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
