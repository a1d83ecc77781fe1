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
  var concepts: Concepts { .shipped }
  var gazetteer: KnownNames { .places }

  /// Takes a cleaned name apart that `parser` has read.
  mutating func prepare(
    _ clean: Span<UInt8>, _ parser: borrowing BulkNameParser, language: Language?
  ) -> PreparedName {
    let (tokens, facts) = (parser.tokens, parser.tokenFacts)
    let hint = Self.hint(facts, language)
    var name =
      parser.type == .person
      ? person(clean, tokens, parser.roles, facts, hint)
      : phrase(Self.words(clean, tokens), parser.type, hint, Self.second(facts))
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

  static func words(_ clean: Span<UInt8>, _ tokens: [NameToken]) -> [Word] {
    tokens.indices.map { word(clean, tokens, $0) }
  }

  private static func word(_ clean: Span<UInt8>, _ tokens: [NameToken], _ index: Int) -> Word {
    let bytes = tokens[index].bytes
    return Word(
      clean.extracting(Int(bytes.lowerBound)..<Int(bytes.upperBound)), tokens[index], index)
  }

  /// A word of a name.
  struct Word {
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
  mutating func intern(_ letters: [UInt32], _ hint: TokenReading.Hint) -> Int32 {
    Int32(table.intern(letters.span, hint: hint))
  }

  // MARK: - Persons

  private mutating func person(
    _ clean: Span<UInt8>, _ tokens: [NameToken], _ roles: [TokenRole], _ facts: [TokenFacts],
    _ hint: TokenReading.Hint
  ) -> PreparedName {
    var parts: [NamePart] = []
    parts.reserveCapacity(tokens.count)
    var qualifiers: [UInt32] = []
    // Brackets with years hold nothing that is a name: (b. 1970), (1885–1937).
    let isDated = tokens.contains { $0.marks.isSuperset(of: [.bracketed, .digit]) }
    for index in tokens.indices {
      if isDated, tokens[index].marks.contains(.bracketed) { continue }
      guard let kind = Self.kind(roles[index].role) else {
        if tokens[index].marks.contains(.bracketed) {
          qualifiers.append(Self.qualifier(Self.word(clean, tokens, index), facts[index]))
        }
        if facts[index].words.contains(.titleAfter), roles[index].role == .title {
          joinTitle(Self.word(clean, tokens, index), hint, to: &parts)
        }
        continue
      }
      if kind == .family, facts[index].letterCount <= 5,
        joinEnding(Self.word(clean, tokens, index), hint, to: &parts)
      {
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
        parts[parts.count - 1].word = UInt8(clamping: index)
      }
    }
    var further = PreparedName.Further()
    if isDated {
      // Years in brackets: of birth, or of birth and death.
      further.numbers = Self.words(clean, tokens).filter { $0.marks.contains(.bracketed) }
        .flatMap(Self.numbers).filter { (1000...2100).contains($0) }
    }
    further.qualifiers = qualifiers.sorted()
    if tokens.count <= Self.mostKnown { further.known = knownPerson(clean) }
    return PreparedName(type: .person, parts: parts, further)
  }

  /// People of history are known by names of few words.
  private static let mostKnown = 4

  /// The people of history who are known by the whole of a name.
  private func knownPerson(_ clean: Span<UInt8>) -> [UInt32] {
    var letters: [UInt32] = []
    letters.reserveCapacity(clean.count)
    FoldedText.append(clean, to: &letters)
    letters.removeAll(where: KnownNames.isPassedOver)
    return KnownNames.people.find(letters.span)
  }

  private static func qualifier(_ word: Word, _ facts: TokenFacts) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for letter in word.folded { hash = (hash ^ letter) &* 0x0100_0193 }
    return hash & ~1 | (facts.script == .latin ? 1 : 0)
  }

  /// An ending of family names that is written apart: Mustafa Zadeh is Mustafazadə.
  private mutating func joinEnding(
    _ word: Word, _ hint: TokenReading.Hint, to parts: inout [NamePart]
  ) -> Bool {
    guard parts.count > 1, let last = parts.last, !last.isJoined,
      last.role == .given || last.role == .family || last.role == .unknown,
      Int(last.word) + 1 == word.index, Self.looseEndings.contains(word.folded)
    else { return false }
    var joined = word
    joined.folded = Array(table.scalars(last.token)) + word.folded
    joined.joints = []
    var family: [NamePart] = []
    addFamily(joined, analyzer.facts(joined.folded.span), hint, to: &family)
    guard var part = family.first else { return false }
    part.certainty = last.certainty
    part.word = last.word
    parts[parts.count - 1] = part
    return true
  }

  private static let looseEndings = Set(
    ["zadə", "zade", "zadeh", "zada", "заде", "зада", "задә", "задə"].map {
      $0.unicodeScalars.map(\.value)
    })

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
  static func numbers(_ word: Word) -> [Int32] {
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
    if let stem = Self.fatherStem(base, word, facts) { part.another = intern(stem, hint) }
    if let gender = facts.patronymicGender { part.gender = gender == .male ? 1 : 2 }
    parts.append(part)
  }

  /// What a father's name begins with, where endings have swallowed its own or may have: Юр of Юрьевич and Yurevich, Нияз
  /// of Niyazi oğlu, who is Ниязович.
  private static func fatherStem(
    _ base: [UInt32], _ word: Word, _ facts: TokenFacts
  ) -> [UInt32]? {
    var stem = base
    if facts.patronymic.isTurkic || facts.patronymic == .none {
      guard base.count > 4 else { return nil }
    } else {
      guard facts.fatherStem >= 2 else { return nil }
      stem = Array(word.folded.prefix(Int(facts.fatherStem)))
    }
    while stem.count > 2, let last = stem.last, swallowed.contains(last),
      !swallowed.contains(stem[stem.count - 2]), !vowels.contains(stem[stem.count - 2])
    {
      stem.removeLast()
    }
    return stem == base ? nil : stem
  }

  /// What patronymic endings swallow of a father's name: i, y, j, ı, и, і, ы, ь, й and apostrophes.
  private static let swallowed: Set<UInt32> = [
    0x69, 0x79, 0x6A, 0x131, 0x438, 0x456, 0x44B, 0x44C, 0x439, 0x27, 0x2019, 0x2B9,
  ]

  private static let vowels: Set<UInt32> = Set("aeouəäöüūаеоуэюяәөүұ".unicodeScalars.map(\.value))

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

}
