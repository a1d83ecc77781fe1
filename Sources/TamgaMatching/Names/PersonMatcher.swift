internal import TamgaText

/// Compares the parts of two persons' names and adds up the evidence: one value a thread.
struct PersonMatcher {
  private static let limit = 12
  private let weights: MatchWeights
  var comparer: TokenComparer
  /// The bits and levels of all pairs of parts.
  private var bits = [Float](repeating: 0, count: limit * limit)
  private var levels = [PartEvidence.Level](repeating: .contradiction, count: limit * limit)
  /// What the last comparison found, in the order it was found.
  private(set) var evidence: [PartEvidence] = []
  private var firstUsed = [Bool](repeating: false, count: limit)
  private var secondUsed = [Bool](repeating: false, count: limit)

  init(weights: MatchWeights = MatchWeights(), comparer: TokenComparer = TokenComparer()) {
    self.weights = weights
    self.comparer = comparer
  }

  /// The evidence that two names are of one person, in bits, without the prior.
  mutating func compare(
    _ a: Span<NamePart>, _ b: Span<NamePart>, _ table: borrowing TokenTable
  ) -> Float {
    evidence.removeAll(keepingCapacity: true)
    let n = min(a.count, Self.limit)
    let m = min(b.count, Self.limit)
    guard n > 0, m > 0 else { return -20 }
    for i in 0..<n {
      firstUsed[i] = false
      for j in 0..<m { weigh(a[i], b[j], i * Self.limit + j, table) }
    }
    for j in 0..<m { secondUsed[j] = false }
    align(a, b, n, m)
    joinCompounds(a, b, n, m, table)
    contradict(a, b, n, m)
    return total()
  }

  /// Takes the best pairs first, each part once.
  private mutating func align(_ a: Span<NamePart>, _ b: Span<NamePart>, _ n: Int, _ m: Int) {
    while true {
      var best: Float = 0.5
      var (bi, bj) = (-1, -1)
      for i in 0..<n where !firstUsed[i] {
        for j in 0..<m where !secondUsed[j] {
          let value = bits[i * Self.limit + j]
          if value > best {
            best = value
            (bi, bj) = (i, j)
          }
        }
      }
      guard bi >= 0 else { return }
      firstUsed[bi] = true
      secondUsed[bj] = true
      evidence.append(
        PartEvidence(
          level: levels[bi * Self.limit + bj], first: bi..<bi + 1, second: bj..<bj + 1,
          bits: Double(best)))
    }
  }

  /// Two neighbouring parts that are written as one in the other name: `Қасым-Жомарт`, `Касымжомарт`.
  private mutating func joinCompounds(
    _ a: Span<NamePart>, _ b: Span<NamePart>, _ n: Int, _ m: Int, _ table: borrowing TokenTable
  ) {
    join(a, b, n, m, table, swapped: false)
    join(b, a, m, n, table, swapped: true)
  }

  private mutating func join(
    _ a: Span<NamePart>, _ b: Span<NamePart>, _ n: Int, _ m: Int, _ table: borrowing TokenTable,
    swapped: Bool
  ) {
    guard n > 1 else { return }
    for i in 0..<n - 1 {
      for j in 0..<m {
        let isFree =
          swapped
          ? !secondUsed[i] && !secondUsed[i + 1] && !firstUsed[j]
          : !firstUsed[i] && !firstUsed[i + 1] && !secondUsed[j]
        guard isFree, a[i].role != .initial, a[i + 1].role != .initial, b[j].role != .initial
        else { continue }
        let odds = comparer.joined(Int(a[i].token), Int(a[i + 1].token), Int(b[j].token), table)
        guard odds > 0 else { continue }
        let rarity =
          min(table.entries[Int(a[i].token)].rarity + table.entries[Int(a[i + 1].token)].rarity, 16)
        let value = agreement(odds: odds, rarity: rarity, differs: weights.unknownDiffers)
        guard value > 0 else { continue }
        let (first, second) = (i..<i + 2, j..<j + 1)
        if swapped {
          secondUsed[i] = true
          secondUsed[i + 1] = true
          firstUsed[j] = true
        } else {
          firstUsed[i] = true
          firstUsed[i + 1] = true
          secondUsed[j] = true
        }
        evidence.append(
          PartEvidence(
            level: .compound, first: swapped ? second : first, second: swapped ? first : second,
            bits: Double(value)))
      }
    }
  }

