internal import TamgaText

/// Compares prepared names of one table: one value a thread.
///
/// Swapping the two names changes nothing, to the last bit: they are compared in an order of their own.
public struct MatchEngine {
  private var persons: PersonMatcher
  private var phrases: PhraseMatcher?
  private let comparerCapacity: Int
  private var isPerson = false
  /// Whether the last comparison took the second name first.
  private(set) var isSwapped = false

  /// An engine that remembers what it found of tokens.
  public init() { self.init(capacity: 1 << 14) }

  /// The same with a memory that begins with room for half as many pairs of tokens as `capacity`, a power of two.
  init(capacity: Int) {
    comparerCapacity = capacity
    persons = PersonMatcher(comparer: TokenComparer(capacity: capacity))
  }

  /// What the last comparison found, in the order in which it took the names.
  var found: [PartEvidence] { isPerson ? persons.evidence : phrases?.evidence ?? [] }

  /// What the last comparison found.
  public var evidence: [PartEvidence] {
    let found = found
    guard isSwapped else { return found }
    return found.map {
      PartEvidence(level: $0.level, first: $0.second, second: $0.first, bits: $0.bits)
    }
  }

  /// Whether two persons' names, given by their numbers, are surely not worth comparing: a word that the shorter one
  /// stands on sounds like no word of the other.
  public mutating func areStrangers(
    _ a: Int, _ b: Int, _ words: borrowing MainWords, _ table: borrowing TokenTable
  ) -> Bool {
    persons.areStrangers(a, b, words, table)
  }

  /// Whether both names compared last have a patronymic, and surely not of one father.
  public mutating func fathersContradict(
    _ a: PreparedName, _ b: PreparedName, _ table: borrowing TokenTable
  ) -> Bool {
    guard isPerson else { return false }
    return isSwapped
      ? persons.fathersContradict(b, a, table) : persons.fathersContradict(a, b, table)
  }

  /// Whether the names compared last, of no persons, say that they are of two countries or cities.
  public var areElsewhere: Bool { !isPerson && phrases?.areElsewhere == true }

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

  /// The similarity of two sound forms.
  mutating func similarity(
    _ a: Span<UInt8>, _ isAbjad: Bool, _ b: Span<UInt8>, _ otherIsAbjad: Bool
  ) -> TokenComparer.Similarity {
    persons.comparer.compare(a, isAbjad, b, otherIsAbjad)
  }

  /// The evidence that two names are of one entity, in bits, without the prior.
  public mutating func bits(
    _ a: PreparedName, _ b: PreparedName, _ table: borrowing TokenTable
  ) -> Float {
    isSwapped = b.precedes(a)
    return isSwapped ? compare(b, a, table) : compare(a, b, table)
  }

  private mutating func compare(
    _ a: PreparedName, _ b: PreparedName, _ table: borrowing TokenTable
  ) -> Float {
    isPerson = a.type == .person && b.type == .person
    if isPerson { return persons.compare(a, b, table) }
    if phrases == nil {
      phrases = PhraseMatcher(comparer: TokenComparer(capacity: comparerCapacity))
    }
    return phrases?.compare(a, b, table) ?? 0
  }
}
