internal import Foundation

/// Finds the likeliest targets of a word under a spelling model: a beam over the letters of the source.
struct SpellingDecoder: Sendable {
  /// How many ways are followed at every letter.
  static let beam = 64
  /// How far below the best a way may fall, as a natural logarithm.
  private static let depth: Float = 12
  /// The longest group of source letters a unit has.
  private static let longest = 3

  let model: SpellingModel

  /// One way so far: a node of a tree that is read from its leaves.
  private struct Node {
    var past: InlineArray<5, UInt32>
    var length: Int
    var score: Float
    /// The mark of the target's letters so far.
    var target: UInt64
    var parent: Int32
    var letters: [UInt32]
  }

  /// Targets with the logarithm of their probability among all targets of the word, best first.
  func candidates(_ word: [UInt32], count: Int) -> [(target: [UInt32], score: Float)] {
    var nodes: [Node] = []
    var columns = [[UInt64: Int32]](repeating: [:], count: word.count + 1)
    var past = InlineArray<5, UInt32>(repeating: 0)
    past[4] = SpellingModel.beginID
    nodes.append(Node(past: past, length: 1, score: 0, target: 1, parent: -1, letters: []))
    columns[0][1] = 0
    for place in 0..<word.count {
      let groups = (1...Self.longest).map { length -> [SpellingModel.Option] in
        guard place + length <= word.count else { return [] }
        let group = word[place..<place + length]
        if let options = model.options[SpellingModel.key(group)] { return options }
        // A letter the model never saw stays.
        return length == 1
          ? [SpellingModel.Option(id: UInt32.max >> 1, target: Array(group))] : []
      }
      for index in best(columns[place], nodes) {
        let node = nodes[Int(index)]
        let context = model.context(node.past, length: node.length)
        for (length, options) in groups.enumerated() {
          for option in options {
            let score = node.score + log(model.probability(option.id, in: context))
            extend(
              node, index, by: option, score: score, into: &columns[place + length + 1], &nodes)
          }
        }
      }
    }
    var found: [UInt64: (leaf: Int32, score: Float)] = [:]
    for index in best(columns[word.count], nodes) {
      let node = nodes[Int(index)]
      let context = model.context(node.past, length: node.length)
      let score = node.score + log(model.probability(SpellingModel.endID, in: context))
      if let other = found[node.target] {
        found[node.target] = (other.leaf, Self.sum(other.score, score))
      } else {
        found[node.target] = (index, score)
      }
    }
    let whole = found.values.map(\.score).sorted().reduce(-Float.infinity, Self.sum)
    return found.values.map { (target: read($0.leaf, nodes), score: $0.score - whole) }
      .sorted {
        $0.score != $1.score
          ? $0.score > $1.score : $0.target.lexicographicallyPrecedes($1.target)
      }
      .prefix(count).map { $0 }
  }

  /// The natural logarithm.
  static func logarithm(_ value: Float) -> Float { log(value) }

  /// The logarithm of the sum of two probabilities given by theirs.
  private static func sum(_ first: Float, _ second: Float) -> Float {
    let (high, low) = first > second ? (first, second) : (second, first)
    return high - low > 15 ? high : high + log(1 + exp(low - high))
  }

  /// The nodes to follow from a column, best first.
  private func best(_ column: [UInt64: Int32], _ nodes: [Node]) -> [Int32] {
    guard var top = column.values.first.map({ nodes[Int($0)].score }) else { return [] }
    for index in column.values { top = max(top, nodes[Int(index)].score) }
    // Equal scores are told apart by the order in which nodes were made, which is always the same.
    let sorted = column.values.filter { nodes[Int($0)].score >= top - Self.depth }.sorted {
      let (first, second) = (nodes[Int($0)].score, nodes[Int($1)].score)
      return first != second ? first > second : $0 < $1
    }
    return Array(sorted.prefix(Self.beam))
  }

  private func extend(
    _ node: Node, _ index: Int32, by option: SpellingModel.Option, score: Float,
    into column: inout [UInt64: Int32], _ nodes: inout [Node]
  ) {
    var target = node.target
    for letter in option.target { target = SpellingModel.mark(target, then: letter) }
    var past = node.past
    for place in 0..<4 { past[place] = past[place + 1] }
    past[4] = option.id
    var mark = target
    for place in 0..<5 { mark = SpellingModel.mark(mark, then: past[place]) }
    if let other = column[mark] {
      // Two ways to the same letters that go on alike count together.
      nodes[Int(other)].score = Self.sum(nodes[Int(other)].score, score)
    } else {
      column[mark] = Int32(nodes.count)
      nodes.append(
        Node(
          past: past, length: min(SpellingModel.memory, node.length + 1), score: score,
          target: target, parent: index, letters: option.target))
    }
  }

  /// The letters of the way that ends in a leaf.
  private func read(_ leaf: Int32, _ nodes: [Node]) -> [UInt32] {
    var parts: [[UInt32]] = []
    var index = leaf
    while index >= 0 {
      parts.append(nodes[Int(index)].letters)
      index = nodes[Int(index)].parent
    }
    return parts.reversed().flatMap { $0 }
  }
}
