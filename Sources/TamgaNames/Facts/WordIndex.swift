internal import TamgaLexicons
internal import TamgaText

/// The words and expressions that do something in names: titles, kinds, legal forms, markers, names of places.
struct WordIndex: Sendable {
  /// The most words an expression has.
  static let longestExpression = 6

  private var words = HashIndex(capacity: 16_384)
  private var stems = HashIndex(capacity: 2048)
  private var expressions = HashIndex(capacity: 8192)
  private var tokenizer = NameTokenizer()

  init(_ lexicons: Lexicons) {
    addMarkers(lexicons)
    addTitles(lexicons)
    addPlaces(lexicons)
    addOrganizations(lexicons)
    lexicons.forEachRow("works/kinds.tsv") { row in
      addLanguages(row, 1, .workKind)
    }
  }

  /// The marks of a word, by its letters.
  @inline(__always)
  func marks(_ hash: UInt64) -> WordMarks { WordMarks(rawValue: words.find(hash) ?? 0) }

  /// The marks of a word’s stem that may have an ending.
  @inline(__always)
  func stem(_ hash: UInt64) -> WordMarks? { stems.find(hash).map { WordMarks(rawValue: $0) } }

  /// The marks of an expression, by the joined hashes of its words.
  @inline(__always)
  func expression(_ hash: UInt64) -> WordMarks? {
    expressions.find(hash).map { WordMarks(rawValue: $0) }
  }

  // MARK: - Reading

  private mutating func addMarkers(_ lexicons: Lexicons) {
    let classes: [String: WordMarks] = [
      "patronymic": .patronymicMarker, "maiden": .maidenMarker, "alias": .aliasMarker,
      "address": .title,
    ]
    lexicons.forEachRow("names/markers.tsv") { row in
      guard var marks = classes[row[1]] else { return }
      if row[2] == "m" { marks.insert(.male) }
      if row[2] == "f" { marks.insert(.female) }
      addCell(row, 0, marks)
    }
    lexicons.forEachRow("names/particles.tsv") { addCell($0, 0, .particle) }
  }

  private mutating func addTitles(_ lexicons: Lexicons) {
    lexicons.forEachRow("names/titles.tsv") { row in
      var marks: WordMarks =
        switch row[2] {
        case "before": .titleBefore
        case "after": .titleAfter
        default: .title
        }
      if row[1] == "religious" { marks.insert(.religious) }
      if row[1] != "honorific", row[1] != "address" { marks.insert(.rank) }
      addLanguages(row, 3, marks)
    }
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

  private mutating func addPlaces(_ lexicons: Lexicons) {
    lexicons.forEachRow("places/kinds.tsv") { row in
      let marks: WordMarks =
        Self.honouring.contains(row[0]) ? [.placeKind, .honours] : .placeKind
      addLanguages(row, 1, marks)
      row.forEachValue(5) { addTagged($0, marks) }
    }
    lexicons.forEachRow("places/places.tsv") { row in
      addLanguages(row, 3, .place)
      addCell(row, 7, .place)
      for column in 8...9 { row.forEachValue(column) { addTagged($0, .place) } }
    }
  }

  private mutating func addOrganizations(_ lexicons: Lexicons) {
    let classes: [String: WordMarks] = [
      "kind": .organizationKind, "descriptor": .descriptor, "field": .field, "unit": .field,
      "adjective": .descriptor, "grammar": .grammar,
    ]
    lexicons.forEachRow("organizations/words.tsv") { row in
      guard var marks = classes[row[1]] else { return }
      if Self.honouring.contains(row[0]) { marks.insert(.honours) }
      addLanguages(row, 2, marks)
    }
    lexicons.forEachRow("organizations/legal-forms.tsv") { row in
      addLanguages(row, 2, .legalForm)
    }
    lexicons.forEachRow("organizations/abbreviations.tsv") { addCell($0, 0, .abbreviation) }
    lexicons.forEachRow("organizations/named-after.tsv") { row in
      // `X adına`, `имени X`: X stands for the person.
      row.withCell(2) { pattern in
        guard pattern.count > 2 else { return }
        if pattern[0] == UInt8(ascii: "X") {
          add(pattern.extracting(2..<pattern.count), .namedAfter)
        } else {
          add(pattern.extracting(0..<pattern.count - 2), [.namedAfter, .precedes])
        }
      }
    }
  }

  /// The four columns az, kk, ru, en; the first two in both alphabets.
  private mutating func addLanguages(_ row: LexiconRow, _ first: Int, _ marks: WordMarks) {
    row.forEachValue(first) { add($0, marks, .azerbaijani) }
    row.forEachValue(first + 1) { add($0, marks, .kazakh) }
    addCell(row, first + 2, marks)
    addCell(row, first + 3, marks)
  }

  private mutating func addCell(_ row: LexiconRow, _ column: Int, _ marks: WordMarks) {
    row.forEachValue(column) { add($0, marks) }
  }

  /// A value `language:Form`, with years in brackets behind it or without.
  private mutating func addTagged(_ value: Span<UInt8>, _ marks: WordMarks) {
    var start = 0
    while start < value.count, value[start] != UInt8(ascii: ":") { start += 1 }
    var end = start
    while end < value.count, value[end] != UInt8(ascii: "(") { end += 1 }
    guard start + 1 < end else { return }
    add(value.extracting(start + 1..<end), marks)
  }

  /// Adds a word or an expression; each word may end in `*`, and then carry an ending.
  private mutating func add(
    _ value: Span<UInt8>, _ marks: WordMarks, _ alphabet: SecondAlphabet? = nil
  ) {
    tokenizer.tokenize(value)
    let (tokens, letters) = (tokenizer.tokens, tokenizer.letters)
    guard tokens.count <= Self.longestExpression else { return }
    var joined: UInt64 = 0
    var spelled: UInt64 = 0
    for (position, token) in tokens.enumerated() {
      var range = Int(token.letters.lowerBound)..<Int(token.letters.upperBound)
      let isStem = letters[range.upperBound - 1] == UInt32(UInt8(ascii: "*"))
      if isStem { range = range.lowerBound..<range.upperBound - 1 }
      let word = letters.span.extracting(range)
      let given = tokens.count == 1 ? marks : position == 0 ? .opens : []
      joined = insert(word, given, isStem: isStem, position, joined)
      if let alphabet {
        spelled = insert(alphabet.spell(word).span, given, isStem: isStem, position, spelled)
      }
    }
    guard tokens.count > 1 else { return }
    expressions.insert(joined, marks.rawValue)
    if alphabet != nil { expressions.insert(spelled, marks.rawValue) }
  }

  /// Adds one word of an expression; returns the hash of the expression so far.
  private mutating func insert(
    _ word: Span<UInt32>, _ marks: WordMarks, isStem: Bool, _ position: Int, _ joined: UInt64
  ) -> UInt64 {
    let hash = LetterHash.hash(word)
    if word.count > 0, !marks.isEmpty { words.insert(hash, marks.rawValue) }
    if word.count > 0, isStem { stems.insert(hash, marks.rawValue) }
    return position == 0 ? hash : LetterHash.join(joined, hash)
  }
}
