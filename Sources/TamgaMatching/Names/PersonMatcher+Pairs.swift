internal import TamgaNames
internal import TamgaText

extension PersonMatcher {
  // MARK: - Pairs of parts

  /// The bits of a pair of parts, into the matrix.
  mutating func weigh(
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
    let rarity = Self.rarity(a, b, table)
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
    let rarity = Self.rarity(a, b, table)
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
    let (odds, stems) = nearest(
      [a.other, a.another, a.token], [b.other, b.another, b.token], besides: (a.token, b.token),
      table)
    guard odds > 2 else { return }
    let rarity = min(stems, Self.rarity(a, b, table))
    let isKin = a.tradition != b.tradition || isReform(a, b)
    if isKin, !a.tradition.isReformable || !b.tradition.isReformable { return }
    let value =
      agreement(odds: odds, rarity: rarity, differs: weights.familyDiffers)
      - (isKin ? Float(weights.kinship) : 0)
    raise(cell, to: value, isKin ? .kinship : .spelling)
  }

  /// The odds of the two tokens that are most alike, and the rarity of the commoner of them, in bits.
  ///
  /// - Parameter pair: two that are not to be compared.
  private mutating func nearest(
    _ first: [Int32], _ second: [Int32], besides pair: (Int32, Int32)?,
    _ table: borrowing TokenTable
  ) -> (odds: Float, rarity: Float) {
    var best: (odds: Float, rarity: Float) = (-12, 0)
    for x in first where x >= 0 {
      for y in second where y >= 0 {
        if let pair, pair == (x, y) { continue }
        let found = comparer.similarity(Int(x), Int(y), table).odds
        if found > best.odds {
          best = (found, min(table.entries[Int(x)].rarity, table.entries[Int(y)].rarity))
        }
      }
    }
    return best
  }

  /// Patronymics by the fathers' names, and by the words as a whole where they are of one make.
  private mutating func weighPatronymics(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    weighTokens(a, b, cell, table, weights.patronymicDiffers)
    guard bits[cell] < 4 else { return }
    weighKnownPatronymics(a, b, cell, table)
    guard bits[cell] < 4 else { return }
    weighFatherStems(a, b, cell, table)
    guard bits[cell] < 4 else { return }
    let tokens = comparer.similarity(Int(a.token), Int(b.token), table)
    if tokens.link == .distinct, tokens.ratio < -0.05, areWritten(a.token, b.token, table) {
      // Марат and Мурат are two fathers, however near they sound.
      bits[cell] = min(bits[cell], Float(Logarithm.base2(weights.patronymicDiffers)))
      weighShortened(a, b, cell, table)
      return
    }
    weighShortened(a, b, cell, table)
    guard bits[cell] < 4, a.other >= 0, b.other >= 0, a.tradition == b.tradition else { return }
    let whole = comparer.similarity(Int(a.other), Int(b.other), table)
    guard whole.ratio > -0.25, whole.odds > 3 else { return }
    raiseFathers(cell, odds: whole.odds - 2, a, b, table)
  }

  /// Patronymics that a lexicon has as one, whatever their endings leave of the father's name.
  private mutating func weighKnownPatronymics(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    guard a.other >= 0, b.other >= 0 else { return }
    let whole = comparer.similarity(Int(a.other), Int(b.other), table)
    if whole.link == .linked { raiseFathers(cell, odds: whole.odds, a, b, table) }
  }

  /// Fathers by what their names begin with: endings swallow the rest, so that nobody can tell Юрий from Yur of
  /// Yurevich.
  private mutating func weighFatherStems(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    guard a.another >= 0 || b.another >= 0 else { return }
    let (x, y) = (a.another >= 0 ? a.another : a.token, b.another >= 0 ? b.another : b.token)
    let stems = comparer.similarity(Int(x), Int(y), table)
    if stems.odds > 3, stems.ratio > (stems.link == .distinct ? -0.05 : -0.25) {
      raiseFathers(cell, odds: stems.odds - 1, a, b, table)
    }
  }

  /// Takes two patronymics for those of one father where that is worth more than what was found before.
  private mutating func raiseFathers(
    _ cell: Int, odds: Float, _ a: NamePart, _ b: NamePart, _ table: borrowing TokenTable
  ) {
    let value = agreement(
      odds: odds, rarity: Self.rarity(a, b, table), differs: weights.patronymicDiffers)
    raise(cell, to: value, .spelling)
  }

  private mutating func raise(_ cell: Int, to value: Float, _ level: PartEvidence.Level) {
    guard value > bits[cell] else { return }
    bits[cell] = value
    levels[cell] = level
  }

  /// The rarity of the commoner of two parts, in bits.
  private static func rarity(
    _ a: NamePart, _ b: NamePart, _ table: borrowing TokenTable
  ) -> Float {
    min(table.entries[Int(a.token)].rarity, table.entries[Int(b.token)].rarity)
  }

  /// Russian papers shorten a father's compound name: the son of Əlirza is Алиевич.
  private mutating func weighShortened(
    _ a: NamePart, _ b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    if bits[cell] < Float(weights.fatherShortened), a.tradition != b.tradition,
      begins(a.token, b.token, table) || begins(b.token, a.token, table)
    {
      bits[cell] = Float(weights.fatherShortened)
    }
  }

  /// Whether a token's sounds begin with all of another's, and go on for two more or longer.
  private func begins(_ short: Int32, _ long: Int32, _ table: borrowing TokenTable) -> Bool {
    guard let x = table.entries[Int(short)].forms.first,
      let y = table.entries[Int(long)].forms.first
    else { return false }
    let (first, second) = (table.forms[Int(x)], table.forms[Int(y)])
    guard first.count >= 3, second.count >= first.count + 2 else { return false }
    for index in 0..<Int(first.count)
    where !comparer.mayStandFor(
      table.phones[Int(first.start) + index], table.phones[Int(second.start) + index])
    {
      return false
    }
    return true
  }

  /// A patronymic that may be the other name's family name: Құнанбайұлы and Кунанбаев, Bülbül oğlu and Bülbüloğlu.
  private mutating func weighPatronymic(
    _ a: NamePart, asFamily b: NamePart, _ cell: Int, _ table: borrowing TokenTable
  ) {
    guard a.tradition == .kazakh || a.tradition == .azerbaijani, b.tradition.isReformable else {
      return
    }
    let (odds, rarity) = nearest(
      [a.token, a.other], [b.other, b.another, b.token], besides: nil, table)
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
}
