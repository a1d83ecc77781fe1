internal import TamgaICU
public import TamgaLexicons

/// Tells the language of a bare name from its letters, endings and letter sequences.
///
/// The model is learned (`tools/train languages`); it knows `Language`’s languages and ranks those of the name’s script.
public struct LanguageDetector: Sendable {
  /// The detector over the tables Tamga ships.
  public static let shipped = LanguageDetector(model: .shipped)

  /// Below this probability of the likeliest language a name counts as undecided.
  ///
  /// Two languages that share a spelling leave it near a half each, which is decided; a third equal one is not.
  public static let confidence = 0.4

  private let model: LanguageModel

  private init(model: LanguageModel) { self.model = model }

  /// A detector over these tables.
  public init(_ lexicons: Lexicons) { model = LanguageModel(lexicons) }

  /// A detector over a table of the form of `models/language-ngrams.tsv`.
  public init(table: LexiconTable) { model = LanguageModel(table) }

  /// The language of a name.
  public func detect(_ name: String) -> DetectedLanguage {
    var bulk = BulkLanguageDetector(model: model)
    var bytes = Array(name.utf8)
    if name.unicodeScalars.contains(where: { !CodePoints.shared[$0.value].contains(.composed) }),
      let composed = try? CodePoints.nfc?.normalize(name)
    {
      bytes = Array(composed.utf8)
    }
    bulk.read(bytes.span)
    return bulk.result
  }

  /// A detector for many names, as bytes: one a thread.
  public func bulk() -> BulkLanguageDetector { BulkLanguageDetector(model: model) }
}
