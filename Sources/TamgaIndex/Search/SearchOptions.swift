public import TamgaMatching
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

  /// The options that fit most searches.
  public init() {}
}

/// An entity that a search found.
public struct SearchHit: Sendable, Equatable {
  /// Its id, type and canonical name.
  public var entity: String
  public var type: NameType
  public var canonical: String
  /// The probability that the query names it, from 0 to 1.
  public var score: Double
  /// The spelling of it that is nearest to the query.
  public var matched: String
  /// What speaks for and against, where that was asked for.
  public var evidence: [PartEvidence] = []
}
