public import TamgaLexicons
public import TamgaText

/// Takes names apart: what each word is, whose father, man or woman, person or place.
public struct NameParser: Sendable {
  /// The parser of the lexicons Tamga ships, made when it is first needed.
  public static let shipped = NameParser(analyzer: .shipped, .shipped)

  let analyzer: TokenAnalyzer
  let roles: RoleWeights
  let types: TypeModel

  /// Reads the lexicons.
  public init(_ lexicons: Lexicons) {
    self.init(analyzer: TokenAnalyzer(lexicons), lexicons)
  }

  private init(analyzer: TokenAnalyzer, _ lexicons: Lexicons) {
    self.analyzer = analyzer
    roles = RoleWeights(lexicons)
    types = TypeModel(lexicons)
  }

  private init(_ parser: NameParser, roles: RoleWeights) {
    analyzer = parser.analyzer
    types = parser.types
    self.roles = roles
  }

  /// The same parser with other weights.
  func with(_ roles: RoleWeights) -> NameParser { NameParser(self, roles: roles) }

  /// Cleans a name and takes it apart.
  ///
  /// - Parameters:
  ///   - type: what it names, where that is known.
  ///   - language: its language, where that is known.
  public func parse(_ name: String, type: NameType? = nil, language: Language? = nil) -> ParsedName
  {
    let options = CleaningOptions(language: language, type: type)
    let clean = NameCleaner(options).clean(name).text
    var bulk = BulkNameParser(self)
    let bytes = Array(clean.utf8)
    let original = Array(name.utf8)
    bulk.parse(bytes.span, original: original.span, type: type)
    return bulk.assembled(
      bytes.span, language: language ?? LanguageDetector.shipped.detect(clean).language)
  }
}
