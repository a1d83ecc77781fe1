internal import TamgaLexicons
internal import TamgaText

extension PartTableWriter {
  /// Markers, titles, kinds, legal forms, names of places.
  mutating func addWords() {
    addMarkers()
    addTitles()
    addPlaces()
    addOrganizations()
    for row in lexicons.rows("works/kinds.tsv") { addLanguages(row, 1, .workKind) }
    for row in lexicons.rows("works/titles.tsv") { addLanguages(row, 1, .workTitle) }
  }

  private mutating func addMarkers() {
    let classes: [String: WordMarks] = [
      "patronymic": .patronymicMarker, "maiden": .maidenMarker, "alias": .aliasMarker,
      "address": .title,
    ]
    for row in lexicons.rows("names/markers.tsv") {
      guard var marks = classes[row[1]] else { continue }
      if row[2] == "m" { marks.insert(.male) }
      if row[2] == "f" { marks.insert(.female) }
      addPattern(row[0], marks)
    }
    for row in lexicons.rows("names/particles.tsv") { addPattern(row[0], .particle) }
  }

  private mutating func addTitles() {
    for row in lexicons.rows("names/titles.tsv") {
      var marks: WordMarks =
        row[2] == "before" ? .titleBefore : row[2] == "after" ? .titleAfter : .title
      if row[1] == "religious" { marks.insert(.religious) }
      if row[1] != "honorific" { marks.insert(.rank) }
      addLanguages(row, 3, marks)
    }
  }

  private mutating func addPlaces() {
    for row in lexicons.rows("places/kinds.tsv") {
      let marks: WordMarks =
        Self.honouring.contains(row[0]) ? [.placeKind, .honours] : .placeKind
      addLanguages(row, 1, marks)
      for (_, form) in row.tagged(5) { addPattern(form, marks) }
    }
    for row in lexicons.rows("places/places.tsv") {
      addLanguages(row, 3, .place)
      for value in row.values(7) { addPattern(value, .place) }
      for column in 8...9 {
        for (_, form) in row.tagged(column) {
          // Years stand in brackets behind a former name.
          addPattern(String(form.prefix { $0 != "(" }), .place)
        }
      }
    }
  }

  private mutating func addOrganizations() {
    let classes: [String: WordMarks] = [
      "kind": .organizationKind, "descriptor": .descriptor, "subject": .descriptor,
      "unit": .descriptor,
      "adjective": .descriptor, "grammar": .grammar,
    ]
    for row in lexicons.rows("organizations/words.tsv") {
      guard var marks = classes[row[1]] else { continue }
      if Self.honouring.contains(row[0]) { marks.insert(.honours) }
      addLanguages(row, 2, marks)
    }
    for row in lexicons.rows("organizations/legal-forms.tsv") { addLanguages(row, 2, .legalForm) }
    for row in lexicons.rows("organizations/abbreviations.tsv") {
      addPattern(row[0], .abbreviation)
    }
    for row in lexicons.rows("organizations/named-after.tsv") {
      // `X adına`, `имени X`: X stands for the person.
      let pattern = row[2]
      if pattern.hasPrefix("X ") {
        addPattern(String(pattern.dropFirst(2)), .namedAfter)
      } else if pattern.hasSuffix(" X") {
        addPattern(String(pattern.dropLast(2)), [.namedAfter, .precedes])
      }
    }
  }

  /// The four columns az, kk, ru, en; the first two in both alphabets.
  private mutating func addLanguages(_ row: LexiconRow, _ first: Int, _ marks: WordMarks) {
    for (offset, alphabet) in [SecondAlphabet.azerbaijani, .kazakh, nil, nil].enumerated() {
      for value in row.values(first + offset) { addPattern(value, marks, alphabet) }
    }
    // Who has no Azerbaijani keyboard writes qezeti and kucesi.
    for value in row.values(first) { addPlain(value, marks) }
  }

  /// A pattern in the letters of ASCII, where that leaves a word of five letters or more that no lexicon has.
  private mutating func addPlain(_ value: String, _ marks: WordMarks) {
    let letters = Self.folded(value).map { Self.plain[$0] ?? $0 }
    let plain = Self.text(letters)
    guard plain != value, letters.count >= 5, entries[plain] == nil else { return }
    addPattern(plain, marks)
  }

  private static let plain: [UInt32: UInt32] = [
    0x259: 0x65, 0x131: 0x69, 0xF6: 0x6F, 0xFC: 0x75, 0x11F: 0x67, 0x15F: 0x73, 0xE7: 0x63,
  ]

  /// A word or an expression; each word may end in `*`, and then carry an ending.
  private mutating func addPattern(
    _ value: String, _ marks: WordMarks, _ alphabet: SecondAlphabet? = nil
  ) {
    var tokenizer = NameTokenizer()
    let bytes = Array(value.utf8)
    tokenizer.tokenize(bytes.span)
    guard (1...PartTable.longestExpression).contains(tokenizer.tokens.count) else { return }
    let words = tokenizer.tokens.map { token in
      Array(tokenizer.letters[Int(token.letters.lowerBound)..<Int(token.letters.upperBound)])
    }
    addWords(words, marks)
    guard let alphabet else { return }
    let spelled = words.map { alphabet.spell($0.span) }
    if spelled.allSatisfy({ !$0.isEmpty }) { addWords(spelled, marks) }
  }

  private mutating func addWords(_ words: [[UInt32]], _ marks: WordMarks) {
    let given = words.count == 1 ? marks : .opens
    let first = words[0]
    let bare = first.filter { $0 != 0x2A }
    add(Self.text(bare), words: given)
    if first.count != bare.count { add(Self.text(first), words: given) }
    guard words.count > 1 else { return }
    // The stems of the words behind the first, so that a word is known to have one of them.
    for word in words.dropFirst() where word.last == 0x2A { add(Self.text(word)) }
    add(words.map { Self.text($0) }.joined(separator: " "), words: marks)
  }

  /// Kinds that are often named after persons.
  private static let honouring: Set<String> = [
    "street", "avenue", "boulevard", "square", "lane", "passage", "embankment", "park", "district",
    "village", "settlement", "city", "airport", "metro-station", "stadium", "bridge", "station",
    "university", "institute", "academy", "school", "lyceum", "gymnasium", "college", "theatre",
    "theater", "library", "museum", "foundation", "fund", "centre", "center", "conservatory",
    "conservatoire", "film-studio", "factory", "plant", "hospital", "palace", "prize", "award",
    "kolkhoz", "sovkhoz", "philharmonic", "orchestra", "ensemble", "gallery", "publishing-house",
  ]
}
