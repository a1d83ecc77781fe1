public import TamgaText

/// A name taken apart.
public struct ParsedName: Sendable, Hashable {
  /// The name, cleaned.
  public var name: String
  /// What it names.
  public var type: NameType
  /// How likely that type is, from 0 to 1; 1 where the caller gave it.
  public var typeProbability: Double
  /// The words in their order.
  public var tokens: [ParsedToken]
  public var given: [String] = []
  public var family: [String] = []
  public var patronymic: Patronymic?
  public var initials: [String] = []
  /// Titles and honorifics; one of several words is one title.
  public var titles: [String] = []
  /// What the forms of the name say of its bearer; nil where they say nothing, or contradict each other.
  public var gender: Gender?
  /// How likely that gender is, from 0 to 1; 0 where there is none.
  public var genderProbability: Double = 0
  /// The language the name is written in; nil where nothing decides it.
  public var language: Language?
}
