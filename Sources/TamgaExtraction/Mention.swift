public import TamgaText

/// A name found in running text.
public struct Mention: Sendable, Hashable {
  /// The name as it stands in the text, with its case ending; without quotation marks, titles and kind words around it.
  public var text: String
  /// Where it stands, in Unicode scalars of the text.
  public var range: Range<Int>
  /// What it names.
  public var type: NameType
  /// The name in its base form: `Bakıdan` → `Bakı`, `Гейдара Алиева` → `Гейдар Алиев`, `Aliyev’s` → `Aliyev`.
  public var normalized: String
  /// The language of the text around it; nil where the text does not say.
  public var language: Language?

  /// A mention of these parts.
  public init(
    text: String, range: Range<Int>, type: NameType, normalized: String, language: Language?
  ) {
    self.text = text
    self.range = range
    self.type = type
    self.normalized = normalized
    self.language = language
  }
}
