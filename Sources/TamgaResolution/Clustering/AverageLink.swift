/// Agglomerative clustering by average link, with pairs that must never meet.
///
/// Two clusters are as alike as the mean of all pairs between them; a pair that was never scored counts as
/// `unscored`. The dearest merge is made first; equal ones in the order of their smallest members, so that the result
/// depends on nothing but the names.
struct AverageLink {
  /// One scored pair, in bits above (or below) even odds.
  struct Edge: Sendable {
    let a: Int32
    let b: Int32
    let bits: Float
  }

  /// What a pair that was never brought together is taken for, in bits.
  var unscored: Float = -8
  /// The mean that a merge needs, in bits.
  var threshold: Float = 0
  /// A single pair may not weigh more than this either way.
  var limit: Float = 14

  /// A possible merge.
  private struct Merge: Comparable {
    let mean: Float
    let a: Int32
    let b: Int32
    let version: Int32

    static func < (x: Merge, y: Merge) -> Bool {
      if x.mean != y.mean { return x.mean < y.mean }
      if x.a != y.a { return x.a > y.a }
      return x.b > y.b
    }
  }

  /// The cluster of every item: the number of its smallest member.
  ///
  /// - Parameters:
  ///   - count: how many items there are.
  ///   - edges: the scored pairs.
  ///   - forbidden: pairs that must not be in one cluster.
  ///   - forced: pairs that must be.
  func clusters(
    count: Int, edges: [Edge], forbidden: [(Int32, Int32)] = [], forced: [(Int32, Int32)] = []
  ) -> [Int32] {
    var parent = (0..<Int32(count)).map { $0 }
    func root(_ item: Int32) -> Int32 {
      var item = item
      while parent[Int(item)] != item {
        parent[Int(item)] = parent[Int(parent[Int(item)])]
        item = parent[Int(item)]
      }
      return item
    }
    // Sums of bits between neighbouring clusters.
    var links = [[Int32: (sum: Float, count: Int32)]](repeating: [:], count: count)
    var sizes = [Int32](repeating: 1, count: count)
    var versions = [Int32](repeating: 0, count: count)
    for edge in edges where edge.a != edge.b {
      let bits = min(max(edge.bits, -limit), limit)
      links[Int(edge.a)][edge.b] = (bits, 1)
      links[Int(edge.b)][edge.a] = (bits, 1)
    }
    let banned: Float = -1e6
    for (a, b) in forbidden where a != b {
      links[Int(a)][b] = (banned, 1)
      links[Int(b)][a] = (banned, 1)
    }
    func mean(_ a: Int32, _ b: Int32, _ link: (sum: Float, count: Int32)) -> Float {
      let all = Float(sizes[Int(a)]) * Float(sizes[Int(b)])
      return (link.sum + (all - Float(link.count)) * unscored) / all
    }
    var heap = Heap<Merge>()
    func push(_ a: Int32, _ b: Int32, _ link: (sum: Float, count: Int32)) {
      let value = mean(a, b, link)
      if value > threshold {
        let (low, high) = (min(a, b), max(a, b))
        heap.insert(
          Merge(
            mean: value, a: low, b: high, version: versions[Int(low)] &+ versions[Int(high)]))
      }
    }
    func merge(_ x: Int32, _ y: Int32) {
      let (keep, gone) = (min(x, y), max(x, y))
      parent[Int(gone)] = keep
      links[Int(keep)][gone] = nil
      let moved = links[Int(gone)]
      links[Int(gone)] = [:]
      for (other, link) in moved where other != keep {
        links[Int(other)][gone] = nil
        let sum = links[Int(keep)][other] ?? (0, 0)
        let joined = (sum.sum + link.sum, sum.count + link.count)
        links[Int(keep)][other] = joined
        links[Int(other)][keep] = joined
      }
      sizes[Int(keep)] += sizes[Int(gone)]
      versions[Int(keep)] += versions[Int(gone)] + 1
    }
    for (a, b) in forced {
      let (x, y) = (root(a), root(b))
      if x != y { merge(x, y) }
    }
    for a in 0..<Int32(count) where parent[Int(a)] == a {
      for (b, link) in links[Int(a)] where a < b { push(a, b, link) }
    }
    while let next = heap.popMax() {
      guard parent[Int(next.a)] == next.a, parent[Int(next.b)] == next.b,
        next.version == versions[Int(next.a)] &+ versions[Int(next.b)]
      else { continue }
      merge(next.a, next.b)
      for (other, link) in links[Int(next.a)] { push(next.a, other, link) }
    }
    return (0..<Int32(count)).map { root($0) }
  }
}
