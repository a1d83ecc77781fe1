public import TamgaResolution

/// Where a name stands in a document.
public struct IndexMention: Sendable, Equatable {
  /// The document's name.
  public var document: String
  /// Where the name begins, in Unicode scalars from the document's beginning.
  public var start: Int
  /// Where it ends.
  public var end: Int
  /// The spelling, as the index has it.
  public var name: String
  /// The id of its entity.
  public var entity: String

  /// A mention of a spelling of an entity.
  public init(document: String, start: Int, end: Int, name: String, entity: String) {
    self.document = document
    self.start = start
    self.end = end
    self.name = name
    self.entity = entity
  }
}

/// What an index is made of: entities, and what is known beside them.
public struct IndexContent: Sendable {
  /// The entities, each with all its spellings.
  public var entities: [Entity]
  /// Where the spellings stand in documents.
  public var mentions: [IndexMention] = []
  /// What a person has decided.
  public var judgements = Judgements()

  /// Whether the entities have all their forms and parts; else these are made when an entity is read.
  public var areFormsComplete = true

  /// The content of these entities.
  public init(entities: [Entity]) {
    self.entities = entities
  }

  /// The content of a resolution.
  public init(_ resolution: Resolution) {
    entities = resolution.entities
    areFormsComplete = resolution.areFormsComplete
  }
}
