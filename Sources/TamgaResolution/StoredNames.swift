/// Names that were resolved before, with the entities they were found to be of: what new names are resolved against.
///
/// Only entities that new names may belong to need be given, each with all of its spellings.
public struct StoredNames: Sendable {
  /// One row a spelling.
  public var table = NameTable()
  /// The id of the entity of each row.
  public var entities: [String] = []
  /// How often each row's spelling was given.
  public var counts: [Int] = []
  /// How many distinct names are stored in all: the more there are, the less a likeness says.
  public var population = 0
  /// Whether an id belongs to an entity that is not among these; new entities keep clear of it.
  public var isTaken: @Sendable (String) -> Bool = { _ in false }

  /// No names.
  public init() {}
}
