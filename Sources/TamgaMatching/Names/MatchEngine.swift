internal import TamgaText

/// Compares prepared names of one table: one value a thread.
public struct MatchEngine {
  private var persons: PersonMatcher
  private var phrases: PhraseMatcher

  public init() {
    persons = PersonMatcher()
    phrases = PhraseMatcher()
  }

  /// What the last comparison found.
  public var evidence: [PartEvidence] { isPerson ? persons.evidence : phrases.evidence }
  private var isPerson = false

  /// The log₂ odds that two names are of one entity: the evidence and the prior.
  public mutating func logOdds(
    _ a: PreparedName, _ b: PreparedName, _ table: borrowing TokenTable
  ) -> Float {
    bits(a, b, table) - 7
  }

  /// The similarity of two tokens of persons' names, not remembered.
  mutating func similarity(
    _ a: Int, _ b: Int, _ table: borrowing TokenTable
  ) -> TokenComparer.Similarity {
    persons.comparer.fresh(min(a, b), max(a, b), table)
  }

  /// The evidence that two names are of one entity, in bits, without the prior.
  public mutating func bits(
    _ a: PreparedName, _ b: PreparedName, _ table: borrowing TokenTable
  ) -> Float {
    isPerson = a.type == .person && b.type == .person
    if isPerson {
      return persons.compare(a, b, table)
    }
    return phrases.compare(a, b, table)
  }
}
