public import TamgaMatching
public import TamgaText

/// Measures matching and resolution against entities whose names are known.
public struct Evaluator {
  /// What is measured, and how.
  public struct Options: Sendable {
    /// How pairs are decided and names resolved.
    public var match = MatchOptions()
    /// Language pairs with fewer names are left out.
    public var leastQueries = 10
    /// How many languages are set against each other, the commonest first.
    public var mostLanguages = 14
    /// Names less alike than this, where the file says so, are translations and renames, not spellings; they are not
    /// looked for.
    public var leastLikeness = 0.6
    /// Whether all names are resolved for B-cubed.
    public var resolves = true
    /// Whether blocking is measured.
    public var measuresBlocking = false
    /// Other names among which blocking has to find those of the file, for what a large list is like.
    public var among = NameBatch()

    /// What `tamga evaluate` does by default.
    public init() {}
  }

  let options: Options

  /// An evaluator with these options.
  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// Measures one or more gold files' entities, each type by itself.
  ///
  /// - Throws: `ResolutionError` when the names cannot be resolved.
  public func evaluate(_ entities: [GoldEntity]) throws(ResolutionError) -> EvaluationReport {
    var report = EvaluationReport()
    for type in NameType.allCases {
      let members = entities.filter { NameType(tag: $0.type) == type }
      guard !members.isEmpty else { continue }
      let run = LinkingRun(members, type, options)
      var (rows, statistics) = run.link()
      report.calibrationError[type.rawValue] = statistics.calibrationError
      if options.resolves { try ClusterRun(members, type, options).measure(&rows) }
      report.rows += rows
      if options.measuresBlocking {
        report.blocking.append(BlockingRun(members, type).measure(among: options.among))
      }
    }
    return report
  }
}
