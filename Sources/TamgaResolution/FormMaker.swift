internal import TamgaText
internal import TamgaTransliteration

/// Makes an entity's form in a language by rule, where none was given: one value a thread.
final class FormMaker {
  private var chains: [Way: TransliterationChain?] = [:]
  private var ways: [Way: [String]?] = [:]
  private var transliterators: [String: Transliterator?] = [:]
  private let homes: NameHomes?

  private struct Way: Hashable {
    let from: Language
    let to: Language
  }

  /// - Parameter restores: whether native spellings are restored from foreign ones, at about a millisecond a name.
  init(restores: Bool) {
    homes = restores ? .shipped : nil
  }

  /// The languages whose own spelling tells most of a name, the most telling first.
  private static let sources: [Language] = [
    .azLatn, .kkCyrl, .azCyrl, .kkLatn, .ru, .uk, .be, .ky, .tt, .tr, .azArab, .kkArab, .en, .uz,
    .de, .fr, .pl,
  ]

  /// The forms for the languages that `attested` lacks, made from the best of those it has.
  ///
  /// - Parameters:
  ///   - type: what is named: the words of an organisation or a work mean something, and no letters translate them.
  ///   - attested: the best complete name of each language that has one.
  ///   - native: the language the name is at home in, which is preferred.
  func forms(
    _ targets: [Language], of type: NameType, from attested: [Language: String], native: Language?
  ) -> [Language: EntityForm] {
    var sources = attested
    var native = Self.home(attested) ?? native
    var made: [Language: EntityForm] = [:]
    if type == .person, let home = homes?.home(attested) {
      sources[home.language] = home.form
      native = home.language
      made[home.language] = EntityForm(
        language: home.language, form: home.form, status: .generated, scheme: home.scheme)
    }
    for target in targets where attested[target] == nil && made[target] == nil {
      made[target] = form(target, of: type, from: sources, native: native)
    }
    return made
  }

  /// The one of the two languages that a name is written in, when it is not in the other.
  private static func home(_ attested: [Language: String]) -> Language? {
    let codes = Set(attested.keys.map(\.code))
    switch (codes.contains("az"), codes.contains("kk")) {
    case (true, false): return .azLatn
    case (false, true): return .kkCyrl
    default: return nil
    }
  }

  /// The name of a language among those that were given which is as the gazetteer, or the rule, writes it.
  func preferred(
    _ target: Language, of type: NameType, among names: [String], from attested: [Language: String],
    native: Language?
  ) -> String? {
    guard names.count > 1 else { return nil }
    var sources = attested
    sources[target] = nil
    let native = Self.home(attested) ?? native
    let made = form(target, of: type, from: sources, native: native)
    return made.flatMap { names.contains($0.form) ? $0.form : nil }
  }

  private func form(
    _ target: Language, of type: NameType, from forms: [Language: String], native: Language?
  ) -> EntityForm? {
    if type == .place, let known = known(target, forms) { return known }
    // The same language in its other script tells most, then the language the name is at home in.
    let own = Self.sources.filter { $0.code == target.code }
    for source in own + [native].compactMap({ $0 }) + Self.sources {
      guard Self.isCarried(type, from: source, to: target), var name = forms[source] else {
        continue
      }
      var source = source
      // A way by Russian begins at the Russian name, where one was given.
      if source != .ru, let russian = forms[.ru],
        let route = FormRoutes.route(from: source, to: target),
        route.contains(where: { $0.hasSuffix("-ru") })
      {
        (name, source) = (russian, .ru)
      }
      guard let (text, schemes) = carry(name, from: source, to: target, native),
        Self.isWritten(text, in: target)
      else { continue }
      return EntityForm(
        language: target, form: text, status: .generated,
        scheme: schemes.isEmpty ? "unchanged" : schemes.joined(separator: " "))
    }
    return nil
  }

  /// A name in another language: by the usual chain, or by plain rules where that would restore a native spelling.
  private func carry(
    _ name: String, from source: Language, to target: Language, _ native: Language?
  ) -> (text: String, schemes: [String])? {
    let way = Way(from: source, to: target)
    if let schemes = schemes(way),
      !schemes.contains(where: { $0.hasSuffix("-native") })
        || homes != nil && Self.isRestored(in: target, native),
      let chain = chain(way)
    {
      return (chain.transliterate(name), schemes)
    }
    guard let route = FormRoutes.route(from: source, to: target), let text = apply(route, name)
    else { return nil }
    return (text, route)
  }

  /// Whether a name gets a native spelling in a language: not where it is at home in another, whose names are written
  /// there by their Russian form.
  private static func isRestored(in target: Language, _ native: Language?) -> Bool {
    guard let native else { return true }
    if native.code == target.code { return true }
    return native.code != "az" && native.code != "kk" && target.code == "az"
  }

  /// The usual schemes of a way; nil where there is none.
  private func schemes(_ way: Way) -> [String]? {
    if let known = ways[way] { return known }
    let found = try? TransliterationChain.schemes(from: way.from, to: way.to)
    ways[way] = .some(found)
    return found
  }

  /// The chain of a way, which is costly to make.
  private func chain(_ way: Way) -> TransliterationChain? {
    if let known = chains[way] { return known }
    let made = try? TransliterationChain(from: way.from, to: way.to)
    chains[way] = .some(made)
    return made
  }

  /// The gazetteer's name of a place, in the other script of its language by rule.
  private func known(_ target: Language, _ forms: [Language: String]) -> EntityForm? {
    let names = forms.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { forms[$0] }
    guard let place = KnownPlaces.shipped.place(named: names) else { return nil }
    let source: Language =
      switch target {
      case .azCyrl: .azLatn
      case .kkLatn: .kkCyrl
      default: target
      }
    guard let name = KnownPlaces.shipped.name(of: place, in: source),
      let route = FormRoutes.route(from: source, to: target), let text = apply(route, name)
    else { return nil }
    return EntityForm(
      language: target, form: text, status: .generated,
      scheme: ([KnownPlaces.scheme] + route).joined(separator: " "))
  }

  /// Whether letters alone carry names of a type from one language to another.
  ///
  /// People keep their names everywhere. What others are called is made of words that mean something: between the
  /// scripts of one language and into Latin letters for the world they can be spelled, elsewhere they are translated.
  private static func isCarried(
    _ type: NameType, from source: Language, to target: Language
  ) -> Bool {
    let isOwn = FormRoutes.own.contains(source)
    switch type {
    case .person: return true
    case .place: return isOwn || source.code == target.code
    case .organization, .work: return source.code == target.code || isOwn && target == .en
    }
  }

  private func apply(_ route: [String], _ name: String) -> String? {
    var text = name
    for id in route {
      guard let transliterator = transliterator(id) else { return nil }
      text = transliterator.transliterate(text)
    }
    return text
  }

  private func transliterator(_ id: String) -> Transliterator? {
    if let known = transliterators[id] { return known }
    let made = try? Transliterator(id)
    transliterators[id] = .some(made)
    return made
  }

  /// Whether a text has no letter of another script than the language's.
  private static func isWritten(_ text: String, in language: Language) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      letters += 1
      let isCyrillic = (0x400...0x52F).contains(scalar.value)
      let isArabic = (0x600...0x6FF).contains(scalar.value)
      switch language.script {
      case .cyrillic: if !isCyrillic { return false }
      case .arabic: if !isArabic { return false }
      default: if isCyrillic || isArabic { return false }
      }
    }
    return letters > 0
  }
}
