internal import TamgaNames
internal import TamgaText

extension NamePreparer {
  // MARK: - Places, organisations and works

  /// Words that carry meaning, and words that are names.
  ///
  /// - Parameter second: the language whose second alphabet the name is written in, if it is.
  mutating func phrase(
    _ words: [Word], _ type: NameType, _ hint: TokenReading.Hint, _ second: Language?
  ) -> PreparedName {
    var pieces: [(letters: [UInt32], word: Word, isJoined: Bool)] = []
    for word in words {
      let parts = word.pieces
      for (number, part) in parts.enumerated() where !part.isEmpty {
        pieces.append((Array(part), word, number + 1 < parts.count))
      }
    }
    var parts: [NamePart] = []
    let plain = pieces.map { $0.letters.filter { !Self.apostrophes.contains($0) } }
    let hashed = plain.map { Concepts.Word($0.span) }
    // The lexicons have the words of a language in its first alphabet.
    var bridged: [Concepts.Word] = []
    if let second {
      for letters in plain {
        let key = AlphabetBridge.key(letters, second)?.key ?? letters
        bridged.append(Concepts.Word(key.span))
      }
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
        let meaning = meaning(match, word, type),
        bridged.isEmpty || concepts.match(bridged.span, at: index)?.count ?? 0 <= match.count
      {
        append(meaning, letters, word, isJoined, type, hint, to: &parts)
        if before < parts.count {
          parts[before].span = UInt8(clamping: match.count)
          let also = type == .place ? match.concept : concepts.meaning(match) { $0.isOfTitles }
          if type != .organization, let also, also != meaning {
            parts[before].inTitle = Int16(exactly: also) ?? -1
          }
        }
        index += match.count
        let concept = concepts.concepts[meaning]
        if concept.kind == .grammar { isLocal = Self.localWords.contains(concept.slug) }
      } else if !bridged.isEmpty, let match = concepts.match(bridged.span, at: index),
        let meaning = meaning(match, word, type),
        match.count > 1 || concepts.match(hashed.span, at: index) == nil
      {
        // What the word means if it is of that language, and its letters if it is not.
        append(match.count > 1 ? meaning : -1, letters, word, isJoined, type, hint, to: &parts)
        if before < parts.count {
          parts[before].span = UInt8(clamping: match.count)
          parts[before].inTitle = Int16(exactly: meaning) ?? -1
        }
        index += match.count
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
    if type == .place, parts.allSatisfy({ $0.role == .kind }) {
      // A place that is called by a kind's name alone: Кент, Бирлик, Горное.
      for index in parts.indices {
        parts[index].role = .word
        parts[index].concept = -1
      }
    }
    var further = PreparedName.Further(numbers: words.flatMap(Self.numbers))
    if type == .place { further.known = known(gazetteer, words, parts) }
    if type == .work { further.known = known(.works, words, parts) }
    return PreparedName(type: type, parts: parts, further)
  }

  /// What a pattern means in a name of a type: kinds in names of places, legal forms in capitals: АҚ is no ақ.
  private func meaning(_ match: Concepts.Match, _ word: Word, _ type: NameType) -> Int? {
    if type == .place {
      if let kind = concepts.meaning(match, { $0 == .placeKind }) { return kind }
      return concepts.concepts[match.concept].kind == .adjective ? nil : match.concept
    }
    if word.marks.contains(.capitals), type == .organization,
      let form = concepts.meaning(match, { $0 == .legalForm })
    {
      return form
    }
    return match.concept
  }

  /// The language whose second alphabet some words are written in: Azerbaijani in Cyrillic, Kazakh in Latin letters.
  static func second(_ facts: [TokenFacts]) -> Language? {
    var alphabet: AlphabetMarks = []
    for fact in facts { alphabet.formUnion(fact.alphabet) }
    if alphabet.contains(.azerbaijaniCyrillic)
      || alphabet.contains(.turkicCyrillic)
        && alphabet.isDisjoint(with: [.kazakhCyrillic, .dottedI, .russian])
    {
      return .azCyrl
    }
    let isLatin = facts.contains { $0.script == .latin }
    return isLatin && alphabet.isDisjoint(with: [.azerbaijani, .western]) ? .kkLatn : nil
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
    part.word = UInt8(clamping: word.index)
    if concept >= 0 {
      part.concept = Int16(exactly: concept) ?? -1
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
    if part.concept < 0, type != .place, letters.count > 4 {
      let bases = Self.genitiveBases(letters)
      if let base = bases.first { part.other = intern(base, hint) }
      if bases.count > 1 { part.another = intern(bases[1], hint) }
    }
    if type == .place, part.concept < 0, let stem = Self.adjectiveStem(letters) {
      part.other = intern(stem, hint)
      if stem.count > 4, let last = stem.last, last == 0x43D || last == 0x6E {
        // -инский, -енский, -анский
        part.another = intern(Array(stem.dropLast(2)), hint)
      }
    }
    parts.append(part)
  }

  /// What a lexicon knows by the whole name, or by the name without its kind words.
  private func known(_ lexicon: KnownNames, _ words: [Word], _ parts: [NamePart]) -> [UInt32] {
    let whole = words.flatMap(\.folded)
    let found = lexicon.find(whole.span)
    if !found.isEmpty { return found }
    var kinds: Set<UInt8> = []
    for part in parts where isKind(part) {
      // An airport has the name of its city, and is another thing.
      if part.concept >= 0, concepts.concepts[Int(part.concept)].group == "structure" { return [] }
      kinds.insert(part.word)
    }
    guard !kinds.isEmpty else { return [] }
    var bare: [UInt32] = []
    for word in words where !kinds.contains(UInt8(clamping: word.index)) {
      bare.append(contentsOf: word.folded)
    }
    return lexicon.find(bare.span)
  }

  /// Whether a part says of what kind a place or a work is.
  private func isKind(_ part: NamePart) -> Bool {
    part.role == .kind
      || part.inTitle >= 0 && concepts.concepts[Int(part.inTitle)].kind == .workKind
  }

  /// What a name may be that stands in the genitive, as in names of organisations: Гейдара Алиева, Чайковского,
  /// Əliyevin, Абайдың.
  private static func genitiveBases(_ letters: [UInt32]) -> [[UInt32]] {
    func ends(_ ending: String) -> Bool {
      letters.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars.map(\.value))
    }
    func with(_ count: Int, _ tail: UInt32...) -> [UInt32] { Array(letters.dropLast(count)) + tail }
    if ends("ского") || ends("цкого") || ends("кого") { return [with(3, 0x438, 0x439)] }
    if ends("овой") || ends("евой") || ends("иной") { return [with(2, 0x430)] }
    switch letters[letters.count - 1] {
    case 0x430: return [with(1)]
    case 0x44F: return [with(1, 0x439), with(1, 0x44C)]
    default: break
    }
    for ending in ["ның", "нің", "дың", "дің", "тың", "тің"] where ends(ending) { return [with(3)] }
    for ending in ["ın", "in", "un", "ün"] where ends(ending) {
      return letters.count > 6 && letters[letters.count - 3] == 0x6E
        ? [with(2), with(3)] : [with(2)]
    }
    return []
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
