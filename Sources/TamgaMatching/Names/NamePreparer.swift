internal import TamgaText

/// Takes names apart and puts their tokens into a table.
struct NamePreparer: Sendable {
  var table: TokenTable
  private let concepts: Concepts
  private let gazetteer: PlaceConcepts

  init(table: TokenTable = TokenTable(), concepts: Concepts = .shipped) {
    self.table = table
    self.concepts = concepts
    gazetteer = .shipped
  }

  /// A word of a name with what stands around it.
  private struct Word {
    var letters: [UInt32]
    var folded: [UInt32]
    var isDotted = false
    var isJoined = false
  }

  mutating func prepare(_ name: String, type: NameType, language: Language? = nil) -> PreparedName {
    let clean = NameCleaner(CleaningOptions(language: language, type: type)).clean(name).text
    let hint = TokenReading.Hint(language)
    let words = Self.words(clean)
    return type == .person ? person(words, hint) : phrase(words, type, hint)
  }

  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var letters: [UInt32] = []
    for scalar in text.unicodeScalars.map(\.value) + [0x20] {
      switch scalar {
      case 0x20, 0x2C, 0x2D, 0x28, 0x29, 0x22, 0x2F, 0x5B, 0x5D, 0x26, 0x5F:
        let isDotted = letters.last == 0x2E
        letters.removeAll { $0 == 0x2E }
        if !letters.isEmpty {
          words.append(
            Word(
              letters: letters, folded: letters.map { FoldedText.fold($0) }, isDotted: isDotted,
              isJoined: scalar == 0x2D))
        }
        letters.removeAll()
      default: letters.append(scalar)
      }
    }
    return words
  }

  private mutating func person(_ words: [Word], _ hint: TokenReading.Hint) -> PreparedName {
    var parts: [NamePart] = []
    for word in words {
      var part = NamePart(token: Int32(table.intern(word.folded.span, hint: hint)))
      if word.folded.count == 1 || word.isDotted && word.folded.count == 2 { part.role = .initial }
      part.isJoined = word.isJoined
      if table.entries[Int(part.token)].forms.isEmpty { continue }
      parts.append(part)
    }
    return PreparedName(type: .person, parts: parts)
  }

  /// Places, organisations and works: words that carry meaning, and words that are names.
  private mutating func phrase(
    _ words: [Word], _ type: NameType, _ hint: TokenReading.Hint
  ) -> PreparedName {
    var parts: [NamePart] = []
    let hashed = words.map { Concepts.Word($0.folded.span) }
    var index = 0
    while index < words.count {
      let word = words[index]
      if word.letters.count >= 2, type == .organization,
        let expansion = concepts.expansion(word.letters.span)
      {
        for concept in expansion { append(Int(concept), word, type, hint, to: &parts) }
        index += 1
      } else if let match = concepts.match(hashed.span, at: index) {
        append(match.concept, word, type, hint, to: &parts)
        index += match.count
      } else {
        append(-1, word, type, hint, to: &parts)
        index += 1
      }
    }
    if parts.isEmpty, let word = words.first { append(-1, word, type, hint, to: &parts) }
    var name = PreparedName(type: type, parts: parts)
    if type == .place { name.places = places(words, parts) }
    return name
  }

  private mutating func append(
    _ concept: Int, _ word: Word, _ type: NameType, _ hint: TokenReading.Hint,
    to parts: inout [NamePart]
  ) {
    var part = NamePart(token: Int32(table.intern(word.folded.span, hint: hint)))
    part.isJoined = word.isJoined
    part.role = .word
    if concept >= 0 {
      part.concept = Int32(concept)
      switch concepts.concepts[concept].kind {
      case .grammar: return
      case .placeKind, .workKind: part.role = .kind
      case .legalForm where type != .place: part.role = .kind
      default: break
      }
    }
    if part.concept < 0, table.entries[Int(part.token)].forms.isEmpty { return }
    if type == .place, part.concept < 0, let stem = Self.adjectiveStem(word.folded) {
      part.other = Int32(table.intern(stem.span, hint: hint))
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
      let range = table.entries[Int(part.token)].letters
      bare.append(contentsOf: table.letters[Int(range.lowerBound)..<Int(range.upperBound)])
    }
    return gazetteer.find(bare.span)
  }

  /// Endings that make an adjective of a place's name: Жанибекский район, Martukskiy.
  private static let adjectives: [[UInt32]] = [
    "ский", "ская", "ское", "ской", "ського", "ський", "ська", "ське", "скі", "ский",
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
