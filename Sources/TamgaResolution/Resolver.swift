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
}
