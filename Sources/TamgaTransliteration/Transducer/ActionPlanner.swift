internal import TamgaICU

/// Decides, for one row at a time, which action each state and next class leads to.
struct ActionPlanner {
  let rules: [TransformRule]
  let rightSets: [[Int]]
  let contexts: [Int]
  let right: CodePointClasses
  let automaton: ContextAutomaton
  private let outputs: [[UInt8]]
  /// Whether what a rule writes may compose with what stands before it, or is not in NFC.
  let joins: [Bool]

  init(
    rules: [TransformRule], rightSets: [[Int]], contexts: [Int], right: CodePointClasses,
    automaton: ContextAutomaton
  ) {
    self.rules = rules
    self.rightSets = rightSets
    self.contexts = contexts
    self.right = right
    self.automaton = automaton
    outputs = rules.map { Array(Self.text($0.output).utf8) }
    let normalizer = try? ICU.Normalizer(.nfc)
    joins = rules.map { rule in
      guard let first = rule.output.first, let normalizer else { return false }
      // A mark inside is harmless: only the first letter of an output meets what was written before.
      let text = Array(Self.text(rule.output).utf16)
      return !normalizer.hasBoundaryBefore(first) || (try? normalizer.isNormalized(text)) != true
    }
  }

  private static func text(_ scalars: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(text)
  }

  /// Calls `body` with an action for every state and the classes of the next code point that lead to it.
  func plan(
    rules list: [Int], sample: UInt32, _ body: (Int, [Int], TransducerTables.Action) -> Void
  ) {
    let relevantContexts = Set(list.map { contexts[$0] }).filter { $0 >= 0 }.sorted()
    let relevantSets = Set(list.compactMap { deciding($0) }).sorted()
    let stateGroups = groups(automaton.count) { state in
      relevantContexts.map { automaton.stands($0, in: UInt16(state)) }
    }
    let nextGroups = groups(right.count) { next in relevantSets.map { right.members[$0][next] } }
    for states in stateGroups {
      for nexts in nextGroups {
        let choice = choose(list, state: UInt16(states[0]), sample: sample, next: nexts[0])
        for state in states {
          let action = action(choice, sample: sample, state: UInt16(state))
          body(state, nexts, action)
        }
      }
    }
  }

  /// Members with the same signature, each group in order.
  private func groups(_ count: Int, _ signature: (Int) -> [Bool]) -> [[Int]] {
    var ids: [[Bool]: Int] = [:]
    var groups: [[Int]] = []
    for member in 0..<count {
      let mark = signature(member)
      if let id = ids[mark] {
        groups[id].append(member)
      } else {
        ids[mark] = groups.count
        groups.append([member])
      }
    }
    return groups
  }

  /// The set that the next code point is held against by a rule.
  private func deciding(_ rule: Int) -> Int? {
    let sets = rightSets[rule]
    if rules[rule].key.isEmpty { return sets.count > 1 ? sets[1] : nil }
    return sets.first
  }

  private enum Choice {
    case rule(Int)
    case copy
    case slow
  }

  private func choose(_ list: [Int], state: UInt16, sample: UInt32, next: Int) -> Choice {
    for rule in list {
      if contexts[rule] >= 0, !automaton.stands(contexts[rule], in: state) { continue }
      // A rule without a key is in this list only when the code point itself is in its first set.
      let open = rules[rule].key.isEmpty ? rightSets[rule].dropFirst() : rightSets[rule][...]
      guard let first = open.first else { return .rule(rule) }
      guard right.members[first][next] else { continue }
      return open.count == 1 && outputs[rule].count <= 16 ? .rule(rule) : .slow
    }
    return .copy
  }

  private func action(_ choice: Choice, sample: UInt32, state: UInt16) -> TransducerTables.Action {
    var action = TransducerTables.Action()
    switch choice {
    case .slow: action.uses = TransducerTables.Action.slow
    case .copy:
      action.uses = TransducerTables.Action.copy
      action.state = automaton.step(state, sample)
    case .rule(let rule):
      guard outputs[rule].count <= 16, rules[rule].key.count <= 2 else {
        action.uses = TransducerTables.Action.slow
        return action
      }
      for (index, byte) in outputs[rule].enumerated() {
        if index < 8 {
          action.low |= UInt64(byte) << UInt64(index * 8)
        } else {
          action.high |= UInt64(byte) << UInt64(index * 8 - 64)
        }
      }
      action.length = UInt8(outputs[rule].count)
      action.uses = UInt8(rules[rule].key.count)
      action.joins = joins[rule]
      action.state = automaton.step(state, rules[rule].output)
    }
    return action
  }
}
