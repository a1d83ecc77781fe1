import Testing

@testable import TamgaMatching

struct RadixSorterTests {
  /// Numbers that look like chance, always the same.
  private func numbers(_ count: Int, below limit: UInt64, seed: UInt64) -> [UInt64] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 31) % limit
    }
  }

  @Test(arguments: [0, 1, 2, 255, 256, 257, 2047, 5000, 70_000])
  func sortsAsComparingDoes(count: Int) {
    for limit in [2, 1000, 1 << 20, UInt64(1) << 33, .max] {
      var list = numbers(count, below: limit, seed: UInt64(count) + 1)
      let expected = list.sorted()
      var sorter = RadixSorter()
      sorter.sort(&list)
      #expect(list == expected)
    }
  }

  @Test func oneValueSortsListsOfAllLengths() {
    var sorter = RadixSorter()
    for count in [3000, 400, 9000, 300] {
      var list = numbers(count, below: 1 << 40, seed: 7)
      let expected = list.sorted()
      sorter.sort(&list)
      #expect(list == expected)
    }
  }

  @Test(arguments: [10, 1000, 20_000])
  func lowerBitsKeepTheirOrder(count: Int) {
    let keys = numbers(count, below: 50, seed: 3)
    // The place in the list stands in the lower bits, from the last to the first.
    var list = keys.enumerated().map { $0.element << 20 | UInt64(count - $0.offset) }
    let expected = list.enumerated().sorted {
      ($0.element >> 20, $0.offset) < ($1.element >> 20, $1.offset)
    }.map(\.element)
    var sorter = RadixSorter()
    sorter.sort(&list, fromBit: 20)
    #expect(list == expected)
  }

  @Test func mergingLeavesEachPairInOnce() {
    #expect(PackedPairs.merged([], [1, 2]) == [1, 2])
    #expect(PackedPairs.merged([1, 5, 9], [1, 2, 9, 12]) == [1, 2, 5, 9, 12])
    var pairs: [UInt64] = [4, 1, 4, 1, 3]
    PackedPairs.sortOnce(&pairs)
    #expect(pairs == [1, 3, 4])
  }
}
