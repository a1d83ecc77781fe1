public import TamgaText

/// Aligns two sound forms under a pair model. A value holds its working memory: one a thread.
///
/// All sums are whole numbers, so that swapping the two sides gives exactly the same result.
/// This file is a named hot path: it reads tables at places that it has checked before.
public struct PairAligner: Sendable {
  /// One step of an alignment.
  public struct Step: Sendable, Equatable {
    /// The phones of each side that the step takes.
    public let first: Range<Int>
    /// The phones of the second side.
    public let second: Range<Int>
    /// What the step costs beside writing each side by itself, in bits; near 0 for what is usual.
    public let cost: Double
  }

  private let alphabetic: PairModel.Operations
  private let abjad: PairModel.Operations
  private var cells: [Int32]
  private static let width = SoundForm.maximumLength + 1

  /// An aligner of a model.
  public init(_ model: PairModel) {
    alphabetic = model.costs[PairModel.Class.alphabetic.rawValue]
    abjad = model.costs[PairModel.Class.abjad.rawValue]
    cells = Array(repeating: 0, count: Self.width * Self.width)
  }

  /// What turning one form into the other costs, at most about 0, in units of 1/64 bit.
  ///
  /// It is log₂ P(both) less the mean of log₂ P(each by itself): symmetric, and near 0 for equal forms of any length.
  public mutating func transformation(_ first: SoundForm, _ second: SoundForm) -> Int32 {
    if first.isAbjad, !second.isAbjad {
      return run(first.phones.span, second.phones.span, .abjad)
    }
    if second.isAbjad, !first.isAbjad {
      return run(second.phones.span, first.phones.span, .abjad)
    }
    return run(first.phones.span, second.phones.span, .alphabetic)
  }

  /// The same for phones given as spans; in the abjad class the abjad's come first.
  ///
  /// - Parameter least: where it costs more than this, the answer is only some number below.
  @inline(__always)
  mutating func run(
    _ a: Span<UInt8>, _ b: Span<UInt8>, _ kind: PairModel.Class, least: Int32 = .min
  ) -> Int32 {
    // Read in place: a table taken from a list would be copied, and each of its columns counted.
    switch kind {
    case .alphabetic: Self.fill(a, b, alphabetic, &cells, least)
    case .abjad: Self.fill(a, b, abjad, &cells, least)
    }
  }

  /// Fills the cells, row by row: the cost of the best alignment of the first `i` and `j` phones. Returns that of all.
  private static func fill(
    _ a: Span<UInt8>, _ b: Span<UInt8>, _ operations: borrowing PairModel.Operations,
    _ memory: inout [Int32], _ least: Int32
  ) -> Int32 {
    // Phones are below 40 and forms no longer than the cells are wide: checked once, here.
    precondition(a.count < width && b.count < width && memory.count == width * width)
    for index in 0..<a.count { precondition(a[index] < 40) }
    for index in 0..<b.count { precondition(b[index] < 40) }
    var cells = memory.mutableSpan
    let substitute = operations.substitute.span
    let split = operations.split.span
    let merge = operations.merge.span
    let delete = operations.delete.span
    let insert = operations.insert.span
    let splits = operations.splits.span
    let merges = operations.merges.span
    unsafe cells[unchecked: 0] = 0
    for j in 0..<b.count {
      unsafe cells[unchecked: j + 1] =
        cells[unchecked: j] &+ Int32(insert[unchecked: Int(b[unchecked: j])])
    }
    // Costs are 16 bits wide and steps few, so that no sum is too large. A step may pass over one row, but not over two.
    var rowBefore = Int32.max
    for i in 0..<a.count {
      let x = unsafe Int(a[unchecked: i])
      let before = unsafe i > 0 ? Int(a[unchecked: i - 1]) : 0
      let removed = unsafe Int32(delete[unchecked: x])
      // Few phones are ever written for two, so that most cells need no look at the large tables.
      let merging = unsafe i > 0 ? merges[unchecked: before * 40 + x] : 0
      let above = i * width
      let here = above + width
      var diagonal = unsafe cells[unchecked: above]
      var left = diagonal &+ removed
      unsafe cells[unchecked: here] = left
      var row = left
      var last = 0
      for j in 0..<b.count {
        let y = unsafe Int(b[unchecked: j])
        let up = unsafe cells[unchecked: above + j + 1]
        var best = unsafe max(up &+ removed, left &+ Int32(insert[unchecked: y]))
        best = unsafe max(best, diagonal &+ Int32(substitute[unchecked: x * 40 + y]))
        if j > 0, unsafe splits[unchecked: last * 40 + y] &>> UInt64(x) & 1 != 0 {
          best = unsafe max(
            best,
            cells[unchecked: above + j - 1]
              &+ Int32(split[unchecked: x * 1600 + last * 40 + y]))
        }
        if merging &>> UInt64(y) & 1 != 0 {
          best = unsafe max(
            best,
            cells[unchecked: above - width + j]
              &+ Int32(merge[unchecked: y * 1600 + before * 40 + x]))
        }
        unsafe cells[unchecked: here + j + 1] = best
        row = max(row, best)
        (left, diagonal, last) = (best, up, y)
      }
      if max(row, rowBefore) < least { return least - 1 }
      rowBefore = row
    }
    return unsafe cells[unchecked: a.count * width + b.count]
  }

