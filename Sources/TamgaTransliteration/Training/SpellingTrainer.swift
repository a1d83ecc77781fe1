internal import Foundation

/// Learns a spelling model from pairs of words: letters are aligned by expectation and maximisation, then runs of
/// aligned letters are counted.
public struct SpellingTrainer {
  /// A word in the source, the same word in the target, and how much it counts.
  public struct Pair: Sendable {
    let source: [Unicode.Scalar]
    let target: [Unicode.Scalar]
    let weight: Float

    /// Makes a pair of two words in small letters.
    public init(_ source: String, _ target: String, weight: Float) {
      self.source = Array(source.unicodeScalars)
      self.target = Array(target.unicodeScalars)
      self.weight = weight
    }
  }

  /// How many letters may stand for how many, with a first guess how often they do.
  private static let shapes: [(source: Int, target: Int, weight: Double)] = [
    (1, 1, 1), (1, 2, 0.3), (2, 1, 0.6), (1, 0, 0.3), (3, 1, 0.3), (1, 3, 0.02), (2, 0, 0.02),
  ]

  private struct Edge {
    let from: Int
    let to: Int
    let unit: Int
  }

  private let pairs: [Pair]
  private var ids: [SpellingUnit: Int] = [:]
  private var units: [SpellingUnit] = []
  private var chances: [Double] = []

  /// Prepares to learn from these pairs.
  public init(_ pairs: [Pair]) { self.pairs = pairs }

  private mutating func edges(_ pair: Pair) -> [Edge] {
    let width = pair.target.count + 1
    var edges: [Edge] = []
    for i in 0...pair.source.count {
      for j in 0...pair.target.count {
        for shape in Self.shapes
        where i + shape.source <= pair.source.count && j + shape.target <= pair.target.count {
          let unit = SpellingUnit(
            source: Self.text(pair.source[i..<i + shape.source]),
            target: Self.text(pair.target[j..<j + shape.target]))
          var id = ids[unit] ?? -1
          if id < 0 {
            id = units.count
            ids[unit] = id
            units.append(unit)
            chances.append(unit.source == unit.target ? 0.5 : 0.05 * shape.weight)
          }
          edges.append(
            Edge(from: i * width + j, to: (i + shape.source) * width + j + shape.target, unit: id))
        }
      }
    }
    return edges
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Learns, and gives every run of units that was counted at least `least` times as a row of the model's table.
  public mutating func train(sample: Int = 8000, rounds: Int = 6, least: Float = 0.8) -> [String] {
    // Alignment needs no more than a sample, taken evenly.
    let step = max(1, pairs.count / sample)
    let chosen = stride(from: 0, to: pairs.count, by: step).map { pairs[$0] }
    let graphs = chosen.map { edges($0) }
    for _ in 0..<rounds {
      var counts = [Double](repeating: 0, count: units.count)
      for (pair, edges) in zip(chosen, graphs) { count(pair, edges, into: &counts) }
      let total = counts.reduce(0, +)
      // Chance alignments die out.
      chances = counts.map { max(0, $0 - 0.5) / total }
    }
    let unseen = chances.count
    var runs: [[SpellingUnit]: Float] = [:]
    for pair in pairs {
      let edges = edges(pair)
      for index in unseen..<max(unseen, chances.count) where chances[index] > 1e-9 {
        chances[index] = 1e-9
      }
      guard let path = align(pair, edges) else { continue }
      let all = [SpellingUnit.begin] + path + [SpellingUnit.end]
      for end in 1..<all.count {
        for start in max(0, end - SpellingModel.memory)...end {
          runs[Array(all[start...end]), default: 0] += pair.weight
        }
      }
    }
    return Self.continued(runs).filter { $0.value >= least || $0.key.count <= 2 }
      .map { run, count in
        run.map(\.text).joined(separator: " ") + "\t\(max(1, Int((count * 10).rounded())))"
      }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The counts after Kneser and Ney: a run that a longer one can stand for is counted by how many units come before
  /// it, not by how often.
  private static func continued(_ runs: [[SpellingUnit]: Float]) -> [[SpellingUnit]: Float] {
    var before: [[SpellingUnit]: Float] = [:]
    // In order, since sums of fractions depend on it.
    let sorted = runs.map { (run: $0, count: $1, text: $0.map(\.text).joined(separator: " ")) }
      .sorted { $0.text < $1.text }
    for (run, count, _) in sorted where run.count > 1 {
      before[Array(run.dropFirst()), default: 0] += min(1, count)
    }
    var continued = runs
    for run in runs.keys where run.count <= SpellingModel.memory && run.first != .begin {
      if let count = before[run] { continued[run] = count }
    }
    return continued
  }

  /// Adds to `counts` how often each unit is expected in a pair.
  private func count(_ pair: Pair, _ edges: [Edge], into counts: inout [Double]) {
    let size = (pair.source.count + 1) * (pair.target.count + 1)
    var forward = [Double](repeating: 0, count: size)
    var backward = [Double](repeating: 0, count: size)
    forward[0] = 1
    backward[size - 1] = 1
    for edge in edges { forward[edge.to] += forward[edge.from] * chances[edge.unit] }
    let all = forward[size - 1]
    guard all > 0 else { return }
    for edge in edges.reversed() { backward[edge.from] += backward[edge.to] * chances[edge.unit] }
    for edge in edges {
      let share = forward[edge.from] * chances[edge.unit] * backward[edge.to] / all
      if share > 0 { counts[edge.unit] += Double(pair.weight) * share }
    }
  }

  /// The likeliest alignment; nil when the words are not spellings of each other.
  private func align(_ pair: Pair, _ edges: [Edge]) -> [SpellingUnit]? {
    let size = (pair.source.count + 1) * (pair.target.count + 1)
    var score = [Double](repeating: -.infinity, count: size)
    var back = [Int](repeating: -1, count: size)
    score[0] = 0
    for (index, edge) in edges.enumerated() where score[edge.from] > -.infinity {
      let chance = chances[edge.unit]
      guard chance > 3e-6 else { continue }
      let sum = score[edge.from] + log(chance)
      if sum > score[edge.to] {
        score[edge.to] = sum
        back[edge.to] = index
      }
    }
    guard score[size - 1] > -.infinity else { return nil }
    var path: [SpellingUnit] = []
    var node = size - 1
    while node != 0 {
      let edge = edges[back[node]]
      path.append(units[edge.unit])
      node = edge.from
    }
    guard score[size - 1] / Double(path.count) > -6 else { return nil }
    return path.reversed()
  }
}
