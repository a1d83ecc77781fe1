internal import TamgaNames
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

  /// Parts that have nothing to do with each other.
  private static let incomparable: Float = -100

  init(weights: MatchWeights = MatchWeights(), comparer: TokenComparer = TokenComparer()) {
    self.weights = weights
    self.comparer = comparer
  }

  /// The evidence that two names are of one person, in bits, without the prior.
  mutating func compare(
    _ first: PreparedName, _ second: PreparedName, _ table: borrowing TokenTable
  ) -> Float {
    evidence.removeAll(keepingCapacity: true)
    let (a, b) = (first.parts.span, second.parts.span)
    let n = min(a.count, Self.limit)
    let m = min(b.count, Self.limit)
    guard n > 0, m > 0 else { return -20 }
    for i in 0..<n { firstUsed[i] = false }
    for j in 0..<m { secondUsed[j] = false }
    takeIdentical(a, b, n, m, table)
    for i in 0..<n where !firstUsed[i] {
      for j in 0..<m where !secondUsed[j] { weigh(a[i], b[j], i * Self.limit + j, table) }
    }
    align(n, m)
    coverCompounds(a, b)
    join(a, b, n, m, table, swapped: false)
    join(b, a, m, n, table, swapped: true)
    contradict(a, b, n, m)
    weighGender(first, second)
    weighRelatives(a, b)
    if let born = first.numbers.first, let other = second.numbers.first {
      evidence.append(
        PartEvidence(
          level: .birthDate, first: 0..<0, second: 0..<0,
          bits: born == other ? FurtherEvidence.Weight.sameYear : weights.otherYears))
    }
    var sum = 0.0
    for part in evidence { sum += part.bits }
    return Float(sum)
  }

  /// Whether a word that the shorter name stands on sounds like no word of the other: a quick look that saves the full
  /// comparison of most pairs that only share a key.
  mutating func areStrangers(
    _ first: PreparedName, _ second: PreparedName, _ table: borrowing TokenTable
  ) -> Bool {
    let (n, m) = (first.mainWords, second.mainWords)
    guard min(n, m) == 2 else { return false }
    let (short, long) =
      n <= m
      ? (first.parts.span, second.parts.span)
      : (second.parts.span, first.parts.span)
    for i in 0..<short.count where short[i].isMain {
      var isAlone = true
      for j in 0..<long.count where isAlone && long[j].isMain {
        isAlone = !mayBeAlike(short[i], long[j], table)
      }
      if isAlone { return true }
    }
    return false
  }

  private mutating func mayBeAlike(
    _ a: NamePart, _ b: NamePart, _ table: borrowing TokenTable
  ) -> Bool {
    if a.isJoined || b.isJoined || a.token == b.token { return true }
    if mayBeAlike(a.token, b.token, table) { return true }
    return mayBeAlike(a.other, b.token, table) || mayBeAlike(a.token, b.other, table)
      || mayBeAlike(a.other, b.other, table) || mayBeAlike(a.another, b.token, table)
      || mayBeAlike(a.token, b.another, table)
  }

  private mutating func mayBeAlike(
    _ a: Int32, _ b: Int32, _ table: borrowing TokenTable
  ) -> Bool {
    a >= 0 && b >= 0 && !comparer.areFar(Int(a), Int(b), below: Self.strange, table)
      && comparer.similarity(Int(a), Int(b), table).odds > Self.strange
  }

  /// Words below these odds are not taken for spellings of one, in bits.
  private static let strange: Float = -4

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
    _ a: Span<NamePart>, _ b: Span<NamePart>, _ n: Int, _ m: Int, _ table: borrowing TokenTable
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
  private mutating func align(_ n: Int, _ m: Int) {
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
  private mutating func coverCompounds(_ a: Span<NamePart>, _ b: Span<NamePart>) {
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
        guard isFree, Self.mayJoin(a[i], a[i + 1], b[j]) else { continue }
        let odds = comparer.joined(Int(a[i].token), Int(a[i + 1].token), Int(b[j].token), table)
        guard odds > 0 else { continue }
        let rarity =
          min(table.entries[Int(a[i].token)].rarity + table.entries[Int(a[i + 1].token)].rarity, 16)
        let value = agreement(odds: odds, rarity: rarity, differs: weights.unknownDiffers)
        guard value > 0 else { continue }
        use(i, swapped)
        use(i + 1, swapped)
        use(j, !swapped)
        evidence.append(
          PartEvidence(
            level: .compound, first: swapped ? j..<j + 1 : i..<i + 2,
            second: swapped ? i..<i + 2 : j..<j + 1, bits: Double(value)))
      }
    }
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
    _ a: Span<NamePart>, _ b: Span<NamePart>, _ n: Int, _ m: Int
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
  private func omission(_ parts: Span<NamePart>, _ index: Int, _ others: Int) -> Double {
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

  // MARK: - Pairs of parts

  /// The bits of a pair of parts, into the matrix.
  private mutating func weigh(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    bits[cell] = Self.incomparable
    levels[cell] = .contradiction
    switch (a.role, b.role) {
    case (.initial, _), (_, .initial): weighInitial(a, b, cell, table)
    case (.patronymic, .patronymic): weighPatronymics(a, b, cell, table)
    case (.patronymic, .family): weighPatronymic(a, asFamily: b, cell, table)
    case (.family, .patronymic): weighPatronymic(b, asFamily: a, cell, table)
    case (.patronymic, .given), (.given, .patronymic): break
    case (.family, .family): weighFamilies(a, b, cell, table)
    case (.given, .given):
      weighTokens(a, b, cell, table, weights.givenDiffers)
      if bits[cell] <= 0, a.other >= 0 || b.other >= 0 { weighStems(a, b, cell, table) }
    case (.given, .family), (.family, .given):
      weighTokens(a, b, cell, table, weights.unknownDiffers)
      // Certain of both roles, only a mistaken order explains the agreement.
      let certainty = Float(min(a.certainty, b.certainty)) / 100
      bits[cell] -= Float(weights.swap) * certainty
      // A family may be called by the bare name of an ancestor: Жанбулатов, Жанбулат.
      if bits[cell] <= 0, a.other >= 0 || b.other >= 0 { weighStems(a, b, cell, table) }
    default:
      weighTokens(a, b, cell, table, weights.unknownDiffers)
      if bits[cell] <= 0, a.other >= 0 || b.other >= 0 { weighStems(a, b, cell, table) }
    }
  }

  private mutating func weighTokens(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable, _ differs: Double
  ) {
    let similarity = comparer.similarity(Int(a.token), Int(b.token), table)
    let rarity = min(table.entries[Int(a.token)].rarity, table.entries[Int(b.token)].rarity)
    // What is written alike is one name, however short: only how common it is counts.
    let odds = a.token == b.token ? max(similarity.odds, rarity + 6) : similarity.odds
    bits[cell] = agreement(
      odds: odds, rarity: rarity, differs: differs, isDistinct: similarity.link == .distinct)
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

  private mutating func weighFamilies(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    weighTokens(a, b, cell, table, weights.familyDiffers)
    let whole = comparer.similarity(Int(a.token), Int(b.token), table)
    // Where the words sound alike, an ending that one language sees in them and another does not is none.
    if whole.link != .distinct, whole.ratio > Self.alike, bits[cell] > 0 { return }
    if whole.link != .linked, a.other >= 0, b.other >= 0, bits[cell] > 0,
      areWritten(a.other, b.other, table)
    {
      // Stems that a lexicon knows as two names: Қасымов and Қазымов.
      let stems = comparer.similarity(Int(a.other), Int(b.other), table)
      if stems.link == .distinct, stems.odds < 2 {
        bits[cell] = agreement(
          odds: stems.odds, rarity: 10, differs: weights.familyDiffers, isDistinct: true)
        levels[cell] = .contradiction
        return
      }
    }
    // -ov and -lı are two names, however alike they sound.
    if isReform(a, b) {
      bits[cell] = min(bits[cell], 0)
      weighStems(a, b, cell, table)
      return
    }
    if a.ending != 0, a.ending == b.ending, a.tradition != .other, a.other >= 0, b.other >= 0,
      bits[cell] > 0
    {
      weighBySharedEnding(a, b, cell, table)
    }
    let isTwin = a.gender != 0 && b.gender != 0 && a.gender != b.gender
    if isTwin {
      // The gender's own evidence is weighed once, for the whole names.
      weighStems(a, b, cell, table)
      if bits[cell] > 0 { levels[cell] = .genderTwin }
    } else if bits[cell] <= 2, a.other >= 0 || b.other >= 0 {
      weighStems(a, b, cell, table)
    }
  }

  /// Whether the lexicons have two tokens as they are written.
  private func areWritten(_ a: Int32, _ b: Int32, _ table: borrowing TokenTable) -> Bool {
    table.entries[Int(a)].isWritten && table.entries[Int(b)].isWritten
  }

  /// The ratio of two words that differ in nothing but how letters are written, from 0 for one word.
  private static let alike: Float = -0.15

  /// An ending that thousands of family names have says nothing: Горбачёв and Грибачёв are as near as their stems.
  private mutating func weighBySharedEnding(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    let whole = comparer.similarity(Int(a.token), Int(b.token), table)
    guard whole.link != .linked, a.token != b.token else { return }
    let stems = comparer.similarity(Int(a.other), Int(b.other), table)
    // Stems that only sound like two names of the lexicon are no sign of two.
    if stems.link == .distinct, !areWritten(a.other, b.other, table) { return }
    var stem = stems.odds
    for x in [a.other, a.another] where x >= 0 {
      for y in [b.other, b.another] where y >= 0 {
        stem = max(stem, comparer.similarity(Int(x), Int(y), table).odds)
      }
    }
    guard stem + Self.endingOdds < whole.odds else { return }
    let rarity = min(table.entries[Int(a.token)].rarity, table.entries[Int(b.token)].rarity)
    bits[cell] = agreement(
      odds: stem + Self.endingOdds, rarity: rarity, differs: weights.familyDiffers)
    if bits[cell] <= 0 { levels[cell] = .contradiction }
  }

  /// What a shared ending may add to the odds of the stems, in bits.
  private static let endingOdds: Float = 2

  /// Whether two family names have endings that families changed for one another.
  private func isReform(_ a: NamePart, _ b: NamePart) -> Bool {
    a.ending != b.ending && a.ending != 0 && b.ending != 0 && a.tradition.isReformable
      && b.tradition.isReformable && a.other >= 0 && b.other >= 0
  }

  /// Family names by their stems: -ов and -лы, -ев and -ұлы, or the bare name.
  private mutating func weighStems(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    var odds: Float = -12
    var rarity: Float = 0
    for x in [a.other, a.another, a.token] where x >= 0 {
      for y in [b.other, b.another, b.token] where y >= 0 && (x != a.token || y != b.token) {
        let found = comparer.similarity(Int(x), Int(y), table).odds
        if found > odds {
          odds = found
          rarity = min(table.entries[Int(x)].rarity, table.entries[Int(y)].rarity)
        }
      }
    }
    guard odds > 2 else { return }
    rarity = min(
      rarity, table.entries[Int(a.token)].rarity, table.entries[Int(b.token)].rarity)
    let isKin = a.tradition != b.tradition || isReform(a, b)
    if isKin, !a.tradition.isReformable || !b.tradition.isReformable { return }
    let value =
      agreement(odds: odds, rarity: rarity, differs: weights.familyDiffers)
      - (isKin ? Float(weights.kinship) : 0)
    if value > bits[cell] {
      bits[cell] = value
      levels[cell] = isKin ? .kinship : .spelling
    }
  }

  /// Patronymics by the fathers' names, and by the words as a whole where they are of one make.
  private mutating func weighPatronymics(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    weighTokens(a, b, cell, table, weights.patronymicDiffers)
    guard bits[cell] < 4, a.other >= 0, b.other >= 0, a.tradition == b.tradition else { return }
    let whole = comparer.similarity(Int(a.other), Int(b.other), table)
    guard whole.ratio > -0.25, whole.odds > 3 else { return }
    let rarity = min(table.entries[Int(a.token)].rarity, table.entries[Int(b.token)].rarity)
    let value = agreement(
      odds: whole.odds - 2, rarity: rarity, differs: weights.patronymicDiffers)
    if value > bits[cell] {
      bits[cell] = value
      levels[cell] = .spelling
    }
  }

  /// A patronymic that may be the other name's family name: Құнанбайұлы and Кунанбаев, Bülbül oğlu and Bülbüloğlu.
  private mutating func weighPatronymic(
    _ a: NamePart, asFamily b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    guard a.tradition == .kazakh || a.tradition == .azerbaijani, b.tradition.isReformable else {
      return
    }
    var odds: Float = -12
    var rarity: Float = 0
    for x in [a.token, a.other] where x >= 0 {
      for y in [b.other, b.another, b.token] where y >= 0 {
        let found = comparer.similarity(Int(x), Int(y), table).odds
        if found > odds {
          odds = found
          rarity = min(table.entries[Int(x)].rarity, table.entries[Int(y)].rarity)
        }
      }
    }
    guard odds > 3 else { return }
    // Bülbül oğlu is Bülbüloğlu, Момыш ұлы is Момышұлы: only where the family name stands.
    let isSameMake = b.tradition == .kazakh || b.ending == SurnameEnding.oglu.rawValue
    bits[cell] =
      agreement(odds: odds, rarity: rarity, differs: weights.familyDiffers)
      - (isSameMake ? 1 : Float(weights.kinship))
    levels[cell] = isSameMake ? .spelling : .kinship
  }

  private mutating func weighInitial(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    let other = a.role == .initial ? b : a
    if other.role == .family, other.certainty >= 60 { return }
    if other.role == .nickname { return }
    // The initial of a patronymic is that of the whole word.
    let x = a.role == .patronymic && a.other >= 0 ? a.other : a.token
    let y = b.role == .patronymic && b.other >= 0 ? b.other : b.token
    if comparer.sharesInitial(Int(x), Int(y), table) {
      bits[cell] = Float(weights.initialAgrees)
      levels[cell] = .initial
    } else {
      let isNear = comparer.hasNearInitial(Int(x), Int(y), table)
      bits[cell] =
        isNear ? Float(weights.initialNear) : Float(Logarithm.base2(weights.initialDiffers))
      levels[cell] = .initialContradiction
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

  /// Relatives share a family name and often a patronymic: together these cannot say more than how rare relatives are.
  private mutating func weighRelatives(_ a: Span<NamePart>, _ b: Span<NamePart>) {
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
  private func agreement(
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
