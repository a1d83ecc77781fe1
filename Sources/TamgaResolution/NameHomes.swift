internal import TamgaLexicons
internal import TamgaText
internal import TamgaTransliteration

/// The language a person's name is at home in when only foreign spellings of it are known, and its spelling there.
///
/// `Heydar Aliyev` is Azerbaijani and `Olzhas Suleimenov` Kazakh, because that is where their restored spellings are in
/// the lexicons of names.
struct NameHomes: Sendable {
  /// The homes by the lexicons Tamga ships, read when they are first needed.
  static let shipped = NameHomes(.shipped)

  /// A native spelling.
  struct Home: Sendable {
    let language: Language
    let form: String
    let scheme: String
  }

  private let names: LexiconTable?

  init(_ lexicons: Lexicons) {
    names = try? lexicons.table("models/name-concepts.tsv")
  }

  /// The home of a name; nil where a native spelling is among `forms`, or where none or both of the lexicons know it.
  func home(_ forms: [Language: String]) -> Home? {
    guard !forms.keys.contains(where: { $0.code == "az" || $0.code == "kk" }),
      let source = [Language.ru, .en, .tr, .uk, .de, .fr, .pl].first(where: { forms[$0] != nil }),
      let name = forms[source]
    else { return nil }
    let written: Language = source.script == .cyrillic ? .ru : .en
    let homes = [Language.azLatn, .kkCyrl].map { language -> (home: Home, known: Int) in
      let chain = try? TransliterationChain(from: written, to: language)
      let form = chain?.transliterate(name) ?? name
      let home = Home(
        language: language, form: form, scheme: chain?.schemes.joined(separator: " ") ?? "")
      return (home, known(form, language.code + ":"))
    }
    let words = name.split(whereSeparator: { $0 == " " || $0 == "-" }).count
    guard let best = homes.max(by: { $0.known < $1.known }), best.known * 2 > words,
      !homes.contains(where: { $0.home.language != best.home.language && $0.known == best.known })
    else { return nil }
    return best.home
  }

  /// How many words of a name the lexicons of a language have.
  private func known(_ name: String, _ prefix: String) -> Int {
    name.split(whereSeparator: { $0 == " " || $0 == "-" }).count { word in
      var key = ByteBuffer(capacity: 64)
      for scalar in FoldedText.scalars(String(word)) { key.append(scalar: scalar) }
      guard let row = key.withSpan({ names?.row(key: $0) }) else { return false }
      return row[1].split(separator: "|").contains { $0.hasPrefix(prefix) }
    }
  }
}
