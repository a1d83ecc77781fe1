internal import GRDB
internal import TamgaMatching
internal import TamgaText

extension SearchState {
  /// Spellings that are looked at for their parts.
  private static let mostFiltered = 400

  /// Persons whose names have parts of the roles that were asked for; the score is that of the least likely part.
  mutating func parts(
    _ query: String, _ options: SearchOptions, _ database: Database
  ) throws -> [SearchHit] {
    var wanted: [(part: NamePartQuery, token: Int)] = []
    var queries: [Query] = []
    for part in options.parts {
      for query in prepare(part.text, SearchOptions(type: .person)) {
        queries.append(query)
        for term in query.terms where term.isPart && term.token >= 0 {
          wanted.append((part, Int(term.token)))
        }
      }
    }
    guard !wanted.isEmpty else { return [] }
    try gather(queries, farther: true, database)
    let best = scores.best(Self.mostFiltered, parts: wanted.count)
    var found: [Int64: (bits: Float, variant: UInt32)] = [:]
    for (variant, _) in best {
      guard let candidate = try read(variant, database), candidate.type == .person else { continue }
      var least: Float = 20
      for (part, token) in wanted {
        let odds = candidate.name.tokens(in: part.role).map {
          engine.odds(token, $0, collection.table)
        }
        least = min(least, odds.max() ?? -20)
      }
      guard least > -2 else { continue }
      if let known = found[candidate.entity], known.bits >= least { continue }
      found[candidate.entity] = (least, variant)
    }
    return try hits(found, [], options, database)
  }
}
