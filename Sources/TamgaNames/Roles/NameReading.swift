internal import TamgaText

/// A name's tokens with their facts and the words' marks, for the readers of persons and of things.
struct NameReading: Sendable {
  private(set) var tokens: [NameToken] = []
  private(set) var facts: [TokenFacts] = []
  /// The marks of each token as a word, or of the expression it stands in.
  private(set) var words: [WordMarks] = []
  /// For each token the number of the first token of its expression.
  private(set) var groups: [Int] = []
  var roles: [TokenRole] = []

  var count: Int { tokens.count }

  /// Forgets the last name.
  mutating func begin() {
    tokens.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    roles.removeAll(keepingCapacity: true)
  }

  /// Takes in a word.
  @inline(__always)
  mutating func append(_ token: NameToken, _ facts: TokenFacts) {
    tokens.append(token)
    self.facts.append(facts)
  }

  /// Takes in what a reading that is known says of the next word.
  @inline(__always)
  mutating func take(_ role: TokenRole, _ words: WordMarks, group: Int) {
    roles.append(role)
    self.words.append(words)
    groups.append(group)
  }

  /// Finds the expressions in the name that was taken in.
  mutating func finish(_ index: PartTable) {
    for number in 0..<count {
      take(
        TokenRole(role: .name, probability: 1, reason: .plain),
        Self.marks(facts[number], tokens[number]), group: number)
    }
    var number = 0
    while number < count {
      number += words[number].contains(.opens) ? expression(at: number, index) : 1
    }
  }

  /// The marks of a word; a capital with a period is an initial before it is `город` or `село`.
  private static func marks(_ facts: TokenFacts, _ token: NameToken) -> WordMarks {
    guard facts.letterCount == 1, token.marks.isSuperset(of: [.dotted, .capital]) else {
      return facts.words
    }
    return []
  }

  /// Marks the longest expression that begins at a token; returns how many tokens to pass.
  private mutating func expression(at start: Int, _ index: PartTable) -> Int {
    guard start + 1 < count else { return 1 }
    var best: (length: Int, marks: WordMarks) = (1, [])
    for hash in [facts[start].hash, facts[start].stemHash] where hash != 0 {
      follow(start, start + 1, hash, index, &best)
    }
    if best.length > 1 { mark(start..<start + best.length, best.marks) }
    // The name of a place or a work may hold a kind word of its own.
    return Self.isName(best.marks) ? 1 : best.length
  }

  /// Tries to go on with each of the two forms of the next word: as it stands, and as a stem.
  private func follow(
    _ start: Int, _ next: Int, _ joined: UInt64, _ index: PartTable,
    _ best: inout (length: Int, marks: WordMarks)
  ) {
    guard next < min(start + PartTable.longestExpression, count),
      !tokens[next].marks.contains(.afterComma)
    else { return }
    for hash in [facts[next].hash, facts[next].stemHash] where hash != 0 {
      let longer = LetterHash.join(joined, hash)
      let length = next - start + 1
      if length > best.length,
        let marks = index.expression(longer, facts[start].firstLetter)
      {
        best = (length, marks)
      }
      follow(start, next + 1, longer, index, &best)
    }
  }

  private mutating func mark(_ range: Range<Int>, _ marks: WordMarks) {
    for position in range {
      words[position].formUnion(marks)
      if !Self.isName(marks) { groups[position] = range.lowerBound }
    }
  }

  /// Whether an expression is what is named, and not a word about it.
  private static func isName(_ marks: WordMarks) -> Bool {
    marks == .place || marks == .workTitle
  }

  mutating func set(
    _ index: Int, _ role: NameRole, _ probability: Float, _ reason: RoleReason
  ) {
    roles[index] = TokenRole(role: role, probability: probability, reason: reason)
  }
}
