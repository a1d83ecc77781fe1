public import TamgaLexicons
internal import TamgaText

/// Finds the facts of words: one value for all threads.
public struct TokenAnalyzer: Sendable {
  /// The analyzer of the lexicons Tamga ships, made when it is first needed.
  public static let shipped = TokenAnalyzer(.shipped)

  let parts: PartTable
  private let patronymics: PatronymicEndings
  private let surnames: SurnameEndings
  private let organizations: OrganizationEndings
  private let givenEndings: GivenEndings
  private let inflections: Inflections
  private let former = SoundFormer.shipped

  /// Reads the lexicons.
  public init(_ lexicons: Lexicons) {
    parts = PartTable(lexicons)
    patronymics = PatronymicEndings(lexicons)
    surnames = SurnameEndings(lexicons)
    organizations = OrganizationEndings(lexicons)
    givenEndings = GivenEndings(lexicons)
    inflections = Inflections(lexicons)
  }

  /// The facts of a word, given as folded letters; a final period may be among them.
  public func facts(_ word: Span<UInt32>) -> TokenFacts {
    var facts = TokenFacts()
    facts.hash = LetterHash.hash(word)
    find(word, &facts)
    facts.sign()
    return facts
  }

  private func find(_ word: Span<UInt32>, _ facts: inout TokenFacts) {
    var count = word.count
    while count > 0, word[count - 1] == 0x2E { count -= 1 }
    let letters = word.extracting(0..<count)
    facts.letterCount = UInt8(clamping: count)
    facts.script = TokenReading.script(letters)
    guard count > 0 else { return }
    facts.firstLetter = letters[0]
    if count < word.count { facts.words = parts.find(facts.hash, letters[0]).words }
    scan(letters, &facts)
    if facts.names.isDisjoint(with: [.base, .form]) { findCompound(letters, &facts) }
    findPatronymic(letters, &facts)
    findSurname(letters, &facts)
    if organizations.end(letters), facts.names.isEmpty { facts.words.insert(.organizationEnding) }
    if !facts.names.isGiven { findSound(letters, &facts) }
    if !facts.names.isGiven, facts.surnameStrength < 2, facts.patronymic == .none {
      facts.names.formUnion(givenEndings.find(letters))
    }
  }

  /// The father’s base name in a patronymic, as folded letters of the patronymic and what follows them; nil for a word
  /// that is none.
  public func father(_ facts: TokenFacts) -> (stem: Int, tail: [UInt32])? {
    guard facts.patronymic != .none else { return nil }
    if facts.irregularFather > 0 { return (0, parts.father(at: facts.irregularFather)) }
    return (Int(facts.fatherStem), patronymics.tails[Int(facts.fatherTail)])
  }

  /// What makes the word a patronymic, such as `-ович`.
  public func marker(_ facts: TokenFacts) -> String? {
    facts.patronymic == .none ? nil : patronymics.rows[Int(facts.patronymicRow)].marker
  }

  // MARK: - Lexicons

  /// One pass over the letters: alphabets, stems that may have an ending, the word itself, a Russian case ending.
  private func scan(_ letters: Span<UInt32>, _ facts: inout TokenFacts) {
    var hash = LetterHash.seed
    var beforeLast = hash
    var inflected: WordMarks = []
    let first = letters[0]
    let shard = parts.shard(first)
    for index in 0..<letters.count {
      facts.alphabet.formUnion(AlphabetMarks(letter: letters[index]))
      beforeLast = hash
      hash = LetterHash.mix(hash, letters[index])
      let rest = letters.count - index - 1
      if index >= 2, rest > 0, rest <= Inflections.longest, let marks = shard?.find(hash, .stem),
        inflections.contains(letters.extracting((index + 1)...))
      {
        facts.stemHash = hash
        inflected = WordMarks(rawValue: UInt32(truncatingIfNeeded: marks >> 32))
      }
    }
    let found = parts.find(hash, first)
    facts.names = found.names
    facts.words.formUnion(found.words)
    // What the word means as it stands goes before what its stem means; a place's kind is a kind all the same.
    if !facts.words.isDisjoint(with: [.organization, .title]) {
      inflected.subtract([.organization, .title])
    }
    facts.words.formUnion(inflected)
    guard facts.script == .cyrillic, !facts.names.isGiven, letters.count > 3 else { return }
    let last = letters[letters.count - 1]
    guard last == 0x430 || last == 0x44F else { return }
    // Гейдара, Абая, Игоря: the genitive of a man's name.
    for tail in last == 0x430 ? [0] : [UInt32(0x439), 0x44C] {
      let known = parts.names(
        tail == 0 ? beforeLast : LetterHash.mix(beforeLast, tail), first)
      if known.isGiven {
        facts.names.formUnion(known.intersection(.male).union(.inflected))
      }
    }
  }

