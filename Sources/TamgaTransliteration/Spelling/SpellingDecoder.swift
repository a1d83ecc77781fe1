internal import Foundation

/// Finds the likeliest targets of a word under a spelling model: a beam over the letters of the source.
struct SpellingDecoder: Sendable {
  /// How many ways are followed at every letter.
  static let beam = 32
  /// The longest group of source letters a unit has.
  private static let longest = 3

  let model: SpellingModel

  private struct State {
    var past: InlineArray<5, UInt32>
    var length: Int
    var score: Float
    var target: [UInt32]
  }

  private struct Mark: Hashable {
    let past: UInt64
    let target: [UInt32]
  }

  /// Targets with the logarithm of their probability together with the word, best first.
  func candidates(_ word: [UInt32], count: Int) -> [(target: [UInt32], score: Float)] {
    var columns = [[Mark: State]](repeating: [:], count: word.count + 1)
    var past = InlineArray<5, UInt32>(repeating: 0)
    past[4] = SpellingModel.beginID
    columns[0][Mark(past: 0, target: [])] = State(past: past, length: 1, score: 0, target: [])
    for place in 0..<word.count {
      for state in best(columns[place], Self.beam) {
        for length in 1...Self.longest where place + length <= word.count {
          let group = Array(word[place..<place + length])
          if let options = model.options[group] {
            for option in options {
              extend(state, by: option, into: &columns[place + length])
            }
          } else if length == 1 {
            // A letter the model never saw stays.
            let kept = SpellingModel.Option(id: UInt32.max, target: group)
            extend(state, by: kept, into: &columns[place + 1])
          }
        }
      }
    }
    var found: [[UInt32]: Float] = [:]
    for state in best(columns[word.count], Self.beam) {
      let end = model.probability(
        SpellingModel.endID, after: state.past, length: state.length)
      found[state.target, default: 0] += exp(state.score + log(end))
    }
    return found.map { ($0.key, log($0.value)) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.lexicographicallyPrecedes($1.0) }
      .prefix(count).map { (target: $0.0, score: $0.1) }
  }

  private func best(_ column: [Mark: State], _ count: Int) -> [State] {
    let sorted = column.values.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.target.lexicographicallyPrecedes($1.target)
    }
    return Array(sorted.prefix(count))
  }

  private func extend(
    _ state: State, by option: SpellingModel.Option, into column: inout [Mark: State]
  ) {
    let chance = model.probability(option.id, after: state.past, length: state.length)
    var next = state
    next.score += log(chance)
    for index in 0..<4 { next.past[index] = state.past[index + 1] }
    next.past[4] = option.id
    next.length = min(SpellingModel.memory, state.length + 1)
    next.target += option.target
    var mark: UInt64 = 1
    for index in 0..<5 { mark = SpellingModel.mark(mark, then: next.past[index]) }
    let key = Mark(past: mark, target: next.target)
    if let other = column[key], other.score >= next.score { return }
    column[key] = next
  }
}
