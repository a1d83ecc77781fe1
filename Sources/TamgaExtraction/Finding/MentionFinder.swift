internal import TamgaNames
internal import TamgaText

/// Finds the names of one document: quotations first, then things with a kind word, then runs of capitals; at last what
/// only the rest of the document explains.
struct MentionFinder {
  var document: TextDocument
  let vocabulary: Vocabulary
  var found: [FoundName] = []
  /// Single words that are names only if the document says so elsewhere.
  var pending: [FoundName] = []
  /// Readings of words, by their numbers.
  private var readings: [[WordReading]?]
  /// Parts of the line in title case, as ranges of tokens: capitals say little there.
  var headlines: [Range<Int>] = []

  init(_ document: TextDocument, _ vocabulary: Vocabulary) {
    self.document = document
    self.vocabulary = vocabulary
    readings = Array(repeating: nil, count: document.words.count)
  }

  mutating func find() -> [Mention] {
    for line in document.lines {
      let tongue = Tongue(line.language)
      headlines.removeAll(keepingCapacity: true)
      findHeadlines(line.tokens)
      findQuotations(line.tokens, tongue)
      findThings(line.tokens, tongue)
      findRuns(line.tokens, tongue)
    }
    resolvePending()
    return mentions()
  }

  // MARK: - Looking at tokens

  func classes(_ token: Int) -> WordClasses { document.classes(token) }

  /// Whether a token is a free word with a capital.
  func isCapital(_ token: Int) -> Bool {
    let token = document.tokens[token]
    return token.isCapital && token.marks.isDisjoint(with: [.claimed, .masked])
  }

  /// Whether only white space stands between a token and the one before it.
  func follows(_ token: Int) -> Bool {
    !document.tokens[token].marks.contains(.line)
  }

  func isSign(_ token: Int, _ sign: UInt32) -> Bool { document.tokens[token].sign == sign }

  mutating func claim(_ range: Range<Int>) {
    for token in range { document.tokens[token].marks.insert(.claimed) }
  }

  mutating func emit(
    _ range: Range<Int>, _ type: NameType, isQuoted: Bool = false, isSure: Bool = true
  ) {
    guard !range.isEmpty else { return }
    claim(range)
    found.append(FoundName(tokens: range, type: type, isQuoted: isQuoted, isSure: isSure))
  }

  func isHeadline(_ token: Int) -> Bool { headlines.contains { $0.contains(token) } }

  // MARK: - Readings

  /// The ways to read a word, the word as it stands first.
  mutating func readings(_ token: Int) -> [WordReading] {
    let number = Int(document.tokens[token].word)
    guard number >= 0 else { return [] }
    if let known = readings[number] { return known }
    let entry = document.words[number]
    var list = [
      WordReading(
        form: nil, place: vocabulary.places.find(entry.hash), facts: entry.facts, isSeen: false)
    ]
    let possessed = !entry.classes.isDisjoint(with: [.organizationKind, .placeKind, .workKind])
    for form in entry.tongue.forms(entry.key, possessed: possessed) {
      guard entry.counts.isEmpty || form.tail.isEmpty else { continue }
      let base = form.base(entry.key)
      let hash = WordHash.hash(base)
      let seen = document.number(hash, entry.tongue).map { document.words[$0] }
      let letters = Array(entry.letters[..<entry.letterCount(form.kept)]) + form.tail
      list.append(
        WordReading(
          form: form, place: vocabulary.places.find(hash),
          facts: vocabulary.analyzer.facts(letters.span),
          isSeen: seen.map { $0.capital > 0 } ?? false))
    }
    readings[number] = list
    return list
  }

  /// The reading that does best as a place, or as a word of a person’s name.
  mutating func bestReading(_ token: Int, _ score: (WordReading) -> Int) -> WordReading? {
    var best: WordReading?
    for reading in readings(token) where best.map({ score(reading) > score($0) }) ?? true {
      best = reading
    }
    return best
  }

  /// The reading of a single word as a place of the lexicon.
  mutating func placeReading(_ token: Int) -> WordReading? {
    bestReading(token) { $0.placeScore }.flatMap { $0.place == nil ? nil : $0 }
  }

  /// How much a word looks like a part of a person’s name: 0 to 5.
  mutating func personScore(_ token: Int) -> Int {
    var best = 0
    for reading in readings(token) {
      let facts = reading.facts
      var score = 0
      if facts.names.isGiven, !facts.names.contains(.inflected) {
        score = facts.names.isLikeness ? 2 : 5
      }
      if facts.names.contains(.surname) { score = max(score, 5) }
      if facts.surname != .none, facts.surnameStrength == 3 { score = max(score, 4) }
      if facts.patronymic != .none, facts.isFatherKnown { score = max(score, 4) }
      if reading.form?.strength == .weak { score -= 1 }
      best = max(best, score)
    }
    return best
  }

  /// The longest name of a place in the lexicon that begins at a token: how many tokens it has.
  mutating func placeLength(_ start: Int, _ end: Int) -> Int {
    guard let first = document.entry(start) else { return 0 }
    var best = placeReading(start) == nil ? 0 : 1
    let stem = first.tongue == .russian ? WordHash.hash(RussianCases.stem(first.key)) : 0
    guard vocabulary.places.opens(first.hash) || stem != 0 && vocabulary.places.opens(stem)
    else { return best }
    var phrase = first.hash
    var stems = stem
    var index = start + 1
    while index < end, index < start + Gazetteer.longest {
      guard let entry = document.entry(index), follows(index) else { break }
      for hash in [entry.hash]
        + readings(index).compactMap({ reading in
          reading.form.map { WordHash.hash($0.base(entry.key)) }
        })
      {
        if vocabulary.places.find(WordHash.join(phrase, hash)) != nil { best = index + 1 - start }
      }
      phrase = WordHash.join(phrase, entry.hash)
      if first.tongue == .russian {
        stems = WordHash.join(stems, WordHash.hash(RussianCases.stem(entry.key)))
        if vocabulary.places.findStems(stems) != nil { best = index + 1 - start }
      }
      index += 1
    }
    return best
  }
}
