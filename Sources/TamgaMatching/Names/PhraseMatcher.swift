internal import TamgaText

/// Compares the names of places, organisations and works: words that mean something and words that are names.
struct PhraseMatcher {
  private static let limit = 24
  private let concepts: Concepts
  var comparer: TokenComparer
  private var bits = [Float](repeating: 0, count: limit * limit)
  private var firstUsed = [Bool](repeating: false, count: limit)
  private var secondUsed = [Bool](repeating: false, count: limit)
  private(set) var evidence: [PartEvidence] = []

  init(concepts: Concepts = .shipped, comparer: TokenComparer = TokenComparer()) {
    self.concepts = concepts
    self.comparer = comparer
  }

  /// The evidence that two names are of one entity, in bits, without the prior.
  mutating func compare(
    _ first: PreparedName, _ second: PreparedName, _ table: borrowing TokenTable
  ) -> Float {
    evidence.removeAll(keepingCapacity: true)
    let weights: PhraseWeights =
      switch first.type {
      case .place: .place
      case .organization: .organization
      default: .work
      }
    let (a, b) = (first.parts, second.parts)
    let n = min(a.count, Self.limit)
    let m = min(b.count, Self.limit)
    guard n > 0, m > 0 else { return -20 }
    for i in 0..<n {
      firstUsed[i] = false
      for j in 0..<m {
        bits[i * Self.limit + j] = Float(pair(a[i], b[j], weights, table))
      }
    }
    for j in 0..<m { secondUsed[j] = false }
    align(n, m)
    join(a, b, n, m, table, weights)
    settle(a, b, n, m, table, weights)
    if first.type == .place { weighGazetteer(first, second) }
    var sum = 0.0
    for part in evidence { sum += part.bits }
    return Float(sum)
  }

  /// The bits of two parts that agree; 0 or less where they do not.
  private mutating func pair(
    _ a: NamePart, _ b: NamePart, _ weights: PhraseWeights, _ table: borrowing TokenTable
  ) -> Double {
    if a.concept >= 0, a.concept == b.concept { return weight(a, weights, table) }
    guard a.role != .kind, b.role != .kind else { return 0 }
    var odds = comparer.similarity(Int(a.token), Int(b.token), table).odds
    for (x, y) in [(a.other, b.token), (a.token, b.other), (a.other, b.other)]
    where x >= 0 && y >= 0 && odds < 4 {
      odds = max(odds, comparer.similarity(Int(x), Int(y), table).odds - 1)
    }
    guard odds > -2 else { return 0 }
    let rarity = min(weight(a, weights, table), weight(b, weights, table))
    let likelihood = Logarithm.power2(Double(odds))
    let common = Logarithm.power2(-rarity)
    return Logarithm.base2(
      ((1 - weights.wordDiffers) * likelihood + weights.wordDiffers)
        / (common * likelihood + 1 - common))
  }

  /// What a part weighs: by its meaning, else by its rarity.
  private func weight(
    _ part: NamePart, _ weights: PhraseWeights, _ table: borrowing TokenTable
  ) -> Double {
    guard part.concept >= 0 else {
      return min(Double(table.entries[Int(part.token)].rarity), weights.limit)
    }
    return switch concepts.concepts[Int(part.concept)].kind {
    case .placeKind, .workKind: weights.placeKind
    case .kind: weights.kind
    case .descriptor: weights.descriptor
    case .field: weights.field
    case .unit: weights.unit
    case .adjective: weights.adjective
    case .grammar: 0
    case .legalForm: weights.legalForm
    }
  }

  private mutating func align(_ n: Int, _ m: Int) {
    while true {
      var best: Float = 0.25
      var (bi, bj) = (-1, -1)
      for i in 0..<n where !firstUsed[i] {
        for j in 0..<m where !secondUsed[j] && bits[i * Self.limit + j] > best {
          best = bits[i * Self.limit + j]
          (bi, bj) = (i, j)
        }
      }
      guard bi >= 0 else { return }
      firstUsed[bi] = true
      secondUsed[bj] = true
      evidence.append(
        PartEvidence(
          level: .spelling, first: bi..<bi + 1, second: bj..<bj + 1, bits: Double(best)))
    }
  }

