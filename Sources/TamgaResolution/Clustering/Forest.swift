/// Items joined into sets: the root of each set is its smallest member.
struct Forest: Sendable {
  private var parents: [Int32]

  init(count: Int) { parents = Array(0..<Int32(count)) }

  /// The sets whose roots are given: for every item, the smallest member of its set.
  init(_ roots: [Int32]) { parents = roots }

  /// The root of an item's set.
  mutating func root(_ item: Int32) -> Int32 {
    var item = item
    while parents[Int(item)] != item {
      parents[Int(item)] = parents[Int(parents[Int(item)])]
      item = parents[Int(item)]
    }
    return item
  }

  /// Makes one set of two.
  mutating func join(_ a: Int32, _ b: Int32) {
    let (x, y) = (root(a), root(b))
    if x != y { parents[Int(max(x, y))] = min(x, y) }
  }

  /// The roots of all items.
  var roots: [Int32] {
    var roots = parents
    // A parent is never larger than its child, so that parents are done first.
    for index in roots.indices { roots[index] = roots[Int(roots[index])] }
    return roots
  }
}
