public import TamgaText

/// Compares prepared names of one table: one value a thread.
public struct MatchEngine {
  private var persons: PersonMatcher
  private var phrases: PhraseMatcher

  public init() {
    persons = PersonMatcher()
    phrases = PhraseMatcher()
  }

  /// The evidence that two names are of one entity, in bits, without the prior.
  public mutating func bits(
    _ a: PreparedName, _ b: PreparedName, _ table: borrowing TokenTable
  ) -> Float {
    if a.type == .person, b.type == .person {
      return persons.compare(a.parts.span, b.parts.span, table)
    }
    return phrases.compare(a, b, table)
  }
}

/// Prepares many names for comparing.
public struct NameCollection: Sendable {
  private var preparer = NamePreparer()
  public private(set) var names: [PreparedName] = []

  public init() {}

  public var table: TokenTable { preparer.table }

  /// Adds a name; returns its number.
  @discardableResult
  public mutating func add(_ name: String, type: NameType, language: Language? = nil) -> Int {
    names.append(preparer.prepare(name, type: type, language: language))
    return names.count - 1
  }
}
