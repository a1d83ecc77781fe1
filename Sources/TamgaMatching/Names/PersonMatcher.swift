internal import TamgaNames
internal import TamgaText

/// Compares the parts of two persons' names and adds up the evidence: one value a thread.
struct PersonMatcher {
  static let limit = 12
  let weights: MatchWeights
  var comparer: TokenComparer
  /// The bits and levels of all pairs of parts.
  var bits = [Float](repeating: 0, count: limit * limit)
  var levels = [PartEvidence.Level](repeating: .contradiction, count: limit * limit)
  /// What the last comparison found, in the order it was found.
  private(set) var evidence: [PartEvidence] = []
  private var firstUsed = [Bool](repeating: false, count: limit)
  private var secondUsed = [Bool](repeating: false, count: limit)

  /// The bits of two given names, two family names, or one of each that have nothing in common.
  private(set) var strangers: (given: Float, family: Float, other: Float) = (0, 0, 0)

  /// Parts that have nothing to do with each other.
  static let incomparable: Float = -100

  init(weights: MatchWeights = MatchWeights(), comparer: TokenComparer = TokenComparer()) {
    self.weights = weights
    self.comparer = comparer
    strangers.given = agreement(odds: -12, rarity: 16, differs: weights.givenDiffers)
    strangers.family = agreement(odds: -12, rarity: 16, differs: weights.familyDiffers)
    strangers.other = agreement(odds: -12, rarity: 16, differs: weights.unknownDiffers)
  }

  /// The evidence that two names are of one person, in bits, without the prior.
  ///
  /// - Parameter looksQuickly: whether names of which nothing is alike are spared the alignment.
  mutating func compare(
    _ first: PreparedName, _ second: PreparedName, _ table: borrowing TokenTable,
    looksQuickly: Bool = true
  ) -> Float {
    evidence.removeAll(keepingCapacity: true)
    let (a, b) = (first.parts, second.parts)
    let n = min(a.count, Self.limit)
    let m = min(b.count, Self.limit)
    guard n > 0, m > 0 else { return -20 }
    for i in 0..<n { firstUsed[i] = false }
    for j in 0..<m { secondUsed[j] = false }
    if looksQuickly, haveNothingAlike(first, second, table) {
      weighStrangers(a, b, table)
    } else {
      takeIdentical(a, b, n, m, table)
      for i in 0..<n where !firstUsed[i] {
        for j in 0..<m where !secondUsed[j] { weigh(a[i], b[j], i * Self.limit + j, table) }
      }
      joinWritten(a, b, n, m, table)
      align(n, m)
      coverCompounds(a, b)
      join(a, b, n, m, table, swapped: false)
      join(b, a, m, n, table, swapped: true)
    }
    contradict(a, b, n, m)
    weighGender(first, second)
    weighRelatives(a, b)
    if let born = first.numbers.first, let other = second.numbers.first {
      evidence.append(
        PartEvidence(
          level: .birthDate, first: 0..<0, second: 0..<0,
          bits: born == other ? FurtherEvidence.Weight.sameYear : weights.otherYears))
    }
    weighQualifiers(first, second)
    var sum = 0.0
    for part in evidence { sum += part.bits }
    if !first.known.isEmpty, first.known.contains(where: { second.known.contains($0) }) {
      let rest = weights.known - sum
      if rest > 0 {
        evidence.append(PartEvidence(level: .linked, first: 0..<n, second: 0..<m, bits: rest))
        sum += rest
      }
    }
    return Float(sum)
  }

  /// Whether the evidence found last says that the two names' patronymics are of two fathers, and the words themselves
  /// do not sound alike.
  mutating func fathersContradict(
    _ first: PreparedName, _ second: PreparedName, _ table: borrowing TokenTable
  ) -> Bool {
    for part in evidence where part.bits < Self.otherFather {
      guard let i = part.first.first, let j = part.second.first else { continue }
      let (x, y) = (first.parts[i], second.parts[j])
      guard x.role == .patronymic, y.role == .patronymic, min(x.certainty, y.certainty) >= 60,
        x.other >= 0, y.other >= 0
      else { continue }
      if comparer.similarity(Int(x.other), Int(y.other), table).odds < 0 { return true }
    }
    return false
  }

