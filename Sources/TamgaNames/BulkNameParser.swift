public import TamgaText

/// Takes names apart in bulk, as bytes: one value a thread, used again for every name.
///
/// Facts of words are kept, so that each distinct word is looked up once. A caller that has its own table of words
/// gives tokens and facts instead.
public struct BulkNameParser {
  /// What the last name names, and how likely that is.
  public private(set) var type: NameType = .person
  /// From 0 to 1.
  public private(set) var typeProbability: Float = 0
  /// What the forms of the last name say of its bearer.
  public private(set) var gender: Gender?
  /// From 0 to 1; 0 where the forms say nothing.
  public private(set) var genderProbability: Float = 0

  /// How well the last name reads as a person's, from 0 to 1.
  private(set) var evidence: Float = 0

  private let parser: NameParser
  private var tokenizer = NameTokenizer()
  private var persons: PersonReader
  private(set) var reading = NameReading()
  private var readings = KnownReadings()
  private var written = WrittenWords()
  private var known: HashIndex
  private var kept: [TokenFacts] = []
  /// Whether the last name stood in quotes before it was cleaned.
  private var isQuoted = false
  /// How many distinct words are kept before all are forgotten.
  private static let mostKept = 1 << 18

  /// Takes names apart with a parser’s lexicons and weights.
  public init(_ parser: NameParser = .shipped) {
    self.parser = parser
    persons = PersonReader(weights: parser.roles)
    known = HashIndex(capacity: 1024)
  }

  /// The tokens of the last name.
  public var tokens: [NameToken] { reading.tokens }
  /// Their roles.
  public var roles: [TokenRole] { reading.roles }
  /// Their facts.
  public var tokenFacts: [TokenFacts] { reading.facts }

  var analyzer: TokenAnalyzer { parser.analyzer }

  /// The language the last name is written in; nil where nothing decides it.
  public var language: Language? { LanguageGuess.language(reading) }

  /// The friendly form of the last name.
  ///
  /// - Parameters:
  ///   - name: the cleaned name, as it was given to `parse`.
  ///   - language: its language, where it is known.
  public func assembled(_ name: Span<UInt8>, language: Language?) -> ParsedName {
    NameAssembler(name, self).assemble(language: language)
  }

  /// The words of the last name that its pattern was chosen for, and what the rest says of them; those of an earlier name
  /// where the reading was known.
  var core: (tokens: [CoreToken], context: CoreContext) { (persons.core, persons.context) }

  /// Takes a cleaned name apart, given as UTF-8.
  ///
  /// - Parameters:
  ///   - original: the name before cleaning, where capitals may set the family name off.
  public mutating func parse(
    _ name: Span<UInt8>, original: Span<UInt8>? = nil, type: NameType? = nil
  ) {
    isQuoted = false
    reading.begin()
    if let original, !Self.equal(name, original) {
      tokenizer.noteCapitals(original)
      isQuoted = Self.isEnclosed(original) && !Self.isEnclosed(name)
      cut(name)
    } else if !takeWords(name) {
      reading.begin()
      cut(name)
    }
    read(type)
  }

  /// Takes a name apart whose words and their facts the caller has.
  public mutating func parse(
    _ tokens: Span<NameToken>, _ facts: Span<TokenFacts>, type: NameType? = nil
  ) {
    isQuoted = false
    reading.begin()
    for index in 0..<tokens.count { reading.append(tokens[index], facts[index]) }
    read(type)
  }

  /// Takes in the words of a name as the tokenizer cuts them.
  private mutating func cut(_ name: Span<UInt8>) {
    tokenizer.tokenize(name)
    let (tokens, letters) = (tokenizer.tokens, tokenizer.letters)
    for token in tokens {
      let range = Int(token.letters.lowerBound)..<Int(token.letters.upperBound)
      reading.append(token, kept[lookUp(letters.span.extracting(range))])
    }
  }

