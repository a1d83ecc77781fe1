/// Adds up, for every spelling of the index, what its tokens have in common with those of a query.
struct CandidateScores {
  /// Sixteenths of a bit.
  private var totals: [UInt16]
  /// The slot of the query that was counted last for each spelling.
  private var stamps: [UInt8]
  /// The numbers that were touched, with the count of parts in the low bits.
  private(set) var touched: [UInt32] = []

  /// Scores for spellings of numbers up to `last`.
  init(last: Int) {
    totals = Array(repeating: 0, count: last + 1)
    stamps = Array(repeating: 0, count: last + 1)
  }

  /// How many spellings there may be.
  var count: Int { totals.count }

  /// Forgets all scores.
  mutating func reset() {
    for number in touched {
      totals[Int(number >> 2)] = 0
      stamps[Int(number >> 2)] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// Counts a token of the index for a slot of the query, counted from 1. The best token of a slot must come first.
  ///
  /// - Parameter onlyTouched: whether spellings that no slot has counted for are passed over.
  mutating func add(
    _ variants: [UInt8], slot: UInt8, sixteenths: UInt16, onlyTouched: Bool
  ) {
    Postings.forEach(variants.span) { number in
      let variant = Int(number >> 2)
      guard variant < stamps.count, stamps[variant] != slot else { return }
      if totals[variant] == 0 {
        if onlyTouched { return }
        touched.append(number)
      }
      stamps[variant] = slot
      totals[variant] += sixteenths
    }
  }

  /// The spellings of the highest scores, the best first: at most `count`.
  ///
  /// - Parameter parts: how many parts the query has: spellings with as many come first among equals.
  func best(_ count: Int, parts: Int) -> [(variant: UInt32, sixteenths: Int)] {
    let queryParts = Int(Postings.number(variant: 0, parts: parts))
    func score(_ number: UInt32) -> Int {
      // A part that one of the two leaves out costs a little.
      max(0, Int(totals[Int(number >> 2)]) - 8 * abs(Int(number & 3) - queryParts))
    }
    var histogram = [Int](repeating: 0, count: 1024)
    for number in touched { histogram[min(score(number), 1023)] += 1 }
    var cut = 1023
    var above = 0
    while cut > 0 {
      above += histogram[cut]
      if above >= count { break }
      cut -= 1
    }
    var kept: [UInt64] = []
    for number in touched {
      let value = min(score(number), 1023)
      if value >= cut { kept.append(UInt64(1023 - value) << 32 | UInt64(number >> 2)) }
    }
    kept.sort()
    return kept.prefix(count).map { (UInt32(truncatingIfNeeded: $0), 1023 - Int($0 >> 32)) }
  }
}
