/// Sorts many whole numbers by their digits: several times faster than by comparing them.
///
/// A value holds its working memory: one a thread. This file is a named hot path: it writes at places it has counted.
struct RadixSorter {
  private var spare: [UInt64] = []
  private var places: [Int] = []
  /// Shorter lists are sorted by comparing.
  private static let fewest = 256
  /// The most bits of a digit: its counts fit in the fastest memory.
  private static let widest = 11

  init() {}

  /// Sorts numbers from the smallest.
  ///
  /// - Parameter lowest: numbers that differ in lower bits only keep their order.
  mutating func sort(_ numbers: inout [UInt64], fromBit lowest: Int = 0) {
    if numbers.count < Self.fewest, lowest == 0 { return numbers.sort() }
    var differing: UInt64 = 0
    for number in numbers { differing |= number ^ numbers[0] }
    differing &= .max << UInt64(lowest)
    if differing == 0 { return }
    let (low, high) = (differing.trailingZeroBitCount, 64 - differing.leadingZeroBitCount)
    let most = numbers.count < 1 << Self.widest ? 8 : Self.widest
    let passes = (high - low + most - 1) / most
    let width = (high - low + passes - 1) / passes
    // As long as the list, so that the two can change places.
    if spare.count < numbers.count {
      spare.append(contentsOf: repeatElement(0, count: numbers.count - spare.count))
    } else {
      spare.removeLast(spare.count - numbers.count)
    }
    for pass in 0..<passes {
      let shift = UInt64(low + pass * width)
      let mask: UInt64 = (1 << UInt64(width) - 1)
      if differing >> shift & mask == 0 { continue }
      Self.scatter(numbers, to: &spare, &places, shift, mask)
      swap(&numbers, &spare)
    }
  }

  /// Puts numbers into a list as long, in the order of one digit.
  private static func scatter(
    _ numbers: [UInt64], to spare: inout [UInt64], _ places: inout [Int], _ shift: UInt64,
    _ mask: UInt64
  ) {
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: repeatElement(0, count: Int(mask) + 1))
    precondition(spare.count == numbers.count)
    let source = numbers.span
    var places = places.mutableSpan
    var target = spare.mutableSpan
    for index in 0..<source.count {
      unsafe places[unchecked: Int(source[unchecked: index] >> shift & mask)] += 1
    }
    var start = 0
    for digit in 0..<places.count {
      let count = unsafe places[unchecked: digit]
      unsafe places[unchecked: digit] = start
      start += count
    }
    for index in 0..<source.count {
      let number = unsafe source[unchecked: index]
      let digit = Int(number >> shift & mask)
      let place = unsafe places[unchecked: digit]
      unsafe target[unchecked: place] = number
      unsafe places[unchecked: digit] = place + 1
    }
  }
}
