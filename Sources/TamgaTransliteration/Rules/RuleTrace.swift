/// Runs rules one step at a time, to say which of them did what. For reports, not for bulk.
struct RuleTrace {
  private let rules: [TransformRule]
  private let tables: TransducerTables
  /// The first letter of the alphabet that is written so, in small letters: it is the one that is read back.
  private let first: [[UInt32]: UInt32]

  init(_ rules: [TransformRule]) {
    self.rules = rules
    tables = TransducerTables(rules)
    var first: [[UInt32]: UInt32] = [:]
    for rule in rules where rule.key.count == 1 && !rule.isForeign && !rule.output.isEmpty {
      let written = Self.lower(rule.output)
      if first[written] == nil { first[written] = Self.lower(rule.key)[0] }
    }
    self.first = first
  }

  private static func lower(_ scalars: [UInt32]) -> [UInt32] {
    scalars.map { scalar in
      guard let letter = Unicode.Scalar(scalar) else { return scalar }
      let folded = letter.properties.lowercaseMapping.unicodeScalars
      return folded.count == 1 ? folded.first?.value ?? scalar : scalar
    }
  }

  private static func text(_ scalars: some Sequence<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(text)
  }

  /// The letters of a text in NFC that do not come back.
  func losses(in text: String) -> [TransliterationReport.Change] {
    let scalars = text.unicodeScalars.map(\.value)
    var changes: [TransliterationReport.Change] = []
    func note(_ kind: TransliterationReport.Kind, _ letter: String, _ result: String) {
      let index = changes.firstIndex {
        $0.kind == kind && $0.letter == letter && $0.result == result
      }
      let count = index.map { changes[$0].count } ?? 0
      let change = TransliterationReport.Change(
        kind: kind, letter: letter, result: result, count: count + 1)
      if let index { changes[index] = change } else { changes.append(change) }
    }
    var state = tables.automaton.start
    var position = 0
    while position < scalars.count {
      guard let rule = tables.match(scalars.span, at: position, state: state) else {
        let scalar = scalars[position]
        if let letter = Unicode.Scalar(scalar), letter.properties.isAlphabetic, !isTarget(scalar) {
          note(.kept, String(Character(letter)), String(Character(letter)))
        }
        state = tables.automaton.step(state, scalar)
        position += 1
        continue
      }
      let found = rules[rule]
      let letter = Self.text(found.key)
      if found.isForeign {
        note(.folded, letter, Self.text(found.output))
      } else if found.output.isEmpty {
        if !found.key.isEmpty { note(.dropped, letter, "") }
      } else if found.key.count == 1, let other = first[Self.lower(found.output)],
        other != Self.lower(found.key)[0]
      {
        note(.merged, letter, Self.text(found.output))
      }
      state = tables.automaton.step(state, found.output)
      position += found.key.count
    }
    return changes
  }

  /// Whether a letter occurs in what the rules write.
  private func isTarget(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return true }
    return rules.contains { !$0.isForeign && $0.output.contains(scalar) }
  }
}
