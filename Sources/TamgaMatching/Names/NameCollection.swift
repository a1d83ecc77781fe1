public import TamgaNames
public import TamgaText

/// Many prepared names of one table: what the matcher and the resolver work on.
public struct NameCollection {
  private(set) var preparer = NamePreparer()
  private var parser = BulkNameParser()
  private var cleaners: [CleaningKey: BulkNameCleaner] = [:]
  /// The names, in the order they were added.
  public private(set) var names: [PreparedName] = []

  /// The options a cleaner was made with.
  private struct CleaningKey: Hashable {
    var type: NameType?
    var language: Language?
  }

  /// A collection without names.
  public init() {}

  /// How likely the type of the name that was added last is, from 0 to 1.
  public var typeProbability: Float { parser.typeProbability }

  /// The tokens of all names.
  public var table: TokenTable { preparer.table }

  /// Adds a name; returns its number.
  @discardableResult
  public mutating func add(
    _ name: String, type: NameType? = nil, language: Language? = nil
  ) -> Int {
    let bytes = Array(name.utf8)
    return add(bytes.span, type: type, language: language)
  }

  /// Adds a name as UTF-8; returns its number.
  @discardableResult
  public mutating func add(
    _ name: Span<UInt8>, type: NameType? = nil, language: Language? = nil
  ) -> Int {
    let key = CleaningKey(type: type, language: language)
    var cleaner =
      cleaners.removeValue(forKey: key)
      ?? BulkNameCleaner(CleaningOptions(language: language, type: type))
    var clean = ByteBuffer(capacity: 128)
    cleaner.clean(name, into: &clean)
    cleaners[key] = cleaner
    return clean.withSpan { addClean($0, type: type, language: language) }
  }

  /// Adds a name that is clean already; returns its number.
  ///
  /// - Parameter inDoubt: the type of a name whose own type is in doubt.
  public mutating func addClean(
    _ name: Span<UInt8>, type: NameType? = nil, language: Language? = nil,
    inDoubt: NameType? = nil
  ) -> Int {
    parser.parse(name, type: type)
    if type == nil, let inDoubt, parser.type != inDoubt, parser.typeProbability < 0.9 {
      parser.parse(name, type: inDoubt)
    }
    names.append(preparer.prepare(name, parser, language: language))
    return names.count - 1
  }

  /// A name with what it takes to speak of it.
  struct Shown {
    var number: Int
    /// The cleaned name and its words.
    var text: String
    var words: [String]
    /// How likely the type is, from 0 to 1.
    var typeProbability: Float
  }

  /// Adds a name and keeps its cleaned text.
  mutating func addShown(_ name: String, type: NameType?, language: Language?) -> Shown {
    let clean = NameCleaner(CleaningOptions(language: language, type: type)).clean(name).text
    let bytes = Array(clean.utf8)
    let number = addClean(bytes.span, type: type, language: language)
    return Shown(
      number: number, text: clean,
      words: parser.tokens.map { token in
        String(
          decoding: bytes[Int(token.bytes.lowerBound)..<Int(token.bytes.upperBound)], as: UTF8.self)
      }, typeProbability: parser.typeProbability)
  }

  /// How many distinct tokens the names have had.
  public var tokenCount: Int { preparer.table.count }

  /// Forgets the names, but not their tokens: numbers begin at 0 again.
  public mutating func forgetNames() { names.removeAll(keepingCapacity: true) }

  /// The number of a token, given as folded letters and how they are read.
  mutating func internToken(_ letters: Span<UInt32>, _ hint: TokenReading.Hint) -> Int32 {
    Int32(preparer.table.intern(letters, hint: hint))
  }

  /// Weighs agreement on a word by how many of the persons' names at hand have it, beside what is known of names at
  /// large, which counts like `atLarge` further names.
  public mutating func adaptRarity(atLarge: Int) {
    var counts = [Int32](repeating: 0, count: table.count)
    var total = 0
    for name in names where name.type == .person {
      total += 1
      for part in name.parts {
        counts[Int(part.token)] += 1
        if part.other >= 0 { counts[Int(part.other)] += 1 }
      }
    }
    preparer.table.adaptRarity(counts, total: total, atLarge: Float(atLarge))
  }

  /// Adds the names of another collection, given as its names and its tokens.
  public mutating func append(_ others: [PreparedName], _ table: TokenTable) {
    let numbers = (0..<table.count).map { preparer.table.adopt($0, of: table) }
    names.reserveCapacity(names.count + others.count)
    for var name in others {
      name.renumber(numbers)
      names.append(name)
    }
  }

  /// Adds a clean name that the caller's parser has read; returns its number.
  @discardableResult
  public mutating func addClean(
    _ name: Span<UInt8>, readBy parser: borrowing BulkNameParser, language: Language? = nil
  ) -> Int {
    names.append(preparer.prepare(name, parser, language: language))
    return names.count - 1
  }

  /// The token of two neighbouring parts written as one, for blocking.
  mutating func joint(_ first: NamePart, _ second: NamePart) -> Int32 {
    preparer.joint(first, second)
  }
}
