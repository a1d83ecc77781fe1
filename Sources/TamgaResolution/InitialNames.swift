internal import TamgaMatching

/// Persons whose given names are initials only: `А. Сәтбаев`, `Pazylov A.N.`.
///
/// Such a name may be anybody's whose names begin so, and would make one chain of all of them. So it comes last: it
/// joins the entity of fuller names that it fits best, where no other fits it as well; it stays alone where several do;
/// and only where it fits none, it joins others of its kind.
struct InitialNames {
  /// The pairs of fuller names.
  private(set) var fuller: NamePairs
  /// What was scored beyond them.
  private(set) var scored = Scoring.Result()

  /// Pairs of such a name and a fuller one, in this order, and pairs of two such names.
  private var mixed: [(Int32, Int32)]
  private var short: [(Int32, Int32)]

  /// A name that fits more entities than this, fits none better than all others.
  private static let mostEntities = 12
  /// How many names of an entity it is compared with.
  private static let members = 3
  /// How much better the best entity must be than the next, in bits.
  private static let margin: Float = 0.3

  /// Tells pairs with such names from the others.
  init(_ pairs: consuming NamePairs, _ names: [PreparedName], _ book: ItemBook) {
    let isShort = names.map(\.hasInitialsOnly)
    var mixed: [(Int32, Int32)] = []
    var short: [(Int32, Int32)] = []
    pairs.removeAll { a, b in
      // What a bare name stands for is decided after all others.
      if book.facts[Int(a)].isBare || book.facts[Int(b)].isBare { return false }
      switch (isShort[Int(a)], isShort[Int(b)]) {
      case (false, false): return false
      case (true, false): mixed.append((a, b))
      case (false, true): mixed.append((b, a))
      case (true, true): short.append((a, b))
      }
      return true
    }
    mixed.sort { $0 < $1 }
    fuller = pairs
    self.mixed = mixed
    self.short = short
  }

  /// Puts the names into the clusters of fuller ones, or together; those that were forced into one stay there.
  mutating func attach(
    to result: inout AverageLink.Result, _ scoring: Scoring, _ link: AverageLink, _ book: ItemBook,
    _ judged: JudgementPairs
  ) {
    if mixed.isEmpty, short.isEmpty { return }
    var hasHome: Set<Int32> = []
    for (a, b) in judged.forced { hasHome.formUnion([a, b]) }
    mixed.removeAll { hasHome.contains($0.0) || judged.forbids($0.0, $0.1, result.clusters) }
    scored = scoring.score(chosen(result.clusters, &hasHome))
    result.join(homes(result.clusters, above: link.threshold, ItemDocuments(book), &hasHome))
    let rest = scoring.score(short.filter { !hasHome.contains($0.0) && !hasHome.contains($0.1) })
    let further = link.clusters(
      count: result.clusters.count, edges: rest.edges, forbidden: judged.forbidden)
    result.join(further.merges)
    scored.add(rest)
  }

  /// The pairs of names and fuller ones to compare: a few of every entity.
  private func chosen(_ clusters: [Int32], _ hasHome: inout Set<Int32>) -> [(Int32, Int32)] {
    var chosen: [(Int32, Int32)] = []
    Self.forEachRun(mixed, of: \.0) { run in
      let groups = run.map { (cluster: clusters[Int($0.1)], pair: $0) }
        .sorted { ($0.cluster, $0.pair.1) < ($1.cluster, $1.pair.1) }
      let start = chosen.count
      var entities = 0
      var count = 0
      for (index, group) in groups.enumerated() {
        if index == 0 || group.cluster != groups[index - 1].cluster {
          entities += 1
          count = 0
        }
        count += 1
        if count <= Self.members { chosen.append(group.pair) }
      }
      if entities > Self.mostEntities, let name = run.first?.0 {
        hasHome.insert(name)
        chosen.removeLast(chosen.count - start)
      }
    }
    return chosen
  }

  /// The best fuller name of every name that fits one entity better than all others.
  private func homes(
    _ clusters: [Int32], above threshold: Float, _ documents: ItemDocuments?,
    _ hasHome: inout Set<Int32>
  ) -> [AverageLink.Merge] {
    var homes: [AverageLink.Merge] = []
    Self.forEachRun(scored.edges, of: \.a) { run in
      var best = AverageLink.Merge(a: -1, b: -1, bits: AverageLink.never)
      var next = AverageLink.never
      for edge in run where edge.bits != AverageLink.never {
        let bits =
          edge.bits + (documents?.share(edge.a, edge.b) == true ? ItemDocuments.evidence : 0)
        let isSame = best.b >= 0 && clusters[Int(best.b)] == clusters[Int(edge.b)]
        if bits > best.bits {
          if !isSame { next = best.bits }
          best = AverageLink.Merge(a: edge.a, b: edge.b, bits: bits)
        } else if !isSame {
          next = max(next, bits)
        }
      }
      guard best.bits > threshold else { return }
      hasHome.insert(best.a)
      if best.bits - next > Self.margin { homes.append(best) }
    }
    return homes
  }

  /// Calls `body` with every run of elements that are of one name.
  private static func forEachRun<Element>(
    _ elements: [Element], of name: (Element) -> Int32, _ body: (ArraySlice<Element>) -> Void
  ) {
    var start = 0
    while start < elements.count {
      var end = start + 1
      while end < elements.count, name(elements[end]) == name(elements[start]) { end += 1 }
      body(elements[start..<end])
      start = end
    }
  }
}
