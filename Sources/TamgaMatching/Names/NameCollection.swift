internal import TamgaNames
public import TamgaText

/// Many prepared names of one table: what the matcher and the resolver work on.
public struct NameCollection {
  private var preparer = NamePreparer()
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
      cleaners[key] ?? BulkNameCleaner(CleaningOptions(language: language, type: type))
    var clean = ByteBuffer(capacity: 128)
    cleaner.clean(name, into: &clean)
    cleaners[key] = cleaner
    clean.withSpan { parser.parse($0, type: type) }
    let prepared = clean.withSpan { preparer.prepare($0, parser, language: language) }
    names.append(prepared)
    return names.count - 1
  }

  /// The token of two neighbouring parts written as one, for blocking.
  mutating func joint(_ first: NamePart, _ second: NamePart) -> Int32 {
    preparer.joint(first, second)
  }
}
