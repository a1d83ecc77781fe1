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
  /// Whether the names compared last say that they are of two countries or cities.
  private(set) var areElsewhere = false

  init(concepts: Concepts = .shipped, comparer: TokenComparer = TokenComparer()) {
    self.concepts = concepts
    self.comparer = comparer
  }

  /// The evidence that two names are of one entity, in bits, without the prior.
  mutating func compare(
    _ first: PreparedName, _ second: PreparedName, _ table: borrowing TokenTable
  ) -> Float {
    evidence.removeAll(keepingCapacity: true)
    areElsewhere = false
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
    join(a, b, n, m, table, weights, hyphened: true)
    align(a, b, n, m, table)
    join(a, b, n, m, table, weights)
    settle(a, b, n, m, table, weights)
    weighRelations(a, b, weights)
    weighWhole(a, b, weights)
    weighNumbers(first, second, weights)
    if first.type == .organization { weighKinds(a, b) } else { weighGroups(a, b, weights) }
    if first.type != .organization { weighKnown(first, second) }
    var sum = 0.0
    for part in evidence { sum += part.bits }
    return Float(sum)
  }

  /// The bits of two parts: above 0 where they agree, below where they contradict each other.
  private mutating func pair(
    _ a: NamePart, _ b: NamePart, _ weights: PhraseWeights, _ table: borrowing TokenTable
  ) -> Double {
    let isSame = a.sharesConcept(b)
    if isSame, a.role == .kind { return weights.placeKind }
    if a.role == .kind, b.role == .kind { return weights.differentKind }
    var odds = comparer.similarity(Int(a.token), Int(b.token), table).odds
    if a.other >= 0 || b.other >= 0, odds < 4 { odds = max(odds, stems(a, b, table) - 1) }
    let rarity = min(weight(a, weights, table), weight(b, weights, table))
    // A kind word may be the name itself, in a language that does not know the word.
    if a.role == .kind || b.role == .kind, odds < 4 { return 0 }
    let heard = agreement(Double(odds), rarity, weights)
    guard isSame else { return heard }
    let further = Double(min(a.span, b.span)) - 1
    let meant = min(rarity, weights.field)
    return max(heard, min(meant + further * weights.furtherWord, weights.limit))
  }

  /// The weight of evidence of a soft agreement, as for persons: of two entities, words are the same only as often as
  /// the word is common, and as alike as neighbours in a list only as often as `confusable` says.
  private func agreement(_ odds: Double, _ rarity: Double, _ weights: PhraseWeights) -> Double {
    let likelihood = Logarithm.power2(odds)
    let common = Logarithm.power2(-rarity)
    let unlike = min(1, Logarithm.power2(-4 - odds))
    let same =
      (1 - weights.wordDiffers) * likelihood
      + weights.wordDiffers * max(unlike, weights.confusable)
    return Logarithm.base2(
      same / (common * likelihood + weights.confusable + (1 - common) * unlike))
  }

  /// Numbers are never spellings of each other: № 5 is not № 7.
  private mutating func weighNumbers(
    _ first: PreparedName, _ second: PreparedName, _ weights: PhraseWeights
  ) {
    let shared = first.numbers.count { second.numbers.contains($0) }
    let most = max(first.numbers.count, second.numbers.count)
    guard most > 0 else { return }
    let least = min(first.numbers.count, second.numbers.count)
    let bits =
      shared == least
      ? Double(shared) * weights.number + Double(most - least) * weights.numberLeftOut
      : weights.otherNumber
    evidence.append(PartEvidence(level: .number, first: 0..<0, second: 0..<0, bits: bits))
  }

  /// The odds of two parts by the stems of adjectives.
  private mutating func stems(
    _ a: NamePart, _ b: NamePart, _ table: borrowing TokenTable
  ) -> Float {
    var odds: Float = -12
    for x in [a.token, a.other, a.another] where x >= 0 {
      for y in [b.token, b.other, b.another] where y >= 0 {
        odds = max(odds, comparer.similarity(Int(x), Int(y), table).odds)
      }
    }
    return odds
  }

  /// What a part weighs: by its meaning, else by its rarity.
  private func weight(
    _ part: NamePart, _ weights: PhraseWeights, _ table: borrowing TokenTable
  ) -> Double {
    let rarity = min(Double(table.entries[Int(part.token)].rarity), weights.limit)
    guard part.concept >= 0 else { return rarity }
    return switch concepts.concepts[Int(part.concept)].kind {
    case .placeKind, .workKind: weights.placeKind
    case .titleWord: weights.titleWord
    case .descriptor: weights.descriptor
    case .adjective: weights.wordsAreNames ? rarity : weights.adjective
    case .grammar: 0
    case .legalForm: weights.legalForm
    // In a place's name the words of organisations are names like others.
    case .kind: weights.wordsAreNames ? rarity : weights.kind
    case .field: weights.wordsAreNames ? rarity : weights.field
    case .unit: weights.wordsAreNames ? rarity : weights.unit
    }
  }

  /// How two parts that agree are one: written alike, one word in two languages, or spellings of one.
  private mutating func level(
    _ a: NamePart, _ b: NamePart, _ table: borrowing TokenTable
  ) -> PartEvidence.Level {
    if a.token == b.token { return .exact }
    guard a.sharesConcept(b),
      comparer.similarity(Int(a.token), Int(b.token), table).odds < 4
    else { return .spelling }
    return a.role == .kind ? .sameKind : .linked
  }

  private mutating func align(
    _ a: PartList, _ b: PartList, _ n: Int, _ m: Int, _ table: borrowing TokenTable
  ) {
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
          level: level(a[bi], b[bj], table), first: bi..<bi + 1, second: bj..<bj + 1,
          bits: Double(best)))
    }
  }

  /// Two words that are written as one in the other name; before anything else is aligned only those that a hyphen
  /// joins, and that are sure: Кёр-оглы and Koroğlu.
  private mutating func join(
    _ a: PartList, _ b: PartList, _ n: Int, _ m: Int, _ table: borrowing TokenTable,
    _ weights: PhraseWeights, hyphened: Bool = false
  ) {
    let least: Float = hyphened ? 4 : 1
    for i in 0..<max(n - 1, 0) where !hyphened || a[i].isJoined {
      for j in 0..<m where !firstUsed[i] && !firstUsed[i + 1] && !secondUsed[j] {
        let odds = comparer.joined(Int(a[i].token), Int(a[i + 1].token), Int(b[j].token), table)
        if odds > least {
          (firstUsed[i], firstUsed[i + 1], secondUsed[j]) = (true, true, true)
          addCompound(i..<i + 2, j..<j + 1, odds, weight(b[j], weights, table))
        }
      }
    }
    for j in 0..<max(m - 1, 0) where !hyphened || b[j].isJoined {
      for i in 0..<n where !secondUsed[j] && !secondUsed[j + 1] && !firstUsed[i] {
        let odds = comparer.joined(Int(b[j].token), Int(b[j + 1].token), Int(a[i].token), table)
        if odds > least {
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

  /// What is left: words on both sides contradict each other, the nearest first; the rest was left out.
  private mutating func settle(
    _ a: PartList, _ b: PartList, _ n: Int, _ m: Int, _ table: borrowing TokenTable,
    _ weights: PhraseWeights
  ) {
    while true {
      var best: Float = -.infinity
      var (bi, bj) = (-1, -1)
      for i in 0..<n where !firstUsed[i] {
        for j in 0..<m where !secondUsed[j] && (a[i].role == .kind) == (b[j].role == .kind) {
          if bits[i * Self.limit + j] > best {
            best = bits[i * Self.limit + j]
            (bi, bj) = (i, j)
          }
        }
      }
      guard bi >= 0 else { break }
      firstUsed[bi] = true
      secondUsed[bj] = true
      let isKind = a[bi].role == .kind
      let most = max(weight(a[bi], weights, table), weight(b[bj], weights, table))
      let isElsewhere = isAdjective(a[bi]) && isAdjective(b[bj])
      areElsewhere = areElsewhere || isElsewhere
      let least = isElsewhere ? weights.otherAdjective : -most * weights.difference
      var cost = isKind ? Double(best) : max(Double(best), least)
      if a[bi].isBracketed, b[bj].isBracketed { cost = min(cost, weights.otherQualifier) }
      evidence.append(
        PartEvidence(
          level: isKind ? .differentKind : .contradiction, first: bi..<bi + 1,
          second: bj..<bj + 1, bits: min(cost, 0)))
    }
    for i in 0..<n where !firstUsed[i] {
      evidence.append(
        PartEvidence(
          level: .omission, first: i..<i + 1, second: 0..<0,
          bits: -omission(a[i], weights, table)))
    }
    for j in 0..<m where !secondUsed[j] {
      evidence.append(
        PartEvidence(
          level: .omission, first: 0..<0, second: j..<j + 1,
          bits: -omission(b[j], weights, table)))
    }
  }

  /// What it costs that a word is left out: a pedagogical university is not the university.
  private func omission(
    _ part: NamePart, _ weights: PhraseWeights, _ table: borrowing TokenTable
  ) -> Double {
    if part.role == .kind, concepts.concepts[Int(part.concept)].group == "structure" {
      return weights.structureOmitted
    }
    let isField = part.concept >= 0 && concepts.concepts[Int(part.concept)].kind == .field
    return weight(part, weights, table)
      * (isField ? weights.fieldOmission : weights.omission)
  }

  /// Two places that both names have: the embassy of one in the other is not that of the other in the one.
  private mutating func weighRelations(
    _ a: PartList, _ b: PartList, _ weights: PhraseWeights
  ) {
    var isFirst = false
    var isSecond = false
    for part in evidence where part.bits > 0 {
      guard let i = part.first.first, let j = part.second.first, a[i].isLocal != b[j].isLocal,
        part.first.count == 1, part.second.count == 1
      else { continue }
      if a[i].isLocal { isFirst = true } else { isSecond = true }
    }
    guard isFirst, isSecond else { return }
    evidence.append(
      PartEvidence(
        level: .exchanged, first: 0..<0, second: 0..<0, bits: weights.exchanged))
  }

  /// Names of which nothing is left over: of two entities that share some words, one mostly has another as well.
  private mutating func weighWhole(
    _ a: PartList, _ b: PartList, _ weights: PhraseWeights
  ) {
    guard weights.wholeName > 0, evidence.allSatisfy({ $0.bits > 0 }) else { return }
    var words = 0
    for part in evidence {
      guard let i = part.first.first, let j = part.second.first else { return }
      words += Int(min(a[i].span, b[j].span))
    }
    guard words >= 3 else { return }
    evidence.append(
      PartEvidence(
        level: .wholeName, first: 0..<0, second: 0..<0, bits: weights.wholeName))
  }

  /// Organisations of which each has a kind, and none has the other's: a fund is no airport.
  private mutating func weighKinds(_ a: PartList, _ b: PartList) {
    let (first, second) = (kinds(a), kinds(b))
    guard !first.isEmpty, !second.isEmpty, first.isDisjoint(with: second) else { return }
    evidence.append(
      PartEvidence(
        level: .differentKind, first: 0..<0, second: 0..<0, bits: Self.otherKinds))
  }

  /// Places or works whose kinds are of different groups: a sea is no town, an opera no film.
  private mutating func weighGroups(
    _ a: PartList, _ b: PartList, _ weights: PhraseWeights
  ) {
    let (first, second) = (groups(a), groups(b))
    guard !first.isEmpty, !second.isEmpty, first.isDisjoint(with: second) else { return }
    evidence.append(
      PartEvidence(level: .differentKind, first: 0..<0, second: 0..<0, bits: weights.otherGroup))
  }

  private func groups(_ parts: PartList) -> Set<String> {
    var found: Set<String> = []
    for part in parts {
      for number in [part.concept, part.inTitle] where number >= 0 {
        let group = concepts.concepts[Int(number)].group
        if !group.isEmpty { found.insert(group) }
      }
    }
    return found
  }

  /// What it costs that two organisations are of no common kind, in bits.
  private static let otherKinds = -5.0

  private func kinds(_ parts: PartList) -> Set<Int16> {
    var found: Set<Int16> = []
    for part in parts where part.concept >= 0 {
      switch concepts.concepts[Int(part.concept)].kind {
      case .kind, .placeKind, .workKind: found.insert(part.concept)
      default: break
      }
    }
    return found
  }

  /// Whether a part says of which country or city an organisation is.
  private func isAdjective(_ part: NamePart) -> Bool {
    part.concept >= 0 && concepts.concepts[Int(part.concept)].kind == .adjective
  }

  /// A lexicon may know the two names as those of one place or work, or of two.
  private mutating func weighKnown(_ first: PreparedName, _ second: PreparedName) {
    guard !first.known.isEmpty, !second.known.isEmpty else { return }
    var sum = 0.0
    for part in evidence { sum += part.bits }
    if first.known.contains(where: { second.known.contains($0) }) {
      if evidence.contains(where: { $0.level == .differentKind }) { return }
      // A name that only one place has says more than one that several share.
      let target = first.known.count == 1 && second.known.count == 1 ? 13.0 : 10.5
      if sum < target {
        evidence.append(
          PartEvidence(
            level: .linked, first: 0..<first.parts.count, second: 0..<second.parts.count,
            bits: target - sum))
      }
    } else {
      evidence.append(
        PartEvidence(
          level: .contradiction, first: 0..<first.parts.count, second: 0..<second.parts.count,
          bits: -4))
    }
  }
}
