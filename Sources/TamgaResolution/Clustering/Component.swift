/// The agglomeration of one component.
struct Component {
  /// What lies between two clusters.
  private struct Link {
    var sum: Float
    var count: Int32
    var best: Float
    /// The pair whose bits are the best.
    var pair: (Int32, Int32)
    var isForbidden = false
  }

  /// A possible merge.
  private struct Candidate: Comparable {
    let bits: Float
    let a: Int32
    let b: Int32
    let version: Int32
    let pair: (Int32, Int32)

    static func == (x: Candidate, y: Candidate) -> Bool {
      x.bits == y.bits && x.a == y.a && x.b == y.b
    }

    static func < (x: Candidate, y: Candidate) -> Bool {
      if x.bits != y.bits { return x.bits < y.bits }
      if x.a != y.a { return x.a > y.a }
      return x.b > y.b
    }
  }

  private let rules: AverageLink
  private var forest: Forest
  private var links: [SortedMap<Link>]
  private var sizes: [Int32]
  private var versions: [Int32]
  private var heap = Heap<Candidate>()
  /// The merges that were made, in their order.
  private(set) var merges: [AverageLink.Merge] = []

  init(_ rules: AverageLink, count: Int) {
    self.rules = rules
    forest = Forest(count: count)
    links = Array(repeating: SortedMap(), count: count)
    sizes = Array(repeating: 1, count: count)
    versions = Array(repeating: 0, count: count)
  }

  /// The smallest member of an item's cluster.
  mutating func root(_ item: Int32) -> Int32 { forest.root(item) }

  mutating func add(_ a: Int32, _ b: Int32, _ bits: Float) {
    if bits == AverageLink.never { return forbid(a, b) }
    let bits = min(max(bits, rules.least), rules.most)
    let link = Link(sum: bits, count: 1, best: bits, pair: (min(a, b), max(a, b)))
    links[Int(a)][b] = link
    links[Int(b)][a] = link
  }

  mutating func forbid(_ a: Int32, _ b: Int32) {
    var link =
      links[Int(a)][b] ?? Link(sum: 0, count: 0, best: rules.least, pair: (min(a, b), max(a, b)))
    link.isForbidden = true
    links[Int(a)][b] = link
    links[Int(b)][a] = link
  }

  mutating func force(_ a: Int32, _ b: Int32) {
    let (x, y) = (root(a), root(b))
    if x != y { merge(x, y) }
  }

  /// Makes all merges that are worth it, the dearest first.
  mutating func run() {
    for a in 0..<Int32(links.count) where root(a) == a {
      links[Int(a)].forEach { b, link in if a < b { push(a, b, link) } }
    }
    while let next = heap.popMax() {
      guard root(next.a) == next.a, root(next.b) == next.b,
        next.version == versions[Int(next.a)] &+ versions[Int(next.b)]
      else { continue }
      merges.append(AverageLink.Merge(a: next.pair.0, b: next.pair.1, bits: next.bits))
      merge(next.a, next.b)
      links[Int(next.a)].forEach { other, link in push(next.a, other, link) }
    }
  }

  private func bits(_ a: Int32, _ b: Int32, _ link: Link) -> Float {
    let all = Float(sizes[Int(a)]) * Float(sizes[Int(b)])
    let mean = (link.sum + (all - Float(link.count)) * rules.unscored) / all
    return mean + (link.best - mean) * rules.share
  }

  private mutating func push(_ a: Int32, _ b: Int32, _ link: Link) {
    if link.isForbidden { return }
    let value = bits(a, b, link)
    if value > rules.threshold {
      let (low, high) = (min(a, b), max(a, b))
      heap.insert(
        Candidate(
          bits: value, a: low, b: high, version: versions[Int(low)] &+ versions[Int(high)],
          pair: link.pair))
    }
  }

  private mutating func merge(_ x: Int32, _ y: Int32) {
    let (keep, gone) = (min(x, y), max(x, y))
    forest.join(keep, gone)
    links[Int(keep)][gone] = nil
    let moved = links[Int(gone)]
    links[Int(gone)] = SortedMap()
    moved.forEach { other, link in
      if other == keep { return }
      links[Int(other)][gone] = nil
      var joined = link
      if let known = links[Int(keep)][other] {
        joined.sum += known.sum
        joined.count += known.count
        if known.best > joined.best || known.best == joined.best && known.pair < joined.pair {
          joined.best = known.best
          joined.pair = known.pair
        }
        joined.isForbidden = joined.isForbidden || known.isForbidden
      }
      links[Int(keep)][other] = joined
      links[Int(other)][keep] = joined
    }
    sizes[Int(keep)] += sizes[Int(gone)]
    versions[Int(keep)] += versions[Int(gone)] + 1
  }
}
