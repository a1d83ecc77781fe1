/// What cleaning is told about the names it is given.
public struct CleaningOptions: Sendable {
  /// The language of the names, where it is known: decides what a name alone does not, such as I for i or ı.
  public var language: Language?
  /// What the names name: persons are never abbreviations, organisations often are.
  public var type: NameType?
  /// Whether names in capitals or in small letters become title case.
  public var repairsCase = true
  /// Whether HTML entities (`&#1040;`) and percent escapes (`%D0%90`) are decoded; off because names may hold them.
  public var decodesEntities = false

  /// Options for names of which nothing more is known.
  public init(
    language: Language? = nil, type: NameType? = nil, repairsCase: Bool = true,
    decodesEntities: Bool = false
  ) {
    self.language = language
    self.type = type
    self.repairsCase = repairsCase
    self.decodesEntities = decodesEntities
  }
}
