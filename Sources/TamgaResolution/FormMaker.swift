internal import TamgaText
internal import TamgaTransliteration

/// Makes an entity's form in a language by rule, where none was given: one value a thread.
final class FormMaker {
  private var transliterators: [String: ReferenceTransliterator] = [:]

  /// The languages whose own spelling tells most of a name, the most telling first.
  private static let sources: [Language] = [
    .azLatn, .kkCyrl, .azCyrl, .kkLatn, .ru, .uk, .be, .ky, .tt, .tr, .azArab, .kkArab, .en, .uz,
    .de, .fr, .pl,
  ]

  /// The form for `target`, made from the best of the given forms.
  ///
  /// - Parameters:
  ///   - type: what is named: the words of an organisation or a work mean something, and no letters translate them.
  ///   - forms: the best name of each language that has one.
  ///   - native: the language the name is at home in, which is preferred.
  func form(
    _ target: Language, of type: NameType, from forms: [Language: String], native: Language?
  ) -> EntityForm? {
    if type == .place, let known = known(target, forms) { return known }
    // The same language in its other script tells most, then the language the name is at home in.
    let own = Self.sources.filter { $0.code == target.code }
    for source in own + [native].compactMap({ $0 }) + Self.sources {
      guard Self.isCarried(type, from: source, to: target), var name = forms[source],
        var route = FormRoutes.route(from: source, to: target)
      else { continue }
      // A way by Russian begins at the Russian name, where one was given.
      if source != .ru, let russian = forms[.ru], route.contains(where: { $0.hasSuffix("-ru") }),
        let rest = FormRoutes.route(from: .ru, to: target)
      {
        (name, route) = (russian, rest)
      }
      guard
        let text = apply(route, name), Self.isWritten(text, in: target)
      else { continue }
      return EntityForm(
        language: target, form: text, status: .generated,
        scheme: route.isEmpty ? "unchanged" : route.joined(separator: " "))
    }
    return nil
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
      guard let transliterator = transliterator(id), let next = try? transliterator.apply(text)
      else { return nil }
      text = next
    }
    return text
  }

  private func transliterator(_ id: String) -> ReferenceTransliterator? {
    if let known = transliterators[id] { return known }
    guard let scheme = try? SchemeCatalog.shipped.scheme(id),
      let made = try? ReferenceTransliterator(scheme)
    else { return nil }
    transliterators[id] = made
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
