internal import TamgaNames
internal import TamgaText

/// Takes names apart and puts their tokens into a table. A value is used again for every name.
struct NamePreparer: Sendable {
  var table: TokenTable
  private var known = WordParts()
  private let analyzer: TokenAnalyzer

  init(table: TokenTable = TokenTable()) {
    self.table = table
    analyzer = .shipped
  }

  /// Read when the first name that is no person's comes: persons need neither.
  private var concepts: Concepts { .shipped }
  private var gazetteer: PlaceConcepts { .shipped }

  /// Takes a cleaned name apart that `parser` has read.
  mutating func prepare(
    _ clean: Span<UInt8>, _ parser: borrowing BulkNameParser, language: Language?
  ) -> PreparedName {
    let (tokens, facts) = (parser.tokens, parser.tokenFacts)
    let hint = Self.hint(facts, language)
    var name =
      parser.type == .person
      ? person(clean, tokens, parser.roles, facts, hint)
      : phrase(Self.words(clean, tokens), parser.type, hint)
    if let gender = parser.gender {
      name.gender = gender == .male ? 1 : 2
      name.genderCertainty = UInt8(min(100, max(0, parser.genderProbability * 100)))
    }
    for fact in facts {
      name.order = (name.order ^ fact.hash) &* 0x9E37_79B9_7F4A_7C15
      name.order ^= name.order >> 32
    }
    return name
  }

  private static func words(_ clean: Span<UInt8>, _ tokens: [NameToken]) -> [Word] {
    tokens.indices.map { word(clean, tokens, $0) }
  }

  private static func word(_ clean: Span<UInt8>, _ tokens: [NameToken], _ index: Int) -> Word {
    let bytes = tokens[index].bytes
    return Word(
      clean.extracting(Int(bytes.lowerBound)..<Int(bytes.upperBound)), tokens[index], index)
  }

  /// A word of a name.
  private struct Word {
    /// Its letters, folded, and as they were written.
    var folded: [UInt32] = []
    var marks: NameToken.Marks
    var index: Int
    /// Where its hyphens stand, among `folded`, from which they are taken out.
    var joints: [Int] = []

    init(_ bytes: Span<UInt8>, _ token: NameToken, _ index: Int) {
      marks = token.marks
      self.index = index
      FoldedText.append(bytes, to: &folded)
      if marks.contains(.hyphen) || folded.contains(0x2E) {
        var plain: [UInt32] = []
        for letter in folded {
          if letter == 0x2D {
            if !plain.isEmpty, joints.last != plain.count { joints.append(plain.count) }
          } else if letter != 0x2E {
            plain.append(letter)
          }
        }
        if joints.last == plain.count { joints.removeLast() }
        folded = plain
      }
    }

    /// The parts between hyphens.
    var pieces: [ArraySlice<UInt32>] {
      var pieces: [ArraySlice<UInt32>] = []
      var start = 0
      for joint in joints + [folded.count] {
        pieces.append(folded[start..<joint])
        start = joint
      }
      return pieces
    }
  }

  /// What the letters of the whole name say of how its Latin words are read.
  private static func hint(_ facts: [TokenFacts], _ language: Language?) -> TokenReading.Hint {
    if let language { return TokenReading.Hint(language) }
    var alphabet: AlphabetMarks = []
    for fact in facts { alphabet.formUnion(fact.alphabet) }
    if alphabet.contains(.azerbaijani) { return .azerbaijani }
    if alphabet.contains(.kazakhArabic) { return .kazakhArabic }
    return .none
  }

  /// The number of a word in the table.
  private mutating func intern(_ letters: [UInt32], _ hint: TokenReading.Hint) -> Int32 {
    Int32(table.intern(letters.span, hint: hint))
  }

  // MARK: - Persons

  private mutating func person(
    _ clean: Span<UInt8>, _ tokens: [NameToken], _ roles: [TokenRole], _ facts: [TokenFacts],
    _ hint: TokenReading.Hint
  ) -> PreparedName {
    var parts: [NamePart] = []
    parts.reserveCapacity(tokens.count)
    // Brackets with years hold nothing that is a name: (b. 1970), (1885–1937).
    let isDated = tokens.contains { $0.marks.isSuperset(of: [.bracketed, .digit]) }
    for index in tokens.indices {
      if isDated, tokens[index].marks.contains(.bracketed) { continue }
      guard let kind = Self.kind(roles[index].role) else {
        if facts[index].words.contains(.titleAfter), roles[index].role == .title {
          joinTitle(Self.word(clean, tokens, index), hint, to: &parts)
        }
        continue
      }
      let mixed = UInt64(kind.rawValue) << 8 | UInt64(hint.rawValue)
      let key = (facts[index].hash ^ mixed &* 0xC2B2_AE3D_27D4_EB4F) | 1
      let range =
        known.find(key)
        ?? known.insert(key, takeApart(Self.word(clean, tokens, index), kind, facts[index], hint))
      let certainty = UInt8(min(100, max(0, roles[index].probability * 100)))
      for number in range {
        parts.append(known.parts[Int(number)])
        parts[parts.count - 1].certainty = certainty
        parts[parts.count - 1].word = Int16(clamping: index)
      }
    }
    var name = PreparedName(type: .person, parts: parts)
    if isDated {
      // Years in brackets: of birth, or of birth and death.
      name.numbers = Self.words(clean, tokens).filter { $0.marks.contains(.bracketed) }
        .flatMap(Self.numbers).filter { (1000...2100).contains($0) }
    }
    return name
  }

