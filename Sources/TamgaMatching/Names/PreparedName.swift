public import TamgaText

/// A name taken apart and ready to be compared with others of the same table.
public struct PreparedName: Sendable {
  /// What few names have.
  struct Further: Sendable, Equatable {
    /// The places, works or people of history that are known by this name, sorted.
    var known: [UInt32] = []
    /// What stands in brackets and is no name: words that tell a person from namesakes, as hashes, the lowest bit for
    /// those in Latin letters; sorted.
    var qualifiers: [UInt32] = []
    /// The numbers it has, in their order: of a person, years of birth and death in brackets.
    var numbers: [Int32] = []
  }

  private(set) var parts: PartList
  /// What it names.
  public let type: NameType
  /// 0 unknown, 1 male, 2 female, and how sure that is, from 0 to 100.
  var gender: UInt8 = 0
  var genderCertainty: UInt8 = 0
  /// A number made from the folded name, by which two names are put in an order of their own.
  var order: UInt64 = 0

  /// One where the name has any of it, else none: most names hold nothing beside themselves.
  private let further: [Further]

  init(type: NameType, parts: [NamePart], _ further: Further) {
    self.type = type
    self.parts = PartList(parts)
    self.further = further == Further() ? [] : [further]
  }

  /// The places, works or people of history that are known by this name, sorted.
  var known: [UInt32] { further.first?.known ?? [] }
  /// What tells a person from namesakes.
  var qualifiers: [UInt32] { further.first?.qualifiers ?? [] }
  /// The numbers it has.
  var numbers: [Int32] { further.first?.numbers ?? [] }

  /// Gives its tokens other numbers.
  mutating func renumber(_ numbers: [Int32]) { parts.renumber(numbers) }

  /// Whether the name has any part that can be compared.
  public var isEmpty: Bool { parts.isEmpty }

  /// Whether it is a person's name with initials in place of all given names: `А. Сәтбаев`, `Pazylov A.N.`.
  public var hasInitialsOnly: Bool {
    type == .person && parts.contains { $0.role == .initial }
      && !parts.contains { $0.role == .given }
  }

  /// The order in which two names are compared, whichever was given first.
  func precedes(_ other: PreparedName) -> Bool {
    if order != other.order { return order < other.order }
    return (type.index, parts.count) < (other.type.index, other.parts.count)
  }
}
