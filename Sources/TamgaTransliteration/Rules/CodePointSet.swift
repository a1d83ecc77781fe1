/// A set of code points as rules write it: ranges, or all but those.
struct CodePointSet: Hashable, Sendable {
  /// The ranges that are named, sorted and apart from each other.
  private(set) var ranges: [ClosedRange<UInt32>]
  /// Whether the set is everything but its ranges. Such a set also holds what lies beyond the ends of a text.
  var isNegated = false

  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    let sorted = ranges.sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    for range in sorted {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// The set of one code point.
  init(_ scalar: UInt32) { ranges = [scalar...scalar] }

  /// The one code point of the set; nil when there are several.
  var single: UInt32? {
    guard !isNegated, ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }
}
