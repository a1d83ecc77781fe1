/// Brings the names of a table together into entities.
///
/// The result depends on the names alone: not on their order, the number of threads, the locale or the machine.
public struct Resolver: Sendable {
  /// How it resolves.
  public let options: ResolutionOptions

  /// A resolver with these options.
  public init(_ options: ResolutionOptions = ResolutionOptions()) {
    self.options = options
  }

  /// Resolves a table.
  ///
  /// - Throws: `ResolutionError.contradiction` when the judgements cannot all be obeyed.
  public func resolve(_ table: NameTable) throws(ResolutionError) -> Resolution {
    var run = ResolutionRun(table, options)
    return try run.resolve()
  }

  /// Resolves new names against names that were resolved before.
  ///
  /// Entities keep their ids: each goes on in the group that has most of its names. The result has the entities of the
  /// stored names and of the new ones, with what became of each in `Resolution.changes`; its `assignment` and
  /// `confidence` speak of the rows of `table` only.
  ///
  /// - Throws: `ResolutionError.contradiction` when the judgements cannot all be obeyed.
  public func resolve(
    _ table: NameTable, stored: StoredNames
  ) throws(ResolutionError) -> Resolution {
    var run = ResolutionRun(table, stored: stored, options)
    return try run.resolve()
  }
}
