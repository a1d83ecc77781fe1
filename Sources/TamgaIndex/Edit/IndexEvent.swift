/// One line of an index's history.
public struct IndexEvent: Sendable, Equatable {
  /// Its number, counting from 1.
  public var number: Int
  /// When it was, in UTC: `2026-11-27T19:00:00Z`.
  public var time: String
  /// What was done: `build`, `add`, `judge`, `undo`, or what became of an entity: `born`, `merge`, `split`.
  public var event: String
  /// The entity concerned, and another: for `merge` the one that is no more, for `split` the new one.
  public var entity: String
  public var other: String
  /// The rest in plain words.
  public var note: String
}

/// What a change did to an index.
public struct IndexChange: Sendable, Equatable {
  /// How many spellings were not there before, and how many names were given in all.
  public var newSpellings = 0
  public var names = 0
  /// Entities that are new, that grew, that were merged away and that were split, by id and sorted.
  public var born: [String] = []
  public var grown: [String] = []
  public var merged: [String] = []
  public var split: [String] = []
}
