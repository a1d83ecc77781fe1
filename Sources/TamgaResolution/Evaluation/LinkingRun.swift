internal import Dispatch
internal import Synchronization
internal import TamgaMatching
internal import TamgaText

/// Looks every name of one language for among the names of another, for all pairs of languages of one type.
struct LinkingRun {
  private struct Entry {
    var entity: Int
    var name: Int
  }

  /// What one pair of languages, or a part of it, came to.
  private struct Tally {
    var queries = 0
    var right = 0.0
    var statistics = PairStatistics()

    mutating func add(_ other: Tally) {
      queries += other.queries
      right += other.right
      statistics.add(other.statistics)
    }
  }

  private let entities: [GoldEntity]
  private let type: NameType
  private let options: Evaluator.Options
  private let collection: NameCollection
  private let byLanguage: [String: [Entry]]

  init(_ entities: [GoldEntity], _ type: NameType, _ options: Evaluator.Options) {
    self.entities = entities
    self.type = type
    self.options = options
    var collection = NameCollection()
    var byLanguage: [String: [Entry]] = [:]
    for (index, entity) in entities.enumerated() {
      for name in entity.names {
        let number = collection.add(name.name, type: type)
        byLanguage[name.lang, default: []].append(Entry(entity: index, name: number))
      }
    }
    self.collection = collection
    self.byLanguage = byLanguage
  }

  /// The row of all pairs and the rows of each, and the scores of all pairs that were judged.
  func link() -> (rows: [EvaluationReport.Row], statistics: PairStatistics) {
    let languages = byLanguage.keys.sorted {
      let (x, y) = (byLanguage[$0]?.count ?? 0, byLanguage[$1]?.count ?? 0)
      return x == y ? $0 < $1 : x > y
    }.prefix(options.mostLanguages)
    var rows: [EvaluationReport.Row] = []
    var total = Tally()
    for from in languages {
      for to in languages where from != to {
        let queries = queries(from, to)
        guard queries.count >= options.leastQueries else { continue }
        let candidates = byLanguage[to] ?? []
        let tally = tally(queries, candidates)
        total.add(tally)
        rows.append(row(from, to, tally, candidates.count))
      }
    }
    guard total.queries > 0 else { return ([], total.statistics) }
    return ([row("all", "all", total, 0)] + rows, total.statistics)
  }

  private func row(
    _ from: String, _ to: String, _ tally: Tally, _ candidates: Int
  ) -> EvaluationReport.Row {
    EvaluationReport.Row(
      type: type.rawValue, from: from, to: to, queries: tally.queries, candidates: candidates,
      rightFirst: tally.right / Double(max(tally.queries, 1)), pairs: tally.statistics.figures,
      bcubed: nil)
  }

  /// The first name of every entity that has names in both languages and no namesake in them.
  private func queries(_ from: String, _ to: String) -> [Entry] {
    guard let here = byLanguage[from], let there = byLanguage[to] else { return [] }
    let linked = Set(there.map(\.entity))
    var owners: [String: Set<Int>] = [:]
    if type == .place {
      for (index, entity) in entities.enumerated() {
        for name in entity.names where name.lang == from || name.lang == to {
          owners[name.lang + name.name.lowercased(), default: []].insert(index)
        }
      }
    }
    var seen: Set<Int> = []
    return here.filter { entry in
      guard linked.contains(entry.entity), seen.insert(entry.entity).inserted else { return false }
      guard type == .place else { return true }
      let entity = entities[entry.entity]
      // A file that says how alike names are says nothing of pairs it could not compare.
      let unknown = entity.meta?.sim == nil ? 1.0 : 0
      guard entity.likeness(from, to) ?? unknown >= options.leastLikeness else { return false }
      return !entity.names.contains {
        ($0.lang == from || $0.lang == to)
          && (owners[$0.lang + $0.name.lowercased()]?.count ?? 0) > 1
      }
    }
  }

  /// False pairs for each true one: the nearest, and as many at random.
  private static let hard = 5

  private func tally(_ queries: [Entry], _ candidates: [Entry]) -> Tally {
    let parts = 8
    let results = Mutex<[Int: Tally]>([:])
    let (names, table, options) = (collection.names, collection.table, options)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var scorer = PairScorer(options.match)
      var tally = Tally()
      var scores: [PairScore] = []
      for index in stride(from: part, to: queries.count, by: parts) {
        let query = queries[index]
        scores.removeAll(keepingCapacity: true)
        for candidate in candidates {
          scores.append(scorer.score(names[query.name], names[candidate.name], table))
        }
        tally.queries += 1
        Self.add(scores, query, candidates, seed: UInt64(query.name), to: &tally)
      }
      results.withLock { $0[part] = tally }
    }
    let all = results.withLock { $0 }
    var tally = Tally()
    for part in 0..<parts { if let found = all[part] { tally.add(found) } }
    return tally
  }

  private static func add(
    _ scores: [PairScore], _ query: Entry, _ candidates: [Entry], seed: UInt64,
    to tally: inout Tally
  ) {
    let best = scores.map(\.logOdds).max() ?? 0
    let first = candidates.indices.filter { scores[$0].logOdds == best }
    let right = first.count { candidates[$0].entity == query.entity }
    tally.right += Double(right) / Double(max(first.count, 1))
    var nearest: [Int] = []
    for index in candidates.indices {
      if candidates[index].entity == query.entity {
        note(scores[index], true, &tally)
      } else {
        nearest.append(index)
      }
    }
    let truths = candidates.count - nearest.count
    guard !nearest.isEmpty else { return }
    var state = seed &+ 0x9E37_79B9_7F4A_7C15
    for _ in 0..<hard * truths {
      state = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
      state ^= state >> 32
      note(scores[nearest[Int(state % UInt64(nearest.count))]], false, &tally)
    }
    nearest.sort {
      scores[$0].logOdds == scores[$1].logOdds ? $0 < $1 : scores[$0].logOdds > scores[$1].logOdds
    }
    for index in nearest.prefix(hard * truths) { note(scores[index], false, &tally) }
  }

  private static func note(_ score: PairScore, _ truth: Bool, _ tally: inout Tally) {
    tally.statistics.add(
      score: score.score, rank: score.logOdds, isMerged: score.verdict == .same, truth: truth)
  }
}