  /// Takes in the words of a name as they are written; false where a sign needs the tokenizer.
  private mutating func takeWords(_ name: Span<UInt8>) -> Bool {
    let kinds = WrittenWords.kinds
    var position = 0
    var scalar: Int32 = 0
    var letters: Int32 = 0
    var marks: NameToken.Marks = []
    while position < name.count {
      if name[position] == 0x20 || name[position] == 0x2C {
        if name[position] == 0x2C { marks = .afterComma }
        position += 1
        scalar += 1
        continue
      }
      guard let (end, hash) = WrittenWords.scan(name, from: position, kinds.span) else {
        return false
      }
      var found = written.find(hash)
      if found == nil { found = keepWord(name.extracting(position..<end), hash) }
      guard let word = found else { return false }
      let count = Int32(word.scalars)
      if word.facts >= 0 {
        reading.append(
          NameToken(
            bytes: Int32(position)..<Int32(end), scalar: scalar, letters: letters..<letters + count,
            marks: word.marks.union(marks)),
          kept[Int(word.facts)])
        letters += count
        marks = []
      }
      scalar += count
      position = end
    }
    return true
  }

  /// Cuts a word that did not come before and keeps it; nil where it is not one word.
  private mutating func keepWord(_ word: Span<UInt8>, _ hash: UInt64) -> WrittenWords.Word? {
    var scalars = 0
    var position = 0
    while position < word.count {
      _ = UTF8Decoding.next(word, &position)
      scalars += 1
    }
    guard let count = UInt8(exactly: scalars) else { return nil }
    tokenizer.tokenize(word)
    let (tokens, letters) = (tokenizer.tokens, tokenizer.letters)
    guard let token = tokens.first else {
      let none = WrittenWords.Word(facts: -1, marks: [], scalars: count)
      if written.count == Self.mostKept { written.removeAll() }
      written.insert(hash, none)
      return none
    }
    guard tokens.count == 1, letters.count == scalars else { return nil }
    let found = WrittenWords.Word(
      facts: Int32(lookUp(letters.span)), marks: token.marks, scalars: count)
    if written.count == Self.mostKept { written.removeAll() }
    written.insert(hash, found)
    return found
  }

  /// Reads the name that was taken in.
  private mutating func read(_ type: NameType?) {
    let key = KnownReadings.key(reading, isQuoted: isQuoted, type: type)
    if let key, let verdict = readings.read(key, &reading) {
      self.type = verdict.type
      typeProbability = verdict.typeProbability
      gender = verdict.gender
      genderProbability = verdict.genderProbability
      evidence = verdict.evidence
      return
    }
    reading.finish(parser.analyzer.parts)
    readAnew(type)
    guard let key else { return }
    readings.keep(
      key, reading,
      KnownReadings.Verdict(
        type: self.type, typeProbability: typeProbability, gender: gender,
        genderProbability: genderProbability, evidence: evidence))
  }

  private mutating func readAnew(_ type: NameType?) {
    evidence = 0
    if type == nil || type == .person {
      persons.read(&reading)
      evidence = persons.evidence
    }
    if let type {
      self.type = type
      typeProbability = 1
    } else {
      decideType()
    }
    gender = nil
    genderProbability = 0
    guard self.type == .person else {
      ThingReader.read(&reading, type: self.type)
      return
    }
    if let verdict = GenderEvidence(reading).verdict {
      gender = verdict.gender
      genderProbability = verdict.probability
    }
  }

  /// Whether a name begins and ends with quotes.
  private static func isEnclosed(_ name: Span<UInt8>) -> Bool {
    guard name.count > 2 else { return false }
    var position = 0
    let first = UTF8Decoding.next(name, &position)
    var start = name.count - 1
    while start > 0, name[start] & 0xC0 == 0x80 { start -= 1 }
    let last = UTF8Decoding.next(name, &start)
    return [0x22, 0xAB, 0x201C, 0x201E].contains(first)
      && [0x22, 0xBB, 0x201C, 0x201D].contains(last)
  }

  private static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in 0..<a.count where a[index] != b[index] { return false }
    return true
  }

  private mutating func decideType() {
    let shares = parser.types.probabilities(
      reading, evidence: evidence, isQuoted: isQuoted)
    var best = 0
    for column in 1..<4 where shares[column] > shares[best] { best = column }
    type = TypeModel.types[best]
    typeProbability = shares[best]
  }

  /// The number of a word’s facts in `kept`, given its folded letters.
  private mutating func lookUp(_ letters: Span<UInt32>) -> Int {
    let hash = LetterHash.hash(letters)
    if let number = known.find(hash) { return Int(number) }
    if kept.count == Self.mostKept {
      kept.removeAll(keepingCapacity: true)
      known = HashIndex(capacity: 1024)
      written.removeAll()
    }
    let facts = parser.analyzer.facts(letters)
    known.insert(hash, UInt64(kept.count))
    kept.append(facts)
    return kept.count - 1
  }
}
