/// One spelling a name may have had.
public struct SpellingCandidate: Sendable, Equatable {
  /// The spelling.
  public let text: String
  /// How likely it is among all that were found, 0 to 1.
  public let probability: Double
}