  /// What patronymics of two fathers say against two names at least, in bits.
  private static let otherFather = -10.0

  // MARK: - Alignment

  /// Takes parts that are written alike and have one role: no other partner can be better.
  private mutating func takeIdentical(
    _ a: PartList, _ b: PartList, _ n: Int, _ m: Int, _ table: borrowing TokenTable
  ) {
    for i in 0..<n {
      for j in 0..<m
      where !secondUsed[j] && a[i].token == b[j].token && a[i].role == b[j].role {
        let cell = i * Self.limit + j
        weigh(a[i], b[j], cell, table)
        guard bits[cell] > 0.5 else { continue }
        take(i, j)
        break
      }
    }
  }

  private mutating func take(_ i: Int, _ j: Int) {
    firstUsed[i] = true
    secondUsed[j] = true
    let cell = i * Self.limit + j
    evidence.append(
      PartEvidence(
        level: levels[cell], first: i..<i + 1, second: j..<j + 1, bits: Double(bits[cell])))
  }

  /// Takes the best pairs first, each part once.
  mutating func align(_ n: Int, _ m: Int) {
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
      take(bi, bj)
    }
  }

  /// An initial stands for the whole of a compound name: К. for Қасым-Жомарт.
  private mutating func coverCompounds(_ a: PartList, _ b: PartList) {
    for part in evidence where part.level == .initial {
      guard let i = part.first.first, let j = part.second.first else { continue }
      if a[i].role == .initial, b[j].isJoined, j + 1 < min(b.count, Self.limit) {
        secondUsed[j + 1] = true
      }
      if b[j].role == .initial, a[i].isJoined, i + 1 < min(a.count, Self.limit) {
        firstUsed[i + 1] = true
      }
    }
  }

  /// Two neighbouring parts that are written as one in the other name: `Қасым-Жомарт`, `Касымжомарт`.
  private mutating func join(
    _ a: PartList, _ b: PartList, _ n: Int, _ m: Int, _ table: borrowing TokenTable,
    swapped: Bool
  ) {
    guard n > 1 else { return }
    for i in 0..<n - 1 {
      for j in 0..<m where areFree(i, j, swapped) && Self.mayJoin(a[i], a[i + 1], b[j]) {
        let value = joint(a[i], a[i + 1], b[j], odds: 0, table)
        if value > 0 { takeJoint(i, j, value, swapped) }
      }
    }
  }

  /// The same before parts are aligned one by one, where the joined words are sure, and more than either word alone:
  /// Мырза Әлі is Myrzaali, not Myrza who is of one stem with him.
  private mutating func joinWritten(
    _ a: PartList, _ b: PartList, _ n: Int, _ m: Int, _ table: borrowing TokenTable
  ) {
    if n > m { joinWritten(a, b, n, m, table, swapped: false) }
    if m > n { joinWritten(b, a, m, n, table, swapped: true) }
  }

  private mutating func joinWritten(
    _ a: PartList, _ b: PartList, _ n: Int, _ m: Int, _ table: borrowing TokenTable,
    swapped: Bool
  ) {
    for i in 0..<n - 1 {
      for j in 0..<m where areFree(i, j, swapped) {
        guard a[i].isMain, a[i + 1].isMain, b[j].isMain,
          haveOneLength(a[i].token, a[i + 1].token, b[j].token, table)
        else { continue }
        let value = joint(a[i], a[i + 1], b[j], odds: Self.sureJoint, table)
        let (x, y) =
          swapped
          ? (j * Self.limit + i, j * Self.limit + i + 1)
          : (i * Self.limit + j, (i + 1) * Self.limit + j)
        if value > max(bits[x], bits[y]) { takeJoint(i, j, value, swapped) }
      }
    }
  }

  /// Whether neither a part nor the next has a partner yet, nor a part of the other name.
  private func areFree(_ i: Int, _ j: Int, _ swapped: Bool) -> Bool {
    swapped
      ? !secondUsed[i] && !secondUsed[i + 1] && !firstUsed[j]
      : !firstUsed[i] && !firstUsed[i + 1] && !secondUsed[j]
  }

  /// What it is worth that two parts are written as one, in bits; nothing that can be compared where the odds are not above these.
  private mutating func joint(
    _ first: NamePart, _ second: NamePart, _ whole: NamePart, odds least: Float,
    _ table: borrowing TokenTable
  ) -> Float {
    let odds = comparer.joined(Int(first.token), Int(second.token), Int(whole.token), table)
    guard odds > least else { return Self.incomparable }
    let rarity = table.entries[Int(first.token)].rarity + table.entries[Int(second.token)].rarity
    return agreement(odds: odds, rarity: min(rarity, 16), differs: weights.unknownDiffers)
  }

  private mutating func takeJoint(_ i: Int, _ j: Int, _ value: Float, _ swapped: Bool) {
    use(i, swapped)
    use(i + 1, swapped)
    use(j, !swapped)
    evidence.append(
      PartEvidence(
        level: .compound, first: swapped ? j..<j + 1 : i..<i + 2,
        second: swapped ? i..<i + 2 : j..<j + 1, bits: Double(value)))
  }

  /// The odds from which two words are surely written as one, in bits.
  private static let sureJoint: Float = 4

  /// Whether a word is about as long as two others together.
  private func haveOneLength(
    _ first: Int32, _ second: Int32, _ whole: Int32, _ table: borrowing TokenTable
  ) -> Bool {
    let parts = table.entries[Int(first)].letters.count + table.entries[Int(second)].letters.count
    let length = table.entries[Int(whole)].letters.count
    return length > 5 && abs(parts - length) <= 2
  }

  private mutating func use(_ index: Int, _ isSecond: Bool) {
    if isSecond { secondUsed[index] = true } else { firstUsed[index] = true }
  }

  private static func mayJoin(_ a: NamePart, _ b: NamePart, _ whole: NamePart) -> Bool {
    for part in [a, b, whole] where part.role == .initial || part.role == .patronymic {
      return false
    }
    return a.role == b.role || a.role == .unknown || b.role == .unknown
  }

  /// Parts without a partner on both sides contradict each other; on one side only, they were left out.
  private mutating func contradict(
    _ a: PartList, _ b: PartList, _ n: Int, _ m: Int
  ) {
    for i in 0..<n where !firstUsed[i] {
      var best: Float = Self.incomparable
      var partner = -1
      for j in 0..<m where !secondUsed[j] {
        let value = bits[i * Self.limit + j]
        if value > best, Self.mayContradict(a[i], b[j]) {
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
      evidence.append(
        PartEvidence(level: .omission, first: i..<i + 1, second: 0..<0, bits: -omission(a, i, m)))
    }
    for j in 0..<m where !secondUsed[j] {
      evidence.append(
        PartEvidence(level: .omission, first: 0..<0, second: j..<j + 1, bits: -omission(b, j, n)))
    }
  }

  /// What it costs to leave a part out: a half of a compound is seldom left out, when there is another part beside it.
  private func omission(_ parts: PartList, _ index: Int, _ others: Int) -> Double {
    let isHalf = parts[index].isJoined || index > 0 && parts[index - 1].isJoined
    return isHalf && others > 1 && parts[index].role == .given && !parts[index].isTitle
      ? weights.halfOmitted : weights.omission
  }

  /// Whether two parts speak of the same thing, so that their difference is evidence.
  private static func mayContradict(_ a: NamePart, _ b: NamePart) -> Bool {
    switch (a.role, b.role) {
    case (.nickname, _), (_, .nickname): false
    case (.given, .family), (.family, .given): a.certainty < 75 || b.certainty < 75
    case (.patronymic, .unknown), (.unknown, .patronymic): false
    default: true
    }
  }

  // MARK: - The names as wholes

  private mutating func weighGender(_ first: PreparedName, _ second: PreparedName) {
    var certainty = 0.0
    if first.gender != 0, second.gender != 0, first.gender != second.gender {
      certainty = Double(first.genderCertainty) * Double(second.genderCertainty) / 10_000
    }
    // The endings of two forms of one family name are surer than all else.
    if certainty < weights.twinCertainty, evidence.contains(where: { $0.level == .genderTwin }) {
      certainty = weights.twinCertainty
    }
    guard certainty > 0.5 else { return }
    evidence.append(
      PartEvidence(
        level: .gender, first: 0..<0, second: 0..<0,
        bits: Logarithm.base2(certainty * weights.genderDiffers + (1 - certainty))))
  }

  /// What stands in brackets behind both names, and is not the same: it stands there to tell namesakes apart. In two
  /// scripts it may be one word in two languages.
  private mutating func weighQualifiers(_ first: PreparedName, _ second: PreparedName) {
    guard !first.qualifiers.isEmpty, !second.qualifiers.isEmpty,
      !first.qualifiers.contains(where: { second.qualifiers.contains($0) }),
      first.qualifiers.contains(where: { x in second.qualifiers.contains { $0 & 1 == x & 1 } })
    else { return }
    evidence.append(
      PartEvidence(
        level: .qualifier, first: 0..<0, second: 0..<0, bits: weights.otherQualifier))
  }

  /// Relatives share a family name and often a patronymic: together these cannot say more than how rare relatives are.
  private mutating func weighRelatives(_ a: PartList, _ b: PartList) {
    var shared = 0.0
    var givenAgrees = false
    var initialAgrees = false
    for part in evidence where part.bits > 0 {
      if part.level == .initial { initialAgrees = true }
      guard let i = part.first.first, let j = part.second.first else { continue }
      if a[i].role == .given, b[j].role == .given, part.bits > 2 { givenAgrees = true }
      if a[i].role == .family || a[i].role == .patronymic || b[j].role == .family
        || b[j].role == .patronymic
      {
        shared += part.bits
      }
    }
    guard shared > 0 else { return }
    // Near relatives do not bear one given name.
    let share =
      weights.relatives
      * (givenAgrees
        ? weights.relativesShareGiven : initialAgrees ? weights.relativesShareInitial : 1)
    let different = (1 - share) * Logarithm.power2(-shared) + share
    let correction = -Logarithm.base2(different) - shared
    if correction < -0.05 {
      evidence.append(
        PartEvidence(level: .relatives, first: 0..<0, second: 0..<0, bits: correction))
    }
  }

  /// The weight of evidence of a soft agreement (Fellegi–Sunter). For one entity the two are the same name but for a
  /// share `differs`. For two entities they are the same name only as often as the name is common, a name that is
  /// confused with it about as often as `confusable` says, and else one that is nothing like it. Names a lexicon
  /// knows as two are never confused: people who bear them live side by side.
  func agreement(
    odds: Float, rarity: Float, differs: Double, isDistinct: Bool = false
  ) -> Float {
    let likelihood = Logarithm.power2(Double(odds))
    let common = Logarithm.power2(-Double(rarity))
    let confusable = isDistinct ? 1 : weights.confusable
    // How often a name that is nothing like it looks so: below the odds of neighbours, always.
    let unlike = min(1, Logarithm.power2(-4 - Double(odds)))
    let same = (1 - differs) * likelihood + differs * max(unlike, confusable)
    let different = common * likelihood + confusable + (1 - common) * unlike
    return Float(Logarithm.base2(same / different))
  }
}