  /// Two words that are written as one in the other name.
  private mutating func join(
    _ a: [NamePart], _ b: [NamePart], _ n: Int, _ m: Int, _ table: borrowing TokenTable,
    _ weights: PhraseWeights
  ) {
    for i in 0..<max(n - 1, 0) {
      for j in 0..<m where !firstUsed[i] && !firstUsed[i + 1] && !secondUsed[j] {
        let odds = comparer.joined(Int(a[i].token), Int(a[i + 1].token), Int(b[j].token), table)
        if odds > 1 {
          (firstUsed[i], firstUsed[i + 1], secondUsed[j]) = (true, true, true)
          addCompound(i..<i + 2, j..<j + 1, odds, weight(b[j], weights, table))
        }
      }
    }
    for j in 0..<max(m - 1, 0) {
      for i in 0..<n where !secondUsed[j] && !secondUsed[j + 1] && !firstUsed[i] {
        let odds = comparer.joined(Int(b[j].token), Int(b[j + 1].token), Int(a[i].token), table)
        if odds > 1 {
          (secondUsed[j], secondUsed[j + 1], firstUsed[i]) = (true, true, true)
          addCompound(i..<i + 1, j..<j + 2, odds, weight(a[i], weights, table))
        }
      }
    }
  }

  private mutating func addCompound(
    _ first: Range<Int>, _ second: Range<Int>, _ odds: Float, _ weight: Double
  ) {
    evidence.append(
      PartEvidence(level: .compound, first: first, second: second, bits: min(Double(odds), weight)))
  }

  /// What is left on either side.
  private mutating func settle(
    _ a: [NamePart], _ b: [NamePart], _ n: Int, _ m: Int, _ table: borrowing TokenTable,
    _ weights: PhraseWeights
  ) {
    var (first, second) = (0.0, 0.0)
    var kinds = (-1, -1)
    for i in 0..<n where !firstUsed[i] {
      if a[i].role == .kind { kinds.0 = i } else { first += weight(a[i], weights, table) }
    }
    for j in 0..<m where !secondUsed[j] {
      if b[j].role == .kind { kinds.1 = j } else { second += weight(b[j], weights, table) }
    }
    if kinds.0 >= 0, kinds.1 >= 0 {
      evidence.append(
        PartEvidence(
          level: .differentKind, first: kinds.0..<kinds.0 + 1, second: kinds.1..<kinds.1 + 1,
          bits: weights.differentKind))
    }
    let contradiction = min(first, second) * weights.difference
    if contradiction > 0 {
      evidence.append(
        PartEvidence(level: .contradiction, first: 0..<n, second: 0..<m, bits: -contradiction))
    }
    let omitted = abs(first - second) * weights.omission
    if omitted > 0 {
      evidence.append(
        PartEvidence(level: .omission, first: 0..<n, second: 0..<m, bits: -omitted))
    }
  }

  /// A gazetteer may know the two names as one place, or as two.
  private mutating func weighGazetteer(_ first: PreparedName, _ second: PreparedName) {
    guard !first.places.isEmpty, !second.places.isEmpty else { return }
    var sum = 0.0
    for part in evidence { sum += part.bits }
    if first.places.contains(where: { second.places.contains($0) }) {
      let linked = max(0, 10 - sum)
      evidence.append(
        PartEvidence(
          level: .linked, first: 0..<first.parts.count, second: 0..<second.parts.count,
          bits: linked + 1))
    } else {
      evidence.append(
        PartEvidence(
          level: .contradiction, first: 0..<first.parts.count, second: 0..<second.parts.count,
          bits: -4))
    }
  }
}
