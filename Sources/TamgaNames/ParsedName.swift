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
  /// Given names, in their order; a hyphenated compound is one.
  public var given: [String] = []
  /// Family names, in their order.
  public var family: [String] = []
  /// The patronymic, taken apart; nil where there is none.
  public var patronymic: Patronymic?
  /// Initials, each as it stands: `Ə.`
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
