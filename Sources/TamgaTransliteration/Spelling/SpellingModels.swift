internal import TamgaLexicons
internal import TamgaText

/// The spelling models Tamga ships, each read when it is first asked for.
enum SpellingModels {
  private static let kazakhRussian = read("kk-ru")
  private static let kazakhLatin = read("kk-en")
  private static let azerbaijaniRussian = read("az-ru")
  private static let azerbaijaniLatin = read("az-en")
  private static let azerbaijaniArabic = read("az-arab")

  private static func read(_ name: String) -> SpellingDecoder? {
    guard let table = try? Lexicons.shipped.table("models/spelling-\(name).tsv") else { return nil }
    return SpellingDecoder(model: SpellingModel(table))
  }

  /// The decoder from a source to a target; nil where nothing was learned.
  static func decoder(_ target: Language, _ source: Language) -> SpellingDecoder? {
    decoder(target, source.script)
  }

  /// The decoder from a script to a target; nil where nothing was learned.
  static func decoder(_ target: Language, _ script: Script) -> SpellingDecoder? {
    switch (target, script) {
    case (.kkCyrl, .cyrillic): kazakhRussian
    case (.kkCyrl, .latin): kazakhLatin
    case (.azLatn, .cyrillic): azerbaijaniRussian
    case (.azLatn, .latin): azerbaijaniLatin
    case (.azLatn, .arabic): azerbaijaniArabic
    default: nil
    }
  }
}
