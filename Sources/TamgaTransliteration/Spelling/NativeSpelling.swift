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
  private let speller: WordSpeller
  private let forms: KnownForms
  private let kinds: KindPhrases
  /// How far a form the lexicons give for this very name stands above the rest.
  private static let attested: Float = 1
  /// How far a district stands below the word as it is, where a name is only an adjective.
  private static let bare: Float = 0.7
  /// How far a name without the word of its kind stands below the name with it.
  private static let kindless: Float = 0.7
  /// How far a name in its natural order stands below one with a comma, where the text has the comma.
  private static let turned: Float = 0.3

  /// A spelling of a whole name with the logarithm of its chance.
  typealias Line = (text: String, score: Float)

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
    self.init(target, WordSpeller(target, decoder, source.script))
  }

  private init(_ target: Language, _ speller: WordSpeller) {
    self.target = target
    self.speller = speller
    forms = target == .kkCyrl ? .kazakh : .azerbaijani
    kinds = target == .kkCyrl ? .kazakh : .azerbaijani
  }

  /// Prepares to restore spellings by a model read from a file: for training.
  package init(target: String, source: String, table path: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: path))
    let table = try LexiconTable(path: path, bytes: LexiconBytes(Array(bytes)))
    let language = Language(tag: target) ?? .kkCyrl
    let script = Language(tag: source)?.script ?? .latin
    let decoder = SpellingDecoder(model: SpellingModel(table))
    self.init(language, WordSpeller(language, decoder, script))
  }

  /// The native spellings, best first; their probabilities are among themselves.
  public func candidates(_ name: String, count: Int) -> [SpellingCandidate] {
    // An underscore in a list of names is a space.
    let name = Transducer.compose(name).replacing("_", with: " ")
    var lines = spell(name, count: max(count, 4))
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

  /// The spellings of a name, whichever shape it has.
  private func spell(_ name: String, count: Int) -> [Line] {
    let sides = name.split(separator: ",", omittingEmptySubsequences: false)
    if sides.count == 2, let family = Self.trimmed(sides[0]), let given = Self.trimmed(sides[1]) {
      let straight = Self.joined(plain(family, count: count), plain(given, count: count)) {
        "\($0), \($1)"
      }
      let turned = plain("\(given) \(family)", count: count).map {
        ($0.text, $0.score - Self.turned)
      }
      let open = straight.map { ($0.text.replacing(", ", with: " "), $0.score - 2 * Self.turned) }
      return Self.best(straight + turned + open, count)
    }
    if let (family, given) = Self.capitals(name) {
      // FAMILY Given, as lists of members have it.
      let turned = plain("\(given) \(family)", count: count).map {
        ($0.text, $0.score - Self.turned)
      }
      return Self.best(plain(name, count: count) + turned, count)
    }
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex {
      // What stands in brackets only says which of several is meant.
      let bare = String(name[..<open].reversed().drop { $0 == " " }.reversed())
      let lines = plain(name, count: count).map { ($0.text, $0.score - Self.kindless) }
      return Self.best(lines + spell(bare, count: count), count)
    }
    if let split = kinds.split(name) {
      var lines: [Line] = []
      for (stem, cost) in split.names {
        for line in plain(stem, count: count) {
          for kind in split.kinds {
            let text = split.isLead ? "\(kind.word) \(line.text)" : "\(line.text) \(kind.word)"
            lines.append((text, line.score - cost - kind.cost))
          }
          if !split.isLead { lines.append((line.text, line.score - cost - Self.kindless)) }
        }
      }
      if split.isLead {
        lines += plain(name, count: count).map { ($0.text, $0.score - Self.kindless) }
      }
      return Self.best(lines, count)
    }
    var lines = plain(name, count: count)
    for (stem, kind, cost) in kinds.districts(name) {
      // A district may be called by its adjective alone.
      let below = cost + Self.bare
      for line in plain(stem, count: 1) {
        lines.append(("\(line.text) \(kind)", line.score - below))
      }
    }
    lines = Self.best(lines, count)
    return lines
  }

  private static func trimmed(_ text: Substring) -> String? {
    let text = text.drop { $0 == " " }
    return text.isEmpty ? nil : String(text)
  }

  /// A family name in capitals before given names that are not; nil for other names.
  private static func capitals(_ name: String) -> (family: String, given: String)? {
    guard let space = name.firstIndex(of: " ") else { return nil }
    let (family, given) = (String(name[..<space]), String(name[space...].dropFirst()))
    let isCapitals = SpellingCase.Pattern(Array(family.unicodeScalars)) == .capitals
    guard isCapitals, given.contains(where: \.isLowercase) else { return nil }
    return (family, given)
  }

  private static func joined(
    _ first: [Line], _ second: [Line], _ join: (String, String) -> String
  ) -> [Line] {
    first.flatMap { left in
      second.map { (join(left.text, $0.text), left.score + $0.score) }
    }
  }

  /// The best lines, each text once.
  private static func best(_ lines: [Line], _ count: Int) -> [Line] {
    var seen: Set<String> = []
    return Array(
      lines.sorted { $0.score != $1.score ? $0.score > $1.score : $0.text < $1.text }
        .filter { seen.insert($0.text).inserted }.prefix(count * 3))
  }

  /// The spellings of the words of a name, put together: the best sums of the words' scores.
  private func plain(_ name: String, count: Int) -> [Line] {
    let pieces = Self.pieces(name)
    let words = pieces.map { piece -> [Line] in
      guard case .word(let word) = piece else { return [] }
      return speller.spellings(word, count: count * 2)
    }
    var lines: [Line] = [("", 0)]
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .word:
        lines = Self.joined(lines, words[index]) { line, text in
          if line.last?.isLetter != true { return line + text }
          // A word that is joined to the one before it has no capital; the word of a kind never is joined.
          return kinds.isKind(text) ? "\(line) \(text)" : line + speller.small(text)
        }
      case .gap(let gap):
        let isBetween = index > 0 && index + 1 < pieces.count
        let options =
          isBetween
          ? speller.gaps(gap, after: words[index - 1].first, before: words[index + 1].first)
          : [(text: gap, score: Float(0))]
        lines = Self.joined(lines, options) { $0 + $1 }
      }
      lines = Self.best(lines, count)
    }
    return lines
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

  private static let inner: Set<Unicode.Scalar> = [
    "'", "’", "ʹ", "ʺ", "ʼ", "‘", "”", "`", "\u{200C}", "ٴ", "ء",
  ]
}
