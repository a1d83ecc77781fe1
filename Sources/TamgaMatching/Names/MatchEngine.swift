public import TamgaText

/// Compares prepared names of one table: one value a thread.
public struct MatchEngine {
  private var persons: PersonMatcher

  public init() {
    persons = PersonMatcher()
  }

  /// The evidence that two names are of one entity, in bits, without the prior.
  public mutating func bits(
    _ a: PreparedName, _ b: PreparedName, _ table: borrowing TokenTable
  ) -> Float {
    persons.compare(a.parts.span, b.parts.span, table)
  }
}

/// Prepares many names for comparing.
public struct NameCollection: Sendable {
  public private(set) var table = TokenTable()
  public private(set) var names: [PreparedName] = []

  public init() {}

  /// Adds a name; returns its number.
  @discardableResult
  public mutating func add(_ name: String, type: NameType, language: Language? = nil) -> Int {
    var preparer = NamePreparer(table: table)
    table = TokenTable()
    names.append(preparer.prepare(name, type: type, language: language))
    table = preparer.table
    return names.count - 1
  }
}