  /// A title behind a given name may be written as one with it: Çingiz xan is Чингисхан.
  private mutating func joinTitle(
    _ word: Word, _ hint: TokenReading.Hint, to parts: inout [NamePart]
  ) {
    guard let last = parts.last, last.role == .given || last.role == .unknown, last.other < 0,
      Int(last.word) + 1 == word.index
    else { return }
    parts[parts.count - 1].other = intern(Array(table.scalars(last.token)) + word.folded, hint)
  }

  /// What a word of a person's name is to the matcher; nil for one that names nobody.
  private static func kind(_ role: NameRole) -> NamePart.Role? {
    switch role {
    case .marker, .title, .particle, .other, .kind, .legal: nil
    case .patronymic: .patronymic
    case .initial: .initial
    case .family: .family
    case .given: .given
    case .nickname, .alias, .maiden: .nickname
    case .name, .person: .unknown
    }
  }

  private mutating func takeApart(
    _ word: Word, _ kind: NamePart.Role, _ facts: TokenFacts, _ hint: TokenReading.Hint
  ) -> [NamePart] {
    var parts: [NamePart] = []
    guard !word.folded.isEmpty else { return parts }
    switch kind {
    case .patronymic: addPatronymic(word, facts, hint, to: &parts)
    case .initial: addInitials(word, hint, to: &parts)
    case .family: addFamily(word, facts, hint, to: &parts)
    default: addPieces(word, kind, facts, hint, to: &parts)
    }
    return parts
  }

  /// The runs of digits in a word.
  private static func numbers(_ word: Word) -> [Int32] {
    guard word.marks.contains(.digit) else { return [] }
    var numbers: [Int32] = []
    var run: Int32?
    for (index, letter) in word.folded.enumerated() {
      if (0x30...0x39).contains(letter), run ?? 0 < 100_000_000, !word.joints.contains(index) {
        run = (run ?? 0) * 10 + Int32(letter - 0x30)
      } else {
        if let run { numbers.append(run) }
        run = (0x30...0x39).contains(letter) ? Int32(letter - 0x30) : nil
      }
    }
    if let run { numbers.append(run) }
    return numbers
  }

  private mutating func part(
    _ letters: some Collection<UInt32>, _ hint: TokenReading.Hint
  ) -> NamePart? {
    let token = intern(Array(letters), hint)
    guard !table.entries[Int(token)].forms.isEmpty else { return nil }
    return NamePart(token: token)
  }

  private mutating func addPieces(
    _ word: Word, _ kind: NamePart.Role, _ facts: TokenFacts, _ hint: TokenReading.Hint,
    to parts: inout [NamePart]
  ) {
    let pieces = word.pieces
    for (number, piece) in pieces.enumerated() {
      guard var part = part(piece, hint) else { continue }
      part.role = kind
      part.isJoined = number + 1 < pieces.count
      if pieces.count > 1 {
        let letters = Array(piece)
        part.isTitle = !analyzer.facts(letters.span).words.isDisjoint(with: [
          .titleBefore, .titleAfter,
        ])
      }
      if kind == .given, !facts.names.contains(.ending), let gender = facts.names.gender {
        part.gender = gender == .male ? 1 : 2
      }
      parts.append(part)
    }
  }

  private mutating func addFamily(
    _ word: Word, _ facts: TokenFacts, _ hint: TokenReading.Hint, to parts: inout [NamePart]
  ) {
    if word.joints.count > 0, facts.patronymic == .none, !Self.isJoinedEnding(facts) {
      addPieces(word, .family, facts, hint, to: &parts)
      return
    }
    guard var part = part(word.folded, hint) else { return }
    part.role = .family
    part.tradition = Self.tradition(facts)
    part.ending = Self.ending(facts.surname)
    if let gender = facts.surnameGender { part.gender = gender == .male ? 1 : 2 }
    var stem = Int(facts.surnameStem)
    if let joint = word.joints.first, word.joints.count == 1, Self.isJoinedEnding(facts) {
      stem = joint
    }
    if facts.surname != .none, stem >= 2, stem < word.folded.count {
      part.other = intern(Array(word.folded[..<stem]), hint)
      if let glide = Self.glide(word.folded, stem) {
        part.another = intern(word.folded[..<stem] + [glide], hint)
      }
    } else if facts.patronymic != .none, let father = father(word, facts) {
      part.other = intern(father, hint)
    }
    parts.append(part)
  }

