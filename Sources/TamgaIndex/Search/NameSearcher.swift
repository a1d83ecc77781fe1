internal import Foundation
internal import GRDB

/// Searches an index: one value a thread, which gets faster as it goes, because it keeps what it has read.
///
/// A query's tokens are looked up by their sound keys; what they have in common with each spelling is added up; the
/// likeliest spellings are then compared with the query by the same matcher that resolves names, and its probability is
/// the score.
public struct NameSearcher {
  private let index: NameIndex
  /// Made with the first search: it loads the lexicons.
  private var state: SearchState?

  /// A searcher of an index.
  ///
  /// - Throws: `IndexError.otherRules` when the index has other keys than this program makes.
  public init(_ index: NameIndex) throws(IndexError) {
    try index.requireOurRules()
    self.index = index
  }

  /// The entities a query may name, the likeliest first.
  public mutating func search(
    _ query: String, _ options: SearchOptions = SearchOptions()
  ) throws(IndexError) -> [SearchHit] {
    try index.read { database in
      var state = try take(database)
      defer { self.state = state }
      try state.renew(database)
      switch options.mode {
      case .exact: return try state.exact(query, options, database)
      case .fuzzy where !options.parts.isEmpty:
        return try state.parts(query, options, database)
      case .fuzzy: return try state.fuzzy(query, options, database)
      case .prefix: return try state.prefix(query, options, database)
      }
    }
  }

  /// The state, which the caller puts back: two owners would mean a copy.
  private mutating func take(_ database: Database) throws -> SearchState {
    defer { state = nil }
    return try state ?? SearchState(database)
  }
}