  /// A hyphenated word whose parts are given names, or that is one name without its hyphen.
  private func findCompound(_ letters: Span<UInt32>, _ facts: inout TokenFacts) {
    var whole = LetterHash.seed
    var part = LetterHash.seed
    var hyphens = 0
    var first = letters[0]
    var marks: NameMarks = .given
    var isKnown = true
    for index in 0..<letters.count {
      if letters[index] == 0x2D {
        let known = parts.names(part, first)
        isKnown = isKnown && known.isGiven
        marks.formIntersection(known)
        part = LetterHash.seed
        first = index + 1 < letters.count ? letters[index + 1] : 0
        hyphens += 1
      } else {
        whole = LetterHash.mix(whole, letters[index])
        part = LetterHash.mix(part, letters[index])
      }
    }
    guard hyphens > 0 else { return }
    let joined = parts.names(whole, letters[0])
    if joined.isGiven {
      facts.names.formUnion(joined)
      return
    }
    let last = parts.names(part, first)
    guard last.isGiven else { return }
    // An unknown first part makes it a likeness only: Құл-Мұхаммед.
    guard isKnown else {
      facts.names.formUnion(last.intersection(.given).union(.ending))
      return
    }
    marks.formIntersection(last)
    facts.names.formUnion((marks.isGiven ? marks : last.intersection(.given)).union(.compound))
  }

  /// Tries the sounds of the word, where its letters are in no lexicon.
  private func findSound(_ letters: Span<UInt32>, _ facts: inout TokenFacts) {
    guard letters.count >= 3 else { return }
    let marks = soundMarks(letters)
    if marks.isGiven { facts.names.formUnion(marks.intersection(.given).union(.sound)) }
  }

  private func soundMarks(_ letters: Span<UInt32>) -> NameMarks {
    var phones: [UInt8] = []
    var key: [UInt8] = []
    for reading in TokenReading.readings(letters, hint: .none) where reading != .arabic {
      phones.removeAll(keepingCapacity: true)
      key.removeAll(keepingCapacity: true)
      former.append(letters, reading: reading, to: &phones)
      Skeleton.append(phones.span, to: &key)
      guard key.count >= 3 else { continue }
      let found = parts.sound(key.span)
      if found.isGiven { return found }
    }
    return []
  }

  // MARK: - Endings

  private func findPatronymic(_ letters: Span<UInt32>, _ facts: inout TokenFacts) {
    guard let found = patronymics.index.longest(letters, stem: 2) else { return }
    let row = patronymics.rows[found.row]
    var stem = found.stem
    if stem > 0, letters[stem - 1] == 0x2D {
      stem -= 1
      facts.flags.insert(.hyphenated)
    }
    // A word that is only a marker has no father in it, and neither has one with too short a stem.
    if stem == 0, row.tails[0].allSatisfy({ patronymics.tails[Int($0)].count < 3 }) { return }
    if stem == 1 { return }
    facts.patronymicRow = UInt16(found.row)
    facts.fatherStem = UInt8(clamping: stem)
    if row.isFemale { facts.flags.insert(.patronymicFemale) }
    facts.patronymic = row.tradition
    if let irregular = parts.father(LetterHash.hash(letters), letters[0]) {
      facts.irregularFather = irregular
      facts.flags.insert(.fatherKnown)
      return
    }
    findFather(letters.extracting(0..<stem), row, &facts)
    // -ич alone is as often a surname's.
    if row.tradition == .slavicShort, !facts.isFatherKnown { facts.patronymic = .none }
  }

  /// Finds what follows the stem in the father's name.
  private func findFather(
    _ stem: Span<UInt32>, _ row: PatronymicEndings.Row, _ facts: inout TokenFacts
  ) {
    let candidates = patronymics.candidates(row, stem: stem)
    let hash = LetterHash.hash(stem)
    for tail in candidates {
      var whole = hash
      for letter in patronymics.tails[Int(tail)] { whole = LetterHash.mix(whole, letter) }
      if !parts.names(whole, facts.firstLetter).isDisjoint(with: .male) {
        facts.fatherTail = tail
        facts.flags.insert(.fatherKnown)
        return
      }
    }
    facts.fatherTail = candidates.first ?? 0
    // A father no lexicon has may end as names do: Жиенгали, not Жиенгалий.
    if candidates.contains(0), facts.fatherTail != 0, !givenEndings.find(stem).isEmpty {
      facts.fatherTail = 0
    }
    var father: [UInt32] = []
    for index in 0..<stem.count { father.append(stem[index]) }
    father.append(contentsOf: patronymics.tails[Int(facts.fatherTail)])
    if !soundMarks(father.span).isDisjoint(with: .male) { facts.flags.insert(.fatherKnown) }
  }

  private func findSurname(_ letters: Span<UInt32>, _ facts: inout TokenFacts) {
    guard let found = surnames.index.longest(letters, stem: 2) else { return }
    let row = surnames.rows[found.row]
    guard found.stem >= 2 else { return }
    facts.surname = row.tradition
    facts.surnameStem = UInt8(clamping: found.stem)
    facts.surnameStrength = row.strength
    switch row.gender {
    case .male: facts.flags.insert(.surnameMale)
    case .female: facts.flags.insert(.surnameFemale)
    case nil: break
    }
    if row.strength >= 2 {
      let stem = letters.extracting(0..<found.stem)
      if parts.names(LetterHash.hash(stem), letters[0]).isGiven {
        facts.flags.insert(.surnameStemKnown)
      }
    }
  }
}