  /// Parts without a partner on both sides contradict each other; on one side only, they were left out.
  private mutating func contradict(
    _ a: Span<NamePart>, _ b: Span<NamePart>, _ n: Int, _ m: Int
  ) {
    for i in 0..<n where !firstUsed[i] {
      var best: Float = -.infinity
      var partner = -1
      for j in 0..<m where !secondUsed[j] && Self.mayContradict(a[i], b[j]) {
        let value = bits[i * Self.limit + j]
        if value > best {
          best = value
          partner = j
        }
      }
      guard partner >= 0 else { continue }
      firstUsed[i] = true
      secondUsed[partner] = true
      evidence.append(
        PartEvidence(
          level: levels[i * Self.limit + partner], first: i..<i + 1, second: partner..<partner + 1,
          bits: Double(min(best, 0))))
    }
    for i in 0..<n where !firstUsed[i] {
      evidence.append(PartEvidence(level: .omission, first: i..<i + 1, second: 0..<0, bits: -0.3))
    }
    for j in 0..<m where !secondUsed[j] {
      evidence.append(PartEvidence(level: .omission, first: 0..<0, second: j..<j + 1, bits: -0.3))
    }
  }

  /// Whether two parts speak of the same thing, so that their difference is evidence.
  private static func mayContradict(_ a: NamePart, _ b: NamePart) -> Bool {
    switch (a.role, b.role) {
    case (.nickname, _), (_, .nickname): false
    case (.patronymic, .patronymic): true
    case (.patronymic, .initial), (.initial, .patronymic): true
    case (.patronymic, _), (_, .patronymic): false
    case (.given, .family), (.family, .given): false
    default: true
    }
  }

  /// The bits of a pair of parts, into the matrix.
  private mutating func weigh(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    bits[cell] = -100
    levels[cell] = .contradiction
    if a.role == .initial || b.role == .initial {
      weighInitial(a, b, cell, table)
      return
    }
    let similarity = comparer.similarity(Int(a.token), Int(b.token), table)
    let differs: Double =
      switch (a.role, b.role) {
      case (.given, .given): weights.givenDiffers
      case (.family, .family): weights.familyDiffers
      case (.patronymic, .patronymic): weights.patronymicDiffers
      default: weights.unknownDiffers
      }
    let rarity = min(table.entries[Int(a.token)].rarity, table.entries[Int(b.token)].rarity)
    bits[cell] = agreement(odds: similarity.odds, rarity: rarity, differs: differs)
    levels[cell] =
      if a.token == b.token {
        .exact
      } else if similarity.odds <= 0 {
        .contradiction
      } else if similarity.link == .diminutive {
        .diminutive
      } else if similarity.link == .linked, similarity.ratio < -0.35 {
        .linked
      } else {
        .spelling
      }
  }

  private mutating func weighInitial(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    if comparer.sharesInitial(Int(a.token), Int(b.token), table) {
      bits[cell] = 2.5
      levels[cell] = .initial
    } else {
      bits[cell] = Float(Logarithm.base2(weights.initialDiffers))
      levels[cell] = .initialContradiction
    }
  }

  /// The weight of evidence of a soft agreement (Fellegi–Sunter): for one entity the two are the same name but for a
  /// share `differs`; for two entities they are the same name only as often as the name is common.
  private func agreement(odds: Float, rarity: Float, differs: Double) -> Float {
    let likelihood = Logarithm.power2(Double(odds))
    let common = Logarithm.power2(-Double(rarity))
    let same = (1 - differs) * likelihood + differs
    let different = common * likelihood + (1 - common)
    return Float(Logarithm.base2(same / different))
  }

  private func total() -> Float {
    var sum = 0.0
    for part in evidence { sum += part.bits }
    return Float(sum)
  }
}
