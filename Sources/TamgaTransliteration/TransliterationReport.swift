/// What a scheme made of a text, and which letters it could not keep.
public struct TransliterationReport: Sendable, Equatable {
  /// The result.
  public let text: String
  /// The letters that were not kept, in the order of their first appearance.
  public let changes: [Change]

  /// One kind of loss.
  public enum Kind: String, Sendable {
    /// The letter does not belong to the scheme's alphabet and was written as a letter of it would be.
    case folded
    /// The letter was left out.
    case dropped
    /// The letter was written as another letter of the alphabet is.
    case merged
    /// The letter is unknown to the scheme and stands as it was.
    case kept
  }

  /// A letter that was not kept.
  public struct Change: Sendable, Equatable {
    /// What happened to it.
    public let kind: Kind
    /// The letter, as it stood in the text.
    public let letter: String
    /// What stands in its place; empty for a letter left out.
    public let result: String
    /// How often it happened.
    public let count: Int
  }
}
