/// A word of a name with what it is there.
public struct ParsedToken: Sendable, Hashable {
  /// The word as it stands in the cleaned name.
  public var text: String
  /// What it is in its name.
  public var role: NameRole
  /// How likely that role is, from 0 to 1.
  public var probability: Double
  /// What speaks for it, in a few words.
  public var reason: String
  /// Where the word stands in the cleaned name, in Unicode scalars.
  public var range: Range<Int>
}
