internal import TamgaText
internal import TamgaTransliteration

/// Finds the schemes that turn one spelling into the other: one, or two in a chain.
///
/// Only the schemes names are met in are tried, since each has to be compiled first. ICU runs them: for a few words its
/// compiling costs a third of a millisecond a scheme, the transducer's more than it would ever save.
struct SchemeChains {
  /// A way from one spelling towards another.
  struct Chain {
    /// The schemes in their order, each with the text it made.
    var steps: [(scheme: String, text: String)]
    /// How many letters still differ from the other spelling.
    var distance: Int
    /// Whether the chain begins at the second spelling.
    var isReversed: Bool
  }

  /// Ways worth trying, by the scripts they go between; the commoner first.
  private static let ways: [[String]] = [
    ["kk-ru"], ["az-1958"], ["az-1958-r"], ["az-ru"], ["az-en-2020"], ["kk-2021"], ["kk-2018"],
    ["kk-2017"], ["kk-qazaqparat"], ["kk-bgn"], ["ru-bgn"], ["ru-icao"], ["ru-wikipedia"],
    ["ru-iso9"], ["ru-alaloc-simple"], ["az-bgn"], ["kk-arab"], ["az-arab"],
    ["kk-ru", "ru-bgn"], ["kk-ru", "ru-icao"], ["kk-ru", "ru-wikipedia"], ["az-ru", "ru-bgn"],
    ["az-ru", "ru-icao"], ["az-ru", "ru-wikipedia"], ["az-1958", "az-en-2020"],
    ["az-1958", "az-ru"],
  ]

  /// How many letters a second scheme must explain.
  private static let letters = 2

  /// The language whose schemes are tried first: `kk`, `az` or `ru`.
  private let language: String

  init(language: String) {
    self.language = language
  }

  /// The ways, those of the language first; Russian schemes do not begin with other languages' letters.
  private var ways: [[String]] {
    let own = Self.ways.filter { $0[0].hasPrefix(language) }
    let others = Self.ways.filter {
      !$0[0].hasPrefix(language) && (language == "ru" || !$0[0].hasPrefix("ru"))
    }
    return own + others
  }

  private var transliterators: [String: ReferenceTransliterator] = [:]

  /// The way that leaves the fewest differences; nil where none leaves fewer than there were.
  mutating func best(_ first: String, _ second: String) -> Chain? {
    let before = Self.distance(first, second)
    var best: Chain?
    for way in ways {
      for isReversed in [false, true] {
        let (from, to) = isReversed ? (second, first) : (first, second)
        guard let steps = apply(way, to: from), let last = steps.last else { continue }
        let distance = Self.distance(last.text, to)
        // Every further scheme must explain more than it brings in.
        let isWorth = distance + Self.letters * (way.count - 1) < before
        let isBetter = isWorth && distance < best?.distance ?? .max
        if isBetter { best = Chain(steps: steps, distance: distance, isReversed: isReversed) }
      }
    }
    return best
  }

  private mutating func apply(
    _ way: [String], to text: String
  ) -> [(scheme: String, text: String)]? {
    var steps: [(scheme: String, text: String)] = []
    var current = text
    for id in way {
      guard let scheme = try? SchemeCatalog.shipped.scheme(id), fits(scheme, current),
        let result = try? transliterator(scheme)?.apply(current)
      else { return nil }
      if result == current, steps.isEmpty { return nil }
      steps.append((id, result))
      current = result
    }
    return steps
  }

  private func fits(_ scheme: Scheme, _ text: String) -> Bool {
    let letters = FoldedText.scalars(text)
    let script: String =
      switch TokenReading.script(letters.span) {
      case .latin: "Latn"
      case .cyrillic: "Cyrl"
      case .arabic: "Arab"
      default: ""
      }
    return scheme.from.hasSuffix(script) || (!scheme.from.contains("-") && script == "Cyrl")
  }

  private mutating func transliterator(_ scheme: Scheme) -> ReferenceTransliterator? {
    if let made = transliterators[scheme.id] { return made }
    let made = try? ReferenceTransliterator(scheme)
    transliterators[scheme.id] = made
    return made
  }

  /// The least number of letters to change, add or leave out.
  static func distance(_ first: String, _ second: String) -> Int {
    EditDistance.between(FoldedText.scalars(first), FoldedText.scalars(second))
  }
}
