public import TamgaText

/// A way from one of the languages to another, through as many schemes as it takes.
///
/// Kazakh goes to English by the practice people see, or `via: .ru` by the Russian form; Azerbaijani by Decision 498;
/// Russian by the BGN letters without marks, or another `system`.
public struct TransliterationChain: Sendable {
  /// The language the names are in.
  public let from: Language
  /// The language they are brought to.
  public let to: Language
  /// The schemes, in the order they are applied; empty when there is nothing to do.
  public let steps: [Transliterator]

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
    /// The id of the scheme.
    public let scheme: String
    /// What it made.
    public let text: String
  }

  /// Finds the way.
  ///
  /// - Parameters:
  ///   - system: a scheme by id or alias, or its id without the language (`icao`, `bgn`, `2018`), for the last step
  ///     it can stand for.
  ///   - via: a language to pass through.
  /// - Throws: `SchemeError.noWay` when no schemes lead there; `SchemeError.unknown` for a system nobody knows.
  public init(
    from: Language, to: Language, system: String? = nil, via: Language? = nil,
    catalog: SchemeCatalog = .shipped
  ) throws(SchemeError) {
    self.from = from
    self.to = to
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
    var steps: [Transliterator] = []
    for id in ids { steps.append(try Transliterator(id, catalog: catalog)) }
    self.steps = steps
  }

  /// The name in the target language.
  public func transliterate(_ text: String) -> String {
    var text = text
    for step in steps { text = step.transliterate(text) }
    return text
  }

  /// The name in the target language, with what stood after each step.
  public func explain(_ text: String) -> Result {
    var text = text
    var done: [Step] = []
    for step in steps {
      text = step.transliterate(text)
      done.append(Step(scheme: step.scheme.id, text: text))
    }
    return Result(text: text, steps: done)
  }
}
