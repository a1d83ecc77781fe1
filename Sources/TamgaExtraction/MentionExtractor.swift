public import TamgaLexicons
public import TamgaText

/// Finds the names of people, places, organisations and works in running text in Azerbaijani, Kazakh, Russian and
/// English, in the alphabets these are written in.
///
/// It works by rule: capitals, quotation marks, kind words, the grammar of organisations' names, case endings, and
/// the lexicons. A text is one document: what is clear in one sentence helps in the next.
public struct MentionExtractor: Sendable {
  /// The extractor of the lexicons Tamga ships, made when it is first needed.
  public static let shipped = MentionExtractor(.shipped)

  let vocabulary: Vocabulary

  /// Reads the lexicons.
  public init(_ lexicons: Lexicons) {
    vocabulary = Vocabulary(lexicons)
  }

  /// The names in a text, in their order; no two overlap.
  ///
  /// Any text will do: tables, web pages, noise. The time is linear in its length.
  ///
  /// - Parameter language: the language of the text where it is known; else each line's is found.
  public func extract(_ text: String, language: Language? = nil) -> [Mention] {
    let document = TextDocument(text, language: language, vocabulary)
    var finder = MentionFinder(document, vocabulary)
    return finder.find()
  }
}
