/// What a comparison of two names ends with.
public enum MatchVerdict: String, Sendable, CaseIterable, Codable {
  /// Names of one entity: they may be merged.
  case same
  /// They may be: a person should decide, and `MatchReason` says what stands in the way.
  case ask
  /// Names of two entities.
  case different
}
