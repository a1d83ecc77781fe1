/// What became of an entity when names were added.
public struct EntityChange: Sendable, Equatable {
  /// The ways an entity can change.
  public enum Kind: String, Sendable, CaseIterable {
    /// It is new: `others` is empty, or the entities that names of its were taken from.
    case born
    /// Rows were added to it.
    case grown
    /// It took in the entities in `others`, which are no more.
    case merged
    /// Names of its went to the entities in `others`.
    case split
  }

  /// What happened.
  public var kind: Kind
  /// The entity's id.
  public var id: String
  /// The ids of the others concerned, sorted.
  public var others: [String]

  /// A change of the entity `id`.
  public init(_ kind: Kind, _ id: String, _ others: [String] = []) {
    self.kind = kind
    self.id = id
    self.others = others
  }
}
