internal import Foundation
internal import TamgaLexicons
public import TamgaText

/// The way back: from a romanisation, a Russian form or Arabic script to the native Azerbaijani or Kazakh spelling.
///
/// What a romanisation folded together no rule can take apart; here a model of how names are spelled in the other
/// letters proposes, and the lexicons of names and places confirm. The answer is a ranked list.
public struct NativeSpelling: Sendable {
  /// The language whose spelling is restored: Azerbaijani Latin or Kazakh Cyrillic.
  public let target: Language
  private let decoder: SpellingDecoder
  private let lexicon: SpellingLexicon
  private let forms: KnownForms
  private let kinds: KindPhrases
  /// Bits of evidence, as a natural logarithm, that a known word brings.
  private static let known: Float = 1.5
  /// How far a form the lexicons give for this very name stands above the rest.
  private static let attested: Float = 1
  /// What a native form that is known for this very word gains.
  private static let sure: Float = 5
  /// How far a district stands below the word as it is, where a name is only an adjective.
  private static let bare: Float = 0.7

  /// Prepares to restore spellings.
  ///
  /// - Parameters:
  ///   - target: `az-Latn` or `kk-Cyrl`.
  ///   - source: what the names are written in: `ru`, `az-Arab`, or any Latin script, which counts as `en`.
  /// - Throws: `SchemeError.noWay` for other languages.
  public init(_ target: Language, from source: Language) throws(SchemeError) {
    guard let decoder = SpellingModels.decoder(target, source) else {
      throw .noWay(from: source.rawValue, to: target.rawValue)
    }
    self.init(target: target, decoder: decoder)
  }

  private init(target: Language, decoder: SpellingDecoder) {
    self.target = target
    self.decoder = decoder
    lexicon = target == .kkCyrl ? .kazakh : .azerbaijani
    forms = target == .kkCyrl ? .kazakh : .azerbaijani
    kinds = target == .kkCyrl ? .kazakh : .azerbaijani
  }

  /// Prepares to restore spellings by a model read from a file: for training.
  package init(target: String, table path: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: path))
    let table = try LexiconTable(path: path, bytes: LexiconBytes(Array(bytes)))
    self.init(
      target: Language(tag: target) ?? .kkCyrl,
      decoder: SpellingDecoder(model: SpellingModel(table)))
  }

  /// The native spellings, best first; their probabilities are among themselves.
  public func candidates(_ name: String, count: Int) -> [SpellingCandidate] {
    let name = Transducer.compose(name)
    if let split = kinds.split(name) {
      return candidates(split.name, count: count).map {
        SpellingCandidate(text: "\($0.text) \(split.kind)", probability: $0.probability)
      }
    }
    var lines: [(text: String, score: Float)] = [("", 0)]
    for piece in Self.pieces(name) {
      let options: [(text: String, score: Float)]
      switch piece {
      case .gap(let text): options = [(text, 0)]
      case .word(let word): options = words(word, count: max(count, 4))
      }
      lines = lines.flatMap { line in
        options.map { (line.text + $0.text, line.score + $0.score) }
      }
      .sorted { $0.score != $1.score ? $0.score > $1.score : $0.text < $1.text }
      lines = Array(lines.prefix(count * 3))
    }
    if let (stem, kind) = kinds.district(name) {
      // A district may be called by its adjective alone.
      let top = (lines.first?.score ?? 0) - Self.bare
      lines += candidates(stem, count: 1).map { ("\($0.text) \(kind)", top) }
      lines.sort { $0.score != $1.score ? $0.score > $1.score : $0.text < $1.text }
    }
    let pattern = SpellingCase.Pattern(Array(name.unicodeScalars))
    let whole = forms.natives(name).map { native in
      guard pattern == .capitals else { return native }
      let letters = native.unicodeScalars.map(\.value)
      return SpellingCase.write(letters, as: .capitals, dotless: target.hasDotlessI)
    }
    if name.contains(" ") || whole.count == 1 {
      // A form the lexicons know stands first, above what letters alone propose.
      for known in whole.reversed() {
        let top = (lines.first?.score ?? 0) + Self.attested
        lines = [(known, top)] + lines.filter { $0.text != known }
      }
    }
    let best = lines.prefix(count)
    let top = best.first?.score ?? 0
    let sum = lines.reduce(Float(0)) { $0 + exp($1.score - top) }
    return best.map {
      SpellingCandidate(text: $0.text, probability: Double(exp($0.score - top) / sum))
    }
  }

  /// The spellings of one word.
  private func words(_ word: [Unicode.Scalar], count: Int) -> [(text: String, score: Float)] {
    let pattern = SpellingCase.Pattern(word)
    let lower = word.compactMap { Self.plain(SpellingCase.lower($0, dotless: false)) }
      .map(decoder.model.nearest)
    let dotless = target.hasDotlessI
    var spellings = decoder.candidates(lower, count: count * 3)
      .map { ($0.target, $0.score + Self.known * lexicon.weight($0.target)) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.lexicographicallyPrecedes($1.0) }
    let text = String(String.UnicodeScalarView(word))
    let attested = forms.natives(text)
    if !attested.isEmpty {
      // Among several natives of one foreign form the model chooses.
      let top = spellings.first?.1 ?? 0
      for native in attested {
        let known = native.unicodeScalars.map { SpellingCase.lower($0, dotless: dotless) }
        if known.contains(0x20) { continue }
        if let index = spellings.firstIndex(where: { $0.0 == known }) {
          spellings[index].1 += Self.sure
        } else {
          spellings.append((known, top + Self.attested))
        }
      }
      spellings.sort { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.lexicographicallyPrecedes($1.0) }
    }
    return spellings.prefix(count)
      .map { (SpellingCase.write($0.0, as: pattern, dotless: dotless), $0.1) }
  }

  /// The letter as the models know it: one shape for each Arabic letter, no vowel points.
  private static func plain(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x64A, 0x649: 0x6CC
    case 0x643: 0x6A9
    case 0x629: 0x647
    case 0x623, 0x625: 0x627
    case 0x640, 0x64B...0x652: nil
    case 0x27, 0x60, 0x2B9, 0x2BC, 0x2018: 0x2019
    case 0x22, 0x2BA: 0x201D
    default: scalar
    }
  }

  private enum Piece {
    case word([Unicode.Scalar])
    case gap(String)
  }

  /// Words, and what stands between them. Apostrophes and joiners inside a word belong to it.
  private static func pieces(_ name: String) -> [Piece] {
    var pieces: [Piece] = []
    var word: [Unicode.Scalar] = []
    var gap = String.UnicodeScalarView()
    let inner: Set<Unicode.Scalar> = ["'", "’", "ʹ", "ʺ", "ʼ", "‘", "”", "\u{200C}", "ٴ", "ء"]
    for scalar in name.unicodeScalars {
      let isPart =
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        || !word.isEmpty && inner.contains(scalar)
      if isPart {
        if !gap.isEmpty {
          pieces.append(.gap(String(gap)))
          gap = String.UnicodeScalarView()
        }
        word.append(scalar)
      } else {
        if !word.isEmpty { pieces.append(.word(word)) }
        word = []
        gap.append(scalar)
      }
    }
    if !word.isEmpty { pieces.append(.word(word)) }
    if !gap.isEmpty { pieces.append(.gap(String(gap))) }
    return pieces
  }
}
