internal import GRDB
internal import TamgaText

extension SearchState {
  /// What a query whose last word is only begun may become.
  mutating func prefix(
    _ query: String, _ options: SearchOptions, _ database: Database
  ) throws -> [SearchHit] {
    let words = query.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let last = words.last else { return [] }
    let head = words.dropLast().joined(separator: " ")
    let folded = String(
      String.UnicodeScalarView(
        FoldedText.scalars(NameCleaner().clean(last).text).compactMap(Unicode.Scalar.init)))
    let completions = try cache.tokens(prefix: folded, limit: 200, database)
    guard !completions.isEmpty else { return [] }
    let queries = head.isEmpty ? [] : prepare(head, options)
    scores.reset()
    if !queries.isEmpty { try gather(queries, farther: false, database) }
    let hasHead = !scores.touched.isEmpty
    for completion in completions {
      scores.add(
        completion.variants, slot: 255, sixteenths: 160, onlyTouched: hasHead)
    }
    let best = scores.best(max(Self.mostCompared, options.limit * 4), parts: words.count)
    var hits: [SearchHit] = []
    var seen: Set<String> = []
    let statement = try database.cachedStatement(
      sql: """
        SELECT entity.id, entity.type, entity.canonical, variant.name
        FROM variant JOIN entity ON entity.number = variant.entity WHERE variant.number = ?
        """)
    let most = best.first?.sixteenths ?? 0
    for (variant, sixteenths) in best where hits.count < options.limit {
      // What lacks the begun word, or a whole one, is no completion.
      guard sixteenths + 48 >= most, most >= 120,
        let row = try Row.fetchOne(statement, arguments: [Int64(variant)])
      else { continue }
      let type = NameType.allCases[min(max(row[1], 0), 3)]
      if let wanted = options.type, wanted != type { continue }
      guard seen.insert(row[0]).inserted else { continue }
      hits.append(
        SearchHit(
          entity: row[0], type: type, canonical: row[2],
          score: Self.probability(Float(sixteenths) / 16 - 7), matched: row[3]))
    }
    return hits
  }
}
