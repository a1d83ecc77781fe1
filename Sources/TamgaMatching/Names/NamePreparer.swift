internal import TamgaNames
internal import TamgaText

/// Takes names apart and puts their tokens into a table. A value is used again for every name.
struct NamePreparer: Sendable {
  var table: TokenTable
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
    let hint = Self.hint(parser.tokenFacts, language)
    var words: [Word] = []
    words.reserveCapacity(parser.tokens.count + 2)
    for (index, token) in parser.tokens.enumerated() {
      let bytes = clean.extracting(Int(token.bytes.lowerBound)..<Int(token.bytes.upperBound))
      words.append(Word(bytes, token, index))
    }
    var name =
      parser.type == .person
      ? person(words, parser.roles, parser.tokenFacts, hint) : phrase(words, parser.type, hint)
    if let gender = parser.gender {
      name.gender = gender == .male ? 1 : 2
      name.genderCertainty = UInt8(min(100, max(0, parser.genderProbability * 100)))
    }
    name.order = Self.order(words)
    return name
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

  private static func order(_ words: [Word]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words {
      for letter in word.folded { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x20) &* 0x100_0000_01b3
    }
    return hash
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
    _ words: [Word], _ roles: [TokenRole], _ facts: [TokenFacts], _ hint: TokenReading.Hint
  ) -> PreparedName {
    var parts: [NamePart] = []
    // Brackets with years hold nothing that is a name: (b. 1970), (1885–1937).
    let isDated = words.contains {
      $0.marks.contains(.bracketed) && $0.marks.contains(.digit)
    }
    for (index, word) in words.enumerated() where !word.folded.isEmpty {
      if isDated, word.marks.contains(.bracketed) { continue }
      let role = roles[index]
      switch role.role {
      case .marker, .title, .particle, .other, .kind, .legal: continue
      case .patronymic: addPatronymic(word, facts[index], role, hint, to: &parts)
      case .initial: addInitials(word, role, hint, to: &parts)
      case .family: addFamily(word, facts[index], role, hint, to: &parts)
      case .given: addPieces(word, .given, role, facts[index], hint, to: &parts)
      case .nickname, .alias, .maiden:
        addPieces(word, .nickname, role, facts[index], hint, to: &parts)
      case .name, .person: addPieces(word, .unknown, role, facts[index], hint, to: &parts)
      }
    }
    var name = PreparedName(type: .person, parts: parts)
    // Years in brackets: of birth, or of birth and death.
    name.numbers = words.filter { $0.marks.contains(.bracketed) }.flatMap(Self.numbers)
      .filter { (1000...2100).contains($0) }
    return name
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
    _ letters: some Collection<UInt32>, _ word: Word, _ role: TokenRole, _ hint: TokenReading.Hint
  ) -> NamePart? {
    let token = intern(Array(letters), hint)
    guard !table.entries[Int(token)].forms.isEmpty else { return nil }
    var part = NamePart(token: token)
    part.certainty = UInt8(min(100, max(0, role.probability * 100)))
    part.word = Int16(clamping: word.index)
    return part
  }

  private mutating func addPieces(
    _ word: Word, _ kind: NamePart.Role, _ role: TokenRole, _ facts: TokenFacts,
    _ hint: TokenReading.Hint, to parts: inout [NamePart]
  ) {
    let pieces = word.pieces
    for (number, piece) in pieces.enumerated() {
      guard var part = part(piece, word, role, hint) else { continue }
      part.role = kind
      part.isJoined = number + 1 < pieces.count
      if kind == .given, !facts.names.contains(.ending), let gender = facts.names.gender {
        part.gender = gender == .male ? 1 : 2
      }
      parts.append(part)
    }
  }

  private mutating func addFamily(
    _ word: Word, _ facts: TokenFacts, _ role: TokenRole, _ hint: TokenReading.Hint,
    to parts: inout [NamePart]
  ) {
    if word.joints.count > 0, facts.patronymic == .none, !Self.isJoinedEnding(facts) {
      addPieces(word, .family, role, facts, hint, to: &parts)
      return
    }
    guard var part = part(word.folded, word, role, hint) else { return }
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
    _ word: Word, _ facts: TokenFacts, _ role: TokenRole, _ hint: TokenReading.Hint,
    to parts: inout [NamePart]
  ) {
    let base = father(word, facts) ?? word.folded
    guard var part = part(base, word, role, hint) else { return }
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
    _ word: Word, _ role: TokenRole, _ hint: TokenReading.Hint, to parts: inout [NamePart]
  ) {
    let pieces = word.pieces
    for (number, piece) in pieces.enumerated() {
      guard var part = part(piece, word, role, hint) else { continue }
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
    while index < pieces.count {
      let (letters, word, isJoined) = pieces[index]
      if type != .place, word.marks.contains(.capitals), let expansion = expansion(letters) {
        for concept in expansion {
          append(Int(concept), letters, word, isJoined, type, hint, to: &parts)
        }
        index += 1
      } else if let match = concepts.match(hashed.span, at: index),
        type != .place || concepts.concepts[match.concept].kind != .adjective
      {
        append(match.concept, letters, word, isJoined, type, hint, to: &parts)
        index += match.count
      } else {
        append(-1, letters, word, isJoined, type, hint, to: &parts)
        index += 1
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
    for part in parts where part.role != .kind {
      bare.append(contentsOf: table.scalars(part.token))
    }
    return gazetteer.find(bare.span)
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
