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

  private let parser: NameParser
  private var tokenizer = NameTokenizer()
  private var persons: PersonReader
  private(set) var reading = NameReading()
  private var facts: [TokenFacts] = []
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

  /// How well the last name reads as a person's, from 0 to 1.
  var evidence: Float { persons.evidence }

  /// The words of the last name that its pattern was chosen for, and what the rest says of them.
  var core: (tokens: [CoreToken], context: CoreContext) { (persons.core, persons.context) }

  /// Takes a cleaned name apart, given as UTF-8.
  ///
  /// - Parameters:
  ///   - original: the name before cleaning, where capitals may set the family name off.
  public mutating func parse(
    _ name: Span<UInt8>, original: Span<UInt8>? = nil, type: NameType? = nil
  ) {
    isQuoted = false
    if let original, !Self.equal(name, original) {
      tokenizer.noteCapitals(original)
      isQuoted = Self.isEnclosed(original) && !Self.isEnclosed(name)
    }
    tokenizer.tokenize(name)
    facts.removeAll(keepingCapacity: true)
    let (tokens, letters) = (tokenizer.tokens, tokenizer.letters)
    for token in tokens {
      let range = Int(token.letters.lowerBound)..<Int(token.letters.upperBound)
      let found = lookUp(letters.span.extracting(range))
      facts.append(found)
    }
    let facts = facts
    parse(tokens.span, facts.span, type: type)
  }

  /// Takes a name apart whose words and their facts the caller has.
  public mutating func parse(
    _ tokens: Span<NameToken>, _ facts: Span<TokenFacts>, type: NameType? = nil
  ) {
    reading.load(tokens, facts, parser.analyzer.parts)
    if type == nil || type == .person { persons.read(&reading) }
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
      reading, evidence: persons.evidence, isQuoted: isQuoted)
    var best = 0
    for column in 1..<4 where shares[column] > shares[best] { best = column }
    type = TypeModel.types[best]
    typeProbability = shares[best]
  }

  private mutating func lookUp(_ letters: Span<UInt32>) -> TokenFacts {
    let hash = LetterHash.hash(letters)
    if let number = known.find(hash) { return kept[Int(number)] }
    if kept.count == Self.mostKept {
      kept.removeAll(keepingCapacity: true)
      known = HashIndex(capacity: 1024)
    }
    let facts = parser.analyzer.facts(letters)
    known.insert(hash, UInt64(kept.count))
    kept.append(facts)
    return facts
  }
}
