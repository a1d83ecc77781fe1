/// The deterministic automaton over the text already made: its state says which contexts now stand before the cursor.
struct ContextAutomaton: Sendable {
  /// The classes of what was written.
  let classes: CodePointClasses
  /// The state at the beginning of a text.
  let start: UInt16
  /// How many states there are.
  private(set) var count = 0
  /// The next state for every state and class.
  private var steps: [UInt16] = []
  /// The sets of contexts that stand, and the bit that says so for each context.
  private var bits: [[UInt64]] = []
  private let final: [Int]

  /// Builds the automaton for these contexts, each a run of indices into `sets`.
  init(contexts: [[Int]], sets: [CodePointSet]) {
    let classes = CodePointClasses(sets)
    var firsts: [Int] = []
    var total = 0
    for context in contexts {
      firsts.append(total)
      total += context.count
    }
    let words = max(1, (total + 63) / 64)
    func step(_ state: [UInt64], _ symbol: Int) -> [UInt64] {
      var result = [UInt64](repeating: 0, count: words)
      for (context, first) in zip(contexts, firsts) {
        for (offset, set) in context.enumerated() where classes.members[set][symbol] {
          let before = first + offset - 1
          if offset == 0 || state[before / 64] >> UInt64(before % 64) & 1 == 1 {
            result[(before + 1) / 64] |= 1 << UInt64((before + 1) % 64)
          }
        }
      }
      return result
    }
    var begin = [UInt64](repeating: 0, count: words)
    for _ in 0..<(contexts.map(\.count).max() ?? 0) { begin = step(begin, 0) }
    var ids = [begin: UInt16(0)]
    var states = [begin]
    var steps: [UInt16] = []
    var index = 0
    while index < states.count {
      for symbol in 0..<classes.count {
        let next = step(states[index], symbol)
        if let id = ids[next] {
          steps.append(id)
        } else {
          let id = UInt16(states.count)
          ids[next] = id
          states.append(next)
          steps.append(id)
        }
      }
      index += 1
    }
    self.classes = classes
    self.start = 0
    self.count = states.count
    self.steps = steps
    self.bits = states
    self.final = zip(contexts, firsts).map { $1 + $0.count - 1 }
  }

  /// The state after one more code point was written.
  func step(_ state: UInt16, _ scalar: UInt32) -> UInt16 {
    steps[Int(state) * classes.count + Int(classes[scalar])]
  }

  /// The state after these were written.
  func step(_ state: UInt16, _ scalars: [UInt32]) -> UInt16 {
    var state = state
    for scalar in scalars { state = step(state, scalar) }
    return state
  }

  /// Whether a context stands before the cursor.
  func stands(_ context: Int, in state: UInt16) -> Bool {
    let bit = final[context]
    return bits[Int(state)][bit / 64] >> UInt64(bit % 64) & 1 == 1
  }
}
