internal import TamgaText

/// The items that judgements speak of.
struct JudgementPairs {
  /// Pairs that must be in one cluster, and pairs that must not, each with the smaller number first.
  private(set) var forced: [(Int32, Int32)] = []
  private(set) var forbidden: [(Int32, Int32)] = []

  init(_ book: ItemBook, _ judgements: Judgements) {
    if judgements.all.isEmpty { return }
    var byName: [String: [Int32]] = [:]
    for number in 0..<Int32(book.count) {
      byName[book.name(Int(number)), default: []].append(number)
    }
    let cleaner = NameCleaner()
    func items(_ name: String) -> [Int32] {
      byName[name] ?? byName[cleaner.clean(name).text] ?? []
    }
    for judgement in judgements.all {
      let (first, second) = (items(judgement.a), items(judgement.b))
      for a in first {
        for b in second where a != b {
          if judgement.isSame {
            forced.append((min(a, b), max(a, b)))
          } else {
            forbidden.append((min(a, b), max(a, b)))
          }
        }
      }
    }
  }

  /// Whether an item must not be in the cluster of another.
  func forbids(_ item: Int32, _ other: Int32, _ clusters: [Int32]) -> Bool {
    let cluster = clusters[Int(other)]
    return forbidden.contains { a, b in
      a == item && clusters[Int(b)] == cluster || b == item && clusters[Int(a)] == cluster
    }
  }
}
