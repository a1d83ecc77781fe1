/// Persons named by one word only: a surname, a given name, a pen name.
///
/// A bare name may be of anybody who bears it. It joins a fuller name only when both stand in one document and no other
/// fuller name there fits; else it joins other bare names, and the rest is a question.
struct BareNames {
  /// The pairs of full names, and those of bare names that may join each other.
  private(set) var fullEdges: [AverageLink.Edge] = []
  private var bareEdges: [AverageLink.Edge] = []

  private let book: ItemBook
  private var mixed: [AverageLink.Edge] = []
  private let threshold: Float

  init(_ book: ItemBook, _ edges: [AverageLink.Edge], threshold: Float) {
    self.book = book
    self.threshold = threshold
    fullEdges.reserveCapacity(edges.count)
    for edge in edges {
      switch (book.facts[Int(edge.a)].isBare, book.facts[Int(edge.b)].isBare) {
      case (false, false): fullEdges.append(edge)
      case (true, true): bareEdges.append(edge)
      case (true, false): mixed.append(edge)
      case (false, true): mixed.append(.init(a: edge.b, b: edge.a, bits: edge.bits))
      }
    }
  }

  /// Puts the bare names into the clusters of full ones, or together.
  mutating func attach(
    to result: inout AverageLink.Result, _ link: AverageLink, _ judged: JudgementPairs
  ) {
    let homes = homes(result.clusters, judged)
    result.join(homes)
    // What stands for a full name joins no other bare name, which may be of somebody else.
    let attached = Set(homes.map(\.a))
    let rest = bareEdges.filter { !attached.contains($0.a) && !attached.contains($0.b) }
    let further = link.clusters(count: book.count, edges: rest, forbidden: judged.forbidden)
    result.join(further.merges)
  }

  /// The full name each bare one stands for.
  private mutating func homes(
    _ clusters: [Int32], _ judged: JudgementPairs
  ) -> [AverageLink.Merge] {
    guard let documents = ItemDocuments(book), !mixed.isEmpty else { return [] }
    var homes: [AverageLink.Merge] = []
    mixed.sort { ($0.a, $1.bits, $0.b) < ($1.a, $0.bits, $1.b) }
    var index = 0
    while index < mixed.count {
      let bare = mixed[index].a
      var best: AverageLink.Edge?
      var isAmbiguous = false
      while index < mixed.count, mixed[index].a == bare {
        let edge = mixed[index]
        index += 1
        guard edge.bits + ItemDocuments.evidence > threshold, documents.share(bare, edge.b),
          !judged.forbids(bare, edge.b, clusters)
        else { continue }
        if let best {
          if clusters[Int(best.b)] != clusters[Int(edge.b)] { isAmbiguous = true }
        } else {
          best = edge
        }
      }
      if let best, !isAmbiguous, clusters[Int(bare)] == bare {
        homes.append(AverageLink.Merge(a: bare, b: best.b, bits: best.bits))
      }
    }
    return homes
  }
}
