/// Numbers in groups: `groups[g]` are the numbers whose key was `g`, in their order.
struct Groups: Sendable {
  private let starts: [Int32]
  private let numbers: [Int32]

  /// Groups the numbers 0, 1, 2 … by their keys, which are below `count`; those with a key below 0 are in no group.
  init(_ keys: [Int32], count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for key in keys where key >= 0 { starts[Int(key) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var numbers = [Int32](repeating: 0, count: Int(starts[count]))
    for (number, key) in keys.enumerated() where key >= 0 {
      numbers[Int(next[Int(key)])] = Int32(number)
      next[Int(key)] += 1
    }
    self.starts = starts
    self.numbers = numbers
  }

  /// The numbers of a group.
  subscript(group: Int32) -> ArraySlice<Int32> {
    numbers[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
  }
}
