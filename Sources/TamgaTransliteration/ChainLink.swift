internal import TamgaText

/// One step of a chain: a scheme, with traditional forms before it where there are any, or the restoration of a
/// native spelling.
struct ChainLink: Sendable {
  /// The id of the scheme.
  let id: String
  let scheme: Transliterator?
  let native: NativeSpelling?
  private let traditional: TraditionalForms?

  /// - Parameter from: the language the chain begins in.
  init(_ id: String, from: Language, _ catalog: SchemeCatalog) throws(SchemeError) {
    self.id = id
    switch id {
    case "kk-native", "az-native":
      scheme = nil
      traditional = nil
      native = try NativeSpelling(id == "kk-native" ? .kkCyrl : .azLatn, from: from)
    default:
      scheme = try Transliterator(id, catalog: catalog)
      native = nil
      traditional = id == "az-ru" ? .azerbaijani : id == "kk-ru" ? .kazakh : nil
    }
  }

  func apply(_ text: String) -> String {
    if let native { return native.candidates(text, count: 1).first?.text ?? text }
    guard let scheme else { return text }
    guard let traditional else { return scheme.transliterate(text) }
    return traditional.apply(text) { scheme.transliterate($0) }
  }
}
