public import TamgaText

/// A way from one of the languages to another, through as many schemes as it takes.
///
/// Kazakh goes to English by the practice people see, or `via: .ru` by the Russian form; Azerbaijani by Decision 498;
/// Russian by the BGN letters without marks, or another `system`. Where letters were folded together on the way here,
/// the likeliest native spelling is restored.
public struct TransliterationChain: Sendable {
  /// The language the names are in.
  public let from: Language
  /// The language they are brought to.
  public let to: Language
  private let links: [ChainLink]

  /// The result of a chain, with what stood after each step.
  public struct Result: Sendable, Equatable {
    /// The name in the target language.
    public let text: String
    /// The text after each scheme.
    public let steps: [Step]
    /// The ids of the schemes, joined by `+`; empty when nothing was done.
    public var scheme: String { steps.map(\.scheme).joined(separator: "+") }
  }

  /// One step of a chain.
  public struct Step: Sendable, Equatable {
    /// The id of the scheme; `az-native` and `kk-native` are restorations of the native spelling.
    public let scheme: String
    /// What it made.
    public let text: String
  }

  /// Finds the way.
  ///
  /// - Parameters:
  ///   - system: a scheme by id or alias, or its id without the language (`icao`, `bgn`, `2018`), for the step it can
  ///     stand for.
  ///   - via: a language to pass through.
  /// - Throws: `SchemeError.noWay` when no schemes lead there; `SchemeError.unknown` for a system nobody knows.
  public init(
    from: Language, to: Language, system: String? = nil, via: Language? = nil,
    catalog: SchemeCatalog = .shipped
  ) throws(SchemeError) {
    try self.init(
      from: from, to: to,
      schemes: Self.path(from: from, to: to, system: system, via: via, catalog), catalog)
  }

  /// The chain of these schemes.
  init(
    from: Language, to: Language, schemes ids: [String], _ catalog: SchemeCatalog = .shipped
  ) throws(SchemeError) {
    self.from = from
    self.to = to
    var links: [ChainLink] = []
    for id in ids { links.append(try ChainLink(id, from: from, catalog)) }
    self.links = links
  }

  /// The ids of the schemes of the usual way, found without preparing them.
  ///
  /// - Throws: `SchemeError.noWay` when no schemes lead there.
  public static func schemes(from: Language, to: Language) throws(SchemeError) -> [String] {
    try path(from: from, to: to, system: nil, via: nil)
  }

  /// The ids of the schemes of a chain, found without preparing them.
  static func path(
    from: Language, to: Language, system: String?, via: Language?,
    _ catalog: SchemeCatalog = .shipped
  ) throws(SchemeError) -> [String] {
    let ids: [String]
    if let via, via != from, via != to {
      let first = try Ways.path(from, via, system: system, catalog)
      ids = first + (try Ways.path(via, to, system: system, catalog))
    } else {
      ids = try Ways.path(from, to, system: system, catalog)
    }
    if let system, !ids.contains(where: { Ways.matches($0, system, catalog) }) {
      _ = try Ways.known(system, catalog)
      throw .noWay(from: from.rawValue, to: "\(to.rawValue) by \(system)")
    }
    return ids
  }

  /// The ids of the schemes, in the order they are applied; empty when there is nothing to do.
  public var schemes: [String] { links.map(\.id) }

  /// The name in the target language.
  public func transliterate(_ text: String) -> String {
    var text = text
    for link in links { text = link.apply(text) }
    return text
  }

  /// The name in the target language, with what stood after each step.
  public func explain(_ text: String) -> Result {
    var text = text
    var done: [Step] = []
    for link in links {
      text = link.apply(text)
      done.append(Step(scheme: link.id, text: text))
    }
    return Result(text: text, steps: done)
  }

  /// What the first scheme cannot keep of a name.
  public func report(_ text: String) -> TransliterationReport {
    links.first?.scheme?.report(text) ?? TransliterationReport(text: text, changes: [])
  }

  /// The spellings the name may have in the target language, best first.
  ///
  /// Where a step restores a native spelling, the candidates are its; every other step has but one result.
  public func candidates(_ text: String, count: Int) -> [SpellingCandidate] {
    var found = [SpellingCandidate(text: text, probability: 1)]
    for link in links {
      if let native = link.native {
        found = found.flatMap { one in
          native.candidates(one.text, count: count).map {
            SpellingCandidate(text: $0.text, probability: $0.probability * one.probability)
          }
        }
      } else {
        found = found.map {
          SpellingCandidate(text: link.apply($0.text), probability: $0.probability)
        }
      }
    }
    var seen: Set<String> = []
    return Array(
      found.sorted { ($1.probability, $0.text) < ($0.probability, $1.text) }
        .filter { seen.insert($0.text).inserted }.prefix(count))
  }
}
