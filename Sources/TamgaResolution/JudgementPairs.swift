internal import TamgaText

/// The items that judgements speak of.
struct JudgementPairs {
  private(set) var pairs: (forced: [(Int32, Int32)], forbidden: [(Int32, Int32)]) = ([], [])

  init(_ book: ItemBook, _ judgements: Judgements) {
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
            pairs.forced.append((min(a, b), max(a, b)))
          } else {
            pairs.forbidden.append((min(a, b), max(a, b)))
          }
        }
      }
    }
  }
}