  /// The й that a family name's ending swallows after a vowel: Чокаев is of Чокай.
  private static func glide(_ letters: [UInt32], _ stem: Int) -> UInt32? {
    switch letters[stem - 1] {
    case 0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x4D9: return 0x439
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x259: return 0x79
    default: return nil
    }
  }

  /// Whether a hyphen before the ending does not part a family name: Мустафа-заде.
  private static func isJoinedEnding(_ facts: TokenFacts) -> Bool {
    facts.surname == .zade || facts.surname == .oglu
  }

  /// Endings that are forms of one another: -ов and -ин, -ұлы and -қызы.
  private static func ending(_ surname: SurnameEnding) -> UInt8 {
    switch surname {
    case .ov, .in: SurnameEnding.ov.rawValue
    case .uly, .kyzy: SurnameEnding.uly.rawValue
    default: surname.rawValue
    }
  }

  private static func tradition(_ facts: TokenFacts) -> NamePart.Tradition {
    switch facts.surname {
    case .ov, .in: .russian
    case .ski, .adjective, .ykh: .slavic
    case .li, .zade, .oglu: .azerbaijani
    case .uly, .kyzy, .tegi: .kazakh
    case .none: facts.patronymic.isTurkic ? .kazakh : .none
    default: .other
    }
  }

  /// The father's base name in an attached patronymic.
  private func father(_ word: Word, _ facts: TokenFacts) -> [UInt32]? {
    guard let father = analyzer.father(facts) else { return nil }
    return word.folded.prefix(father.stem) + father.tail
  }

  private mutating func addPatronymic(
    _ word: Word, _ facts: TokenFacts, _ hint: TokenReading.Hint, to parts: inout [NamePart]
  ) {
    let base = father(word, facts) ?? word.folded
    guard var part = part(base, hint) else { return }
    part.role = .patronymic
    part.other = intern(word.folded, hint)
    part.tradition = Self.tradition(facts.patronymic)
    if let gender = facts.patronymicGender { part.gender = gender == .male ? 1 : 2 }
    parts.append(part)
  }

  /// The tradition of a patronymic; one before a marker of its own is Azerbaijani or Kazakh.
  private static func tradition(_ patronymic: PatronymicClass) -> NamePart.Tradition {
    switch patronymic {
    case .slavic, .slavicShort: .russian
    case .uly, .kyzy: .kazakh
    case .oglu, .qizi, .none: .azerbaijani
    }
  }

  private mutating func addInitials(
    _ word: Word, _ hint: TokenReading.Hint, to parts: inout [NamePart]
  ) {
    let pieces = word.pieces
    for (number, piece) in pieces.enumerated() {
      guard var part = part(piece, hint) else { continue }
      part.role = .initial
      part.isJoined = number + 1 < pieces.count
      parts.append(part)
    }
  }

  // MARK: - Places, organisations and works

  /// Words that carry meaning, and words that are names.
  private mutating func phrase(
    _ words: [Word], _ type: NameType, _ hint: TokenReading.Hint
  ) -> PreparedName {
    var pieces: [(letters: [UInt32], word: Word, isJoined: Bool)] = []
    for word in words {
      let parts = word.pieces
      for (number, part) in parts.enumerated() where !part.isEmpty {
        pieces.append((Array(part), word, number + 1 < parts.count))
      }
    }
    var parts: [NamePart] = []
    let hashed = pieces.map { piece in
      Concepts.Word(piece.letters.filter { !Self.apostrophes.contains($0) }.span)
    }
    var index = 0
    var isLocal = false
    while index < pieces.count {
      let (letters, word, isJoined) = pieces[index]
      let before = parts.count
      if type != .place, word.marks.contains(.capitals), let expansion = expansion(letters) {
        for concept in expansion {
          append(Int(concept), letters, word, isJoined, type, hint, to: &parts)
        }
        index += 1
      } else if let match = concepts.match(hashed.span, at: index),
        type != .place || concepts.concepts[match.concept].kind != .adjective
      {
        append(match.concept, letters, word, isJoined, type, hint, to: &parts)
        if before < parts.count {
          parts[before].span = UInt8(clamping: match.count)
          if type == .work { parts[before].inTitle = Int32(match.inTitle) }
        }
        index += match.count
        let concept = concepts.concepts[match.concept]
        if concept.kind == .grammar { isLocal = Self.localWords.contains(concept.slug) }
      } else {
        append(-1, letters, word, isJoined, type, hint, to: &parts)
        index += 1
      }
      if parts.count > before, let last = parts.indices.last, saysWhere(parts[last]) {
        // Only the first place behind `in` is where; what follows it may be whose.
        if isLocal || Self.isLocative(letters) { parts[last].isLocal = true }
        isLocal = false
      }
    }
    if parts.isEmpty, let first = pieces.first {
      append(-1, first.letters, first.word, false, type, hint, to: &parts)
    }
    var name = PreparedName(type: type, parts: parts)
    name.numbers = words.flatMap(Self.numbers)
    if type == .place { name.places = places(words, parts) }
    return name
  }

