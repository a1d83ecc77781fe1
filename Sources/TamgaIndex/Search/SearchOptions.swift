public import TamgaNames
public import TamgaText

/// How an index is searched.
public struct SearchOptions: Sendable {
  /// How a query is understood.
  public enum Mode: String, Sendable, CaseIterable {
    /// The spelling as it was given, and nothing else.
    case exact
    /// Any spelling in any script, the likeliest first.
    case fuzzy
    /// The last word is only begun: what may it become?
    case prefix
  }

  /// How a query is understood.
  public var mode = Mode.fuzzy
  /// How many entities are wanted at most.
  public var limit = 10
  /// Only entities of this type; all where it is nil.
  public var type: NameType?
  /// Whether hits tell what speaks for and against them.
  public var explains = false
  /// Hits of a lower probability are left out.
  public var minimum = 0.0

  /// Parts of persons' names that a hit must have; their roles count.
  public var parts: [NamePartQuery] = []

  /// The options that fit most searches.
  public init(type: NameType? = nil) { self.type = type }
}

/// A part of a person's name to look for.
public struct NamePartQuery: Sendable, Equatable {
  /// What the part is: given, family or patronymic.
  public var role: NameRole
  /// Its text, in any spelling.
  public var text: String

  /// A part of a role.
  public init(_ role: NameRole, _ text: String) {
    self.role = role
    self.text = text
  }
}

/// An entity that a search found.
public struct SearchHit: Sendable, Equatable {
  /// Its id.
  public var entity: String
  /// What it is.
  public var type: NameType
  /// Its canonical name.
  public var canonical: String
  /// The probability that the query names it, from 0 to 1.
  public var score: Double
  /// The spelling of it that is nearest to the query.
  public var matched: String
  /// What speaks for and against, in plain words with the bits of each, where that was asked for.
  public var reasons: [String] = []
}
