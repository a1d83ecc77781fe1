public import TamgaText

/// Takes names of any of the languages to one: each by the way its own language asks for.
public struct TransliterationRouter: Sendable {
  /// The language names are brought to.
  public let to: Language
  private let from: Language?
  private let ways: [Language: LazyChain]

  /// Where one name went.
  public struct Route: Sendable {
    /// The name in the target language.
    public let text: String
    /// The language it was taken to be in.
    public let from: Language
    /// What stood after each step.
    public let steps: [TransliterationChain.Step]
    fileprivate let name: String
    fileprivate let chain: TransliterationChain?
    /// What the first step could not keep.
    public var report: TransliterationReport {
      chain?.report(name) ?? TransliterationReport(text: text, changes: [])
    }
    /// The ids of the schemes, joined by `+`.
    public var scheme: String { steps.map(\.scheme).joined(separator: "+") }
  }

  /// Prepares the ways.
  ///
  /// - Parameter from: the language of all names; nil to tell it from each name's letters.
  /// - Throws: `SchemeError` when there is no way from `from`, or none at all by this system.
  public init(
    to: Language, from: Language? = nil, system: String? = nil, via: Language? = nil
  ) throws(SchemeError) {
    self.to = to
    self.from = from
    var ways: [Language: LazyChain] = [:]
    if let from {
      let chain = try TransliterationChain(from: from, to: to, system: system, via: via)
      ways[from] = LazyChain(chain)
    } else {
      var failure: SchemeError?
      for language: Language in [
        .azLatn, .azCyrl, .azArab, .kkCyrl, .kkLatn, .kkArab, .ru, .en,
      ] where language != to {
        do throws(SchemeError) {
          ways[language] = LazyChain(
            from: language, to: to,
            try TransliterationChain.path(from: language, to: to, system: system, via: via))
        } catch {
          // A system belongs to one language: names of the others go by the usual way.
          failure = error
          let usual = try? TransliterationChain.path(
            from: language, to: to, system: nil, via: via)
          ways[language] = usual.map { LazyChain(from: language, to: to, $0) }
        }
      }
      if let failure, let system,
        !ways.values.contains(where: { way in
          way.schemes.contains { Ways.matches($0, system, .shipped) }
        })
      {
        throw failure
      }
    }
    self.ways = ways
  }

  /// The language a name is taken to be in: among those there is a way from.
  private func source(_ name: String) -> Language {
    if let from { return from }
    let detected = LanguageDetector.shipped.detect(name)
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    // A Latin name without one letter of its own may be anybody's: it is read as a romanisation.
    if isASCII, to == .azLatn || to == .kkCyrl { return .en }
    for language in [detected.language].compactMap({ $0 }) + detected.candidates.map(\.language)
    where language == to || ways[language] != nil {
      return language
    }
    switch detected.script {
    case .cyrillic: return .ru
    case .arabic: return .azArab
    default: return .en
    }
  }

  /// Takes one name there.
  public func route(_ name: String) -> Route {
    let language = source(name)
    guard let chain = ways[language]?.chain, !chain.schemes.isEmpty else {
      return Route(
        text: Transducer.compose(name), from: language, steps: [], name: name, chain: nil)
    }
    let result = chain.explain(name)
    return Route(text: result.text, from: language, steps: result.steps, name: name, chain: chain)
  }

  /// The spellings the name may have in the target language, best first.
  public func candidates(_ name: String, count: Int) -> [SpellingCandidate] {
    guard let chain = ways[source(name)]?.chain else {
      return [SpellingCandidate(text: Transducer.compose(name), probability: 1)]
    }
    return chain.candidates(name, count: count)
  }
}
