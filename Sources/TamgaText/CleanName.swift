/// A name after cleaning, with everything that was changed and what is still in doubt.
public struct CleanName: Sendable, Equatable {
  /// The cleaned display form, in NFC.
  public let text: String
  /// The changes, in the order they were made.
  public let repairs: [Repair]
  /// What cleaning could not decide.
  public let doubts: Set<Doubt>

  /// What cleaning left as it was because nothing in the name decides it.
  public enum Doubt: String, Sendable, CaseIterable {
    /// A word mixes scripts, or could be of either.
    case script
    /// Capital I may be the capital of i or of ı.
    case dotlessI = "dotless-i"
    /// A word in capitals may be a name or an abbreviation.
    case capitals
  }
}
