internal import TamgaNames
internal import TamgaText

/// The language and script of a spelling.
struct LanguageIdentifierBridge {
  func identify(_ name: String) -> (language: Language?, script: Script) {
    let parsed = NameParser.shipped.parse(name)
    return (parsed.language, parsed.language?.script ?? .other)
  }
}
