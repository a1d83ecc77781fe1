public import TamgaText

/// Many prepared names of one table: what the matcher and the resolver work on.
public struct NameCollection: Sendable {
  private var preparer = NamePreparer()
  /// The names, in the order they were added.
  public private(set) var names: [PreparedName] = []

  /// A collection without names.
  public init() {}

  /// The tokens of all names.
  public var table: TokenTable { preparer.table }

  /// Adds a name; returns its number.
  @discardableResult
  public mutating func add(_ name: String, type: NameType, language: Language? = nil) -> Int {
    names.append(preparer.prepare(name, type: type, language: language))
    return names.count - 1
  }

  /// The token of two neighbouring parts written as one, for blocking.
  mutating func joint(_ first: NamePart, _ second: NamePart) -> Int32 {
    preparer.joint(first, second)
  }
}