  /// Words that say where something is, by their slugs in `organizations/words`.
  private static let localWords: Set<String> = ["in", "at", "to", "on"]

  /// Whether a part may say where something is, or whose it is.
  private func saysWhere(_ part: NamePart) -> Bool {
    guard part.concept >= 0 else { return part.role != .kind }
    return concepts.concepts[Int(part.concept)].kind == .adjective
  }

  /// Endings of Azerbaijani and Kazakh that say where: Qazaxıstandakı, Қазақстандағы.
  private static let locatives: [[UInt32]] = [
    "dakı", "dəki", "дағы", "дегі", "тағы", "тегі", "dağy", "degi", "tağy", "tegi",
  ].map { $0.unicodeScalars.map(\.value) }

  private static func isLocative(_ letters: [UInt32]) -> Bool {
    locatives.contains {
      letters.count > $0.count + 2 && letters.suffix($0.count).elementsEqual($0)
    }
  }

  /// Signs in words that the lexicons write without: Ust’-Kamenogorsk.
  private static let apostrophes: Set<UInt32> = [0x27, 0x2019, 0x2B9, 0x2BB, 0x2BC]

  /// What an abbreviation in capitals stands for.
  private func expansion(_ folded: [UInt32]) -> [Int32]? {
    let capitals = folded.map { FoldedText.capital($0) }
    return concepts.expansion(capitals.span)
  }

  private mutating func append(
    _ concept: Int, _ letters: [UInt32], _ word: Word, _ isJoined: Bool, _ type: NameType,
    _ hint: TokenReading.Hint, to parts: inout [NamePart]
  ) {
    var part = NamePart(token: intern(letters, hint))
    part.isJoined = isJoined
    part.isBracketed = word.marks.contains(.bracketed)
    part.role = .word
    part.word = Int16(clamping: word.index)
    if concept >= 0 {
      part.concept = Int32(concept)
      switch concepts.concepts[concept].kind {
      case .grammar: return
      case .placeKind, .workKind: part.role = .kind
      case .legalForm where type != .place: part.role = .kind
      case .legalForm: part.concept = -1
      case .titleWord where type != .work: part.concept = -1
      default: break
      }
    }
    if part.concept < 0, table.entries[Int(part.token)].forms.isEmpty { return }
    if type == .place, part.concept < 0, let stem = Self.adjectiveStem(letters) {
      part.other = intern(stem, hint)
      if stem.count > 4, let last = stem.last, last == 0x43D || last == 0x6E {
        // -инский, -енский, -анский
        part.another = intern(Array(stem.dropLast(2)), hint)
      }
    }
    parts.append(part)
  }

  /// The places a gazetteer knows by the whole name, or by the name without its kind words.
  private func places(_ words: [Word], _ parts: [NamePart]) -> [UInt32] {
    let whole = words.flatMap(\.folded)
    let found = gazetteer.find(whole.span)
    if !found.isEmpty { return found }
    var bare: [UInt32] = []
    for part in parts where part.role != .kind && !isCity(part) {
      bare.append(contentsOf: table.scalars(part.token))
    }
    return gazetteer.find(bare.span)
  }

  /// Whether a part is the word city, which organisations' words know as well.
  private func isCity(_ part: NamePart) -> Bool {
    part.concept >= 0 && concepts.concepts[Int(part.concept)].slug == "city"
  }

  /// The token of two parts written as one.
  mutating func joint(_ first: NamePart, _ second: NamePart) -> Int32 {
    intern(Array(table.scalars(first.token) + table.scalars(second.token)), .none)
  }

  /// Endings that make an adjective of a place's name: Жанибекский район, Martukskiy.
  private static let adjectives: [[UInt32]] = [
    "ский", "ская", "ское", "ской", "ський", "ська", "ське", "скі", "ская",
    "skiy", "skaya", "skoye", "skoe", "skij", "sky", "skyi", "ski",
  ].map { $0.unicodeScalars.map(\.value) }

  private static func adjectiveStem(_ letters: [UInt32]) -> [UInt32]? {
    for ending in adjectives
    where letters.count > ending.count + 2 && letters.suffix(ending.count).elementsEqual(ending) {
      return Array(letters.dropLast(ending.count))
    }
    return nil
  }
}
