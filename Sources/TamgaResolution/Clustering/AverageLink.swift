/// Agglomerative clustering by average link, with pairs that must never meet.
///
/// Two clusters are as alike as the mean of all pairs between them; a pair that was never scored counts as
/// `unscored`. The dearest merge is made first; equal ones in the order of their smallest members, so that the result
/// depends on nothing but the names. A merge needs a pair above the threshold, so that the pairs above it cut the
/// names into components, each of which is clustered by itself.
struct AverageLink: Sendable {
  /// One scored pair, in bits above (or below) even odds.
  struct Edge: Sendable {
    let a: Int32
    let b: Int32
    let bits: Float
  }

  /// A merge that was made: the two names that are most alike, and what the merge was worth.
  struct Merge: Sendable {
    let a: Int32
    let b: Int32
    let bits: Float
  }

  /// What a pair that was never brought together is taken for, in bits.
  var unscored: Float = -10
  /// The mean that a merge needs, in bits.
  var threshold: Float = 0
  /// A single pair may not weigh more than this for, and less than that against.
  var most: Float = 6
  var least: Float = -20
  /// The share of the best pair in what is else the mean of all: a name is known by its nearest spelling, while one
  /// that is like a single other only must not bring strangers together.
  var share: Float = 0.5

  /// The clusters of all items and the merges that made them.
  struct Result: Sendable {
    /// The cluster of every item: the number of its smallest member.
    var clusters: [Int32]
    /// The merges, in the order they were made inside each component.
    var merges: [Merge]
  }

  /// The clusters of items.
  ///
  /// - Parameters:
  ///   - count: how many items there are.
  ///   - edges: the scored pairs, each once.
  ///   - forbidden: pairs that must not be in one cluster.
  ///   - forced: pairs that must be.
  func clusters(
    count: Int, edges: [Edge], forbidden: [(Int32, Int32)] = [], forced: [(Int32, Int32)] = []
  ) -> Result {
    var forest = Forest(count: count)
    for edge in edges where edge.bits > threshold { forest.join(edge.a, edge.b) }
    for (a, b) in forced { forest.join(a, b) }
    let roots = forest.roots
    let members = Groups(roots, count: count)
    let inside = Groups(
      edges.map { roots[Int($0.a)] == roots[Int($0.b)] ? roots[Int($0.a)] : -1 }, count: count)
    let bans = Groups(
      forbidden.map { roots[Int($0.0)] == roots[Int($0.1)] ? roots[Int($0.0)] : -1 }, count: count)
    let needs = Groups(forced.map { roots[Int($0.0)] }, count: count)
    var result = Result(clusters: Array(0..<Int32(count)), merges: [])
    var local = [Int32](repeating: 0, count: count)
    for root in 0..<Int32(count) where members[root].count > 1 {
      let own = members[root]
      for (number, item) in own.enumerated() { local[Int(item)] = Int32(number) }
      var component = Component(self, count: own.count)
      for index in inside[root] {
        let edge = edges[Int(index)]
        component.add(local[Int(edge.a)], local[Int(edge.b)], edge.bits)
      }
      for index in bans[root] {
        let (a, b) = forbidden[Int(index)]
        component.forbid(local[Int(a)], local[Int(b)])
      }
      for index in needs[root] {
        let (a, b) = forced[Int(index)]
        component.force(local[Int(a)], local[Int(b)])
      }
      component.run()
      let first = own.startIndex
      for (number, item) in own.enumerated() {
        result.clusters[Int(item)] = own[first + Int(component.root(Int32(number)))]
      }
      for merge in component.merges {
        result.merges.append(
          Merge(a: own[first + Int(merge.a)], b: own[first + Int(merge.b)], bits: merge.bits))
      }
    }
    return result
  }
}
