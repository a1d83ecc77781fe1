internal import TamgaICU

/// What the compiler makes of a scheme's rules: everything the transducer looks up.
///
/// For each code point, the state of what was written and the class of the code point that comes next, one entry of
/// `decisions` names the action to take. Where more must be seen, the action says so and the rules are tried one by
/// one.
final class TransducerTables: Sendable {
  /// What to write and where to go on.
  struct Action: Sendable, Hashable {
    /// The first eight bytes to write, the first in the lowest bits.
    var low: UInt64 = 0
    /// The next eight.
    var high: UInt64 = 0
    /// How many bytes to write.
    var length: UInt8 = 0
    /// How many code points are used up: 0, 1 or 2; `slow` and `copy` are special.
    var uses: UInt8 = 1
    /// Whether what is written may compose with what stands before it.
    var joins = false
    /// The state afterwards.
    var state: UInt16 = 0

    static let copy: UInt8 = 0xFE
    static let slow: UInt8 = 0xFF
  }

  /// What is known of a code point, packed: its row in bits 0–14, whether it asks for normalisation in bit 15, its
  /// class as the next code point in bits 16–31.
  let entries: [UInt32]
  /// The entry of code points beyond the table.
  let farEntry: UInt32
  /// The entries of the few code points beyond the table that rules name.
  let far: [UInt32: UInt32]
  /// Actions by row, state and next class.
  let decisions: [UInt16]
  let actions: [Action]
  let stateCount: Int
  let nextCount: Int
  /// The rules for a row, in order.
  let rulesOfRow: [[Int]]
  let rules: [TransformRule]
  /// Whether what a rule writes must be brought to NFC with what stands before it.
  let joins: [Bool]
  let rightSets: [[Int]]
  let rightClasses: CodePointClasses
  let contexts: [Int]
  let automaton: ContextAutomaton

  init(_ rules: [TransformRule]) {
    var leftSets: [CodePointSet] = []
    var leftIDs: [CodePointSet: Int] = [:]
    var rightList: [CodePointSet] = []
    var rightIDs: [CodePointSet: Int] = [:]
    func intern(_ set: CodePointSet, _ list: inout [CodePointSet], _ ids: inout [CodePointSet: Int])
      -> Int
    {
      if let id = ids[set] { return id }
      ids[set] = list.count
      list.append(set)
      return list.count - 1
    }
    var contextIDs: [[Int]: Int] = [:]
    var contextList: [[Int]] = []
    var contexts: [Int] = []
    var rightSets: [[Int]] = []
    for rule in rules {
      let before = rule.before.map { intern($0, &leftSets, &leftIDs) }
      if before.isEmpty {
        contexts.append(-1)
      } else {
        if contextIDs[before] == nil {
          contextIDs[before] = contextList.count
          contextList.append(before)
        }
        contexts.append(contextIDs[before] ?? -1)
      }
      let rest = rule.key.dropFirst().map { CodePointSet($0) } + rule.after
      rightSets.append(rest.map { intern($0, &rightList, &rightIDs) })
    }
    let automaton = ContextAutomaton(contexts: contextList, sets: leftSets)
    let right = CodePointClasses(rightList)
    let rows = RowBuilder(
      rules: rules, rightSets: rightSets, right: right, left: automaton.classes)
    let planner = ActionPlanner(
      rules: rules, rightSets: rightSets, contexts: contexts, right: right, automaton: automaton)

    var decisions = [UInt16](
      repeating: 0, count: rows.samples.count * automaton.count * right.count)
    var actions: [Action] = []
    var actionIDs: [Action: UInt16] = [:]
    for (row, sample) in rows.samples.enumerated() {
      let base = row * automaton.count * right.count
      planner.plan(rules: rows.rulesOfRow[row], sample: sample) { state, nexts, action in
        let id = actionIDs[action] ?? UInt16(actions.count)
        if Int(id) == actions.count {
          actionIDs[action] = id
          actions.append(action)
        }
        for next in nexts { decisions[base + state * right.count + next] = id }
      }
    }
    self.entries = rows.entries
    self.farEntry = rows.farEntry
    self.far = rows.far
    self.decisions = decisions
    self.actions = actions
    self.stateCount = automaton.count
    self.nextCount = right.count
    self.rulesOfRow = rows.rulesOfRow
    self.rules = rules
    self.joins = planner.joins
    self.rightSets = rightSets
    self.rightClasses = right
    self.contexts = contexts
    self.automaton = automaton
  }

  /// The packed entry of a code point.
  @inline(__always)
  func entry(_ scalar: UInt32) -> UInt32 {
    scalar < CodePointClasses.limit ? entries[Int(scalar)] : far[scalar] ?? farEntry
  }

  /// The first rule that matches before `position`, or nil: the definition every table above is made to follow.
  func match(_ scalars: Span<UInt32>, at position: Int, state: UInt16) -> Int? {
    let row = Int(entry(scalars[position]) & 0x7FFF)
    for rule in rulesOfRow[row] {
      if contexts[rule] >= 0, !automaton.stands(contexts[rule], in: state) { continue }
      let keyed = !rules[rule].key.isEmpty
      var place = keyed ? position + 1 : position
      var matches = true
      for (index, set) in rightSets[rule].enumerated() {
        let isKey = index + 1 < rules[rule].key.count
        let inside = place < scalars.count
        let symbol = inside ? rightClasses[scalars[place]] : 0
        guard rightClasses.members[set][Int(symbol)], inside || !isKey else {
          matches = false
          break
        }
        place += 1
      }
      if matches { return rule }
    }
    return nil
  }
}