  /// The cost in bits of the dearest and of the first step of the alignment that `run` has just found, and in units what
  /// its repeated steps cost again: who writes u for ü does so throughout a word, which is one decision.
  mutating func extremes(
    _ a: Span<UInt8>, _ b: Span<UInt8>, _ kind: PairModel.Class
  ) -> (worst: Float, first: Float, repeated: Int32) {
    var (i, j) = (a.count, b.count)
    var worst: Int32 = 0
    var first: Int32 = 0
    var repeated: Int32 = 0
    var seen: (UInt16, UInt16, UInt16) = (.max, .max, .max)
    while i > 0 || j > 0 {
      let step = back(a, b, i, j, kind)
      first = step.cost
      worst = min(worst, step.cost)
      if step.first == 1, step.second == 1, step.cost < 0, a[i - 1] != b[j - 1] {
        let pair = UInt16(min(a[i - 1], b[j - 1])) << 8 | UInt16(max(a[i - 1], b[j - 1]))
        if pair == seen.0 || pair == seen.1 || pair == seen.2 {
          repeated += step.cost
        } else {
          seen = (pair, seen.0, seen.1)
        }
      }
      i -= step.first
      j -= step.second
    }
    let unit = Float(2 * PairModel.unitsPerBit)
    return (Float(worst) / unit, Float(first) / unit, repeated)
  }

  /// The last step of the best alignment of the first `i` and `j` phones, with its cost in units of 1/64 bit.
  @inline(__always)
  private func back(
    _ a: Span<UInt8>, _ b: Span<UInt8>, _ i: Int, _ j: Int, _ kind: PairModel.Class
  ) -> (first: Int, second: Int, cost: Int32) {
    switch kind {
    case .alphabetic: back(a, b, i, j, alphabetic)
    case .abjad: back(a, b, i, j, abjad)
    }
  }

  @inline(__always)
  private func back(
    _ a: Span<UInt8>, _ b: Span<UInt8>, _ i: Int, _ j: Int,
    _ operations: borrowing PairModel.Operations
  ) -> (first: Int, second: Int, cost: Int32) {
    let here = cells[i * Self.width + j]
    func fits(_ di: Int, _ dj: Int, _ value: Int16) -> Bool {
      cells[(i - di) * Self.width + j - dj] + Int32(value) == here
    }
    let x = i > 0 ? Int(a[i - 1]) : 0
    let y = j > 0 ? Int(b[j - 1]) : 0
    let (di, dj): (Int, Int)
    if i > 0, j > 0, fits(1, 1, operations.substitute[x * 40 + y]) {
      (di, dj) = (1, 1)
    } else if i > 0, j > 1,
      fits(1, 2, operations.split[x * 1600 + Int(b[j - 2]) * 40 + y])
    {
      (di, dj) = (1, 2)
    } else if i > 1, j > 0,
      fits(2, 1, operations.merge[y * 1600 + Int(a[i - 2]) * 40 + x])
    {
      (di, dj) = (2, 1)
    } else if i > 0, fits(1, 0, operations.delete[x]) {
      (di, dj) = (1, 0)
    } else {
      (di, dj) = (0, 1)
    }
    return (di, dj, here - cells[(i - di) * Self.width + j - dj])
  }

  /// The best alignment of two forms, step by step.
  public mutating func steps(_ first: SoundForm, _ second: SoundForm) -> [Step] {
    if second.isAbjad, !first.isAbjad {
      return steps(second, first).map {
        Step(first: $0.second, second: $0.first, cost: $0.cost)
      }
    }
    let kind: PairModel.Class = first.isAbjad && !second.isAbjad ? .abjad : .alphabetic
    let (a, b) = (first.phones.span, second.phones.span)
    _ = run(a, b, kind)
    var (i, j) = (a.count, b.count)
    var steps: [Step] = []
    while i > 0 || j > 0 {
      let step = back(a, b, i, j, kind)
      steps.append(
        Step(
          first: i - step.first..<i, second: j - step.second..<j,
          cost: Double(step.cost) / Double(2 * PairModel.unitsPerBit)))
      i -= step.first
      j -= step.second
    }
    return steps.reversed()
  }
}
