internal import Dispatch
internal import Synchronization

/// Agglomerative clustering by average link, with pairs that must never meet.
///
/// Two clusters are as alike as the mean of all pairs between them; a pair that was never scored counts as
/// `unscored`. The dearest merge is made first; equal ones in the order of their smallest members, so that the result
/// depends on nothing but the names. A merge needs a pair above the threshold, so that the pairs above it cut the
/// names into components, each of which is clustered by itself.
struct AverageLink: Sendable {
  /// The bits of a pair that must never meet, whatever else speaks for it.
  static let never = -Float.infinity

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

    /// Joins the clusters of further pairs.
    mutating func join(_ further: [Merge]) {
      if further.isEmpty { return }
      var forest = Forest(clusters)
      for merge in further { forest.join(merge.a, merge.b) }
      clusters = forest.roots
      merges.append(contentsOf: further)
    }
  }

  /// What one component became: the cluster of each member, and the merges.
  private struct Part: Sendable {
    let root: Int32
    let clusters: [Int32]
    let merges: [Merge]
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
    let wanted = (0..<Int32(count)).filter { members[$0].count > 1 }
    let parts = min(32, max(1, wanted.count / 64))
    let results = Mutex<[Int: [Part]]>([:])
    let rules = self
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var made: [Part] = []
      for root in wanted[wanted.count * part / parts..<wanted.count * (part + 1) / parts] {
        let own = members[root]
        // Members are sorted, so that their numbers inside the component are found by halving.
        func number(_ item: Int32) -> Int32 {
          var (low, high) = (own.startIndex, own.endIndex - 1)
          while low < high {
            let middle = (low + high) / 2
            if own[middle] < item { low = middle + 1 } else { high = middle }
          }
          return Int32(low - own.startIndex)
        }
        var component = Component(rules, count: own.count)
        for index in inside[root] {
          let edge = edges[Int(index)]
          component.add(number(edge.a), number(edge.b), edge.bits)
        }
        for index in bans[root] {
          component.forbid(number(forbidden[Int(index)].0), number(forbidden[Int(index)].1))
        }
        for index in needs[root] {
          component.force(number(forced[Int(index)].0), number(forced[Int(index)].1))
        }
        component.run()
        let first = own.startIndex
        made.append(
          Part(
            root: root,
            clusters: own.indices.map { own[first + Int(component.root(Int32($0 - first)))] },
            merges: component.merges.map {
              Merge(a: own[first + Int($0.a)], b: own[first + Int($0.b)], bits: $0.bits)
            }))
      }
      let found = made
      results.withLock { $0[part] = found }
    }
    let all = results.withLock { $0 }
    var result = Result(clusters: Array(0..<Int32(count)), merges: [])
    for part in 0..<parts {
      for found in all[part] ?? [] {
        for (item, cluster) in zip(members[found.root], found.clusters) {
          result.clusters[Int(item)] = cluster
        }
        result.merges.append(contentsOf: found.merges)
      }
    }
    return result
  }
}
