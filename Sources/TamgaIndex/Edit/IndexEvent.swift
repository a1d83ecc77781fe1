/// One line of an index's history.
public struct IndexEvent: Sendable, Equatable {
  /// Its number, counting from 1.
  public var number: Int
  /// When it was, in UTC: `2026-11-27T19:00:00Z`.
  public var time: String
  /// What was done: `build`, `add`, `judge`, `undo`, or what became of an entity: `born`, `merge`, `split`.
  public var event: String
  /// The entity concerned.
  public var entity: String
  /// Another: for `merge` the one that is no more, for `split` the new one.
  public var other: String
  /// The rest in plain words.
  public var note: String
}

/// What a change did to an index.
public struct IndexChange: Sendable, Equatable {
  /// How many spellings were not there before.
  public var newSpellings = 0
  /// How many names were given in all.
  public var names = 0
  /// The ids of entities that are new.
  public var born: [String] = []
  /// The ids of entities that names were added to.
  public var grown: [String] = []
  /// The ids of entities that are no more, for they are others now.
  public var merged: [String] = []
  /// The ids of entities that lost spellings to others.
  public var split: [String] = []
}
