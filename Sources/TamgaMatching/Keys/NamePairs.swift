/// Pairs of names, by number: each once, the smaller number first, sorted.
public struct NamePairs: RandomAccessCollection, Sendable {
  /// Pairs packed by `PackedPairs`, in runs that follow one another: very many are never held twice to make one list of
  /// them.
  private var runs: [[UInt64]] = []
  /// The position at which each run begins, and that after the last one.
  private var starts: [Int] = [0]

  /// No pairs.
  public init() {}

  /// Pairs packed by `PackedPairs`, sorted.
  init(sorted packed: [UInt64]) { self.init(runs: [packed]) }

  /// The same in runs that follow one another.
  init(runs: [[UInt64]]) {
    self.runs = runs
    count()
  }

  private mutating func count() {
    starts = [0]
    for run in runs { starts.append(starts[starts.count - 1] + run.count) }
  }

  /// The position of the first pair.
  public var startIndex: Int { 0 }

  /// The position after the last pair.
  public var endIndex: Int { starts[starts.count - 1] }

  /// A pair.
  public subscript(position: Int) -> (Int32, Int32) {
    // The last run that begins there or before.
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return PackedPairs.unpack(runs[low][position - starts[low]])
  }

  /// Takes out the pairs for which `isUnwanted` says so; the others keep their order.
  public mutating func removeAll(where isUnwanted: (Int32, Int32) -> Bool) {
    for index in runs.indices {
      runs[index].removeAll {
        let (a, b) = PackedPairs.unpack($0)
        return isUnwanted(a, b)
      }
    }
    count()
  }
}
