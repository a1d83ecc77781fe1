internal import Foundation
internal import TamgaText

/// Restores the spelling of one word: a model proposes, and the lexicons confirm.
struct WordSpeller: Sendable {
  private let target: Language
  private let script: Script
  private let decoder: SpellingDecoder
  private let lexicon: SpellingLexicon
  private let forms: KnownForms
  /// The evidence that a known word brings, as a natural logarithm; chosen on a fifth of the training names.
  private static let known: Float = 5
  /// How many proposals of the model the lexicons are asked about.
  private static let proposals = 40
  /// How much of a romanisation’s chances those of the Russian form behind it make up; chosen as well.
  private static let russianShare: Float = 0.35
  /// How far -ұлы stands above -ович where the father has no Russian name.
  private static let ownEnding: Float = 1
  /// How far a native form that the model does not propose stands above the rest.
  private static let attested: Float = 1
  /// What a native form that is known for this very word gains.
  private static let sure: Float = 5
  /// How far a word that has letters of the target alone stands above the rest.
  private static let native: Float = 0.5

  init(_ target: Language, _ decoder: SpellingDecoder, _ script: Script) {
    self.target = target
    self.decoder = decoder
    self.script = script
    lexicon = target == .kkCyrl ? .kazakh : .azerbaijani
    forms = target == .kkCyrl ? .kazakh : .azerbaijani
  }

  /// The spellings of one word, best first.
  func spellings(_ word: [Unicode.Scalar], count: Int) -> [NativeSpelling.Line] {
    let pattern = SpellingCase.Pattern(word)
    let dotless = target.hasDotlessI
    let decoder = decoder(for: word)
    let lower = word.compactMap { Self.plain(SpellingCase.lower($0, dotless: false)) }
      .map(decoder.model.nearest).filter { !Self.isMute($0) || decoder.model.knows($0) }
    var spellings = proposals(lower, decoder, count: max(count * 2, Self.proposals))
      .map { ($0.target, $0.score + Self.known * lexicon.weight($0.target)) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.lexicographicallyPrecedes($1.0) }
    let text = String(String.UnicodeScalarView(word))
    let attested = forms.natives(text)
    if !attested.isEmpty {
      // Among several natives of one foreign form the model chooses; one alone leads.
      let top = spellings.first?.1 ?? 0
      for native in attested {
        let known = native.unicodeScalars.map { SpellingCase.lower($0, dotless: dotless) }
        if known.contains(0x20) { continue }
        if let index = spellings.firstIndex(where: { $0.0 == known }) {
          let least = attested.count == 1 ? top + Self.attested : -.infinity
          spellings[index].1 = max(spellings[index].1 + Self.sure, least)
        } else {
          spellings.append((known, top + Self.attested))
        }
      }
    }
    let same = word.map { SpellingCase.lower($0, dotless: dotless) }
    let own = Self.own(target)
    if word.contains(where: { own.contains(SpellingCase.lower($0, dotless: false)) }) {
      // A word with a letter nobody else has is native as it is. Everybody has the capital of ı.
      let top = spellings.first?.1 ?? 0
      spellings.removeAll { $0.0 == same }
      spellings.append((same, top + Self.native))
    }
    if target == .kkCyrl, let patronymic = Patronymic(lower) {
      // Russian says -ович where Kazakh says -ұлы, of the same father; -uli can be nothing else.
      for base in patronymic.bases {
        let fathers = decoder.candidates(base.map(decoder.model.nearest), count: 3)
        for father in fathers {
          let score = father.score + Self.known * lexicon.weight(father.target)
          let whole = father.target + patronymic.ending
          let cost =
            patronymic.isKazakh ? 0 : patronymic.isSlavic ? Self.attested : -Self.ownEnding
          if let index = spellings.firstIndex(where: { $0.0 == whole }) {
            spellings[index].1 = max(spellings[index].1, score - cost)
          } else {
            spellings.append((whole, score - cost))
          }
        }
      }
    }
    spellings.sort { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.lexicographicallyPrecedes($1.0) }
    return spellings.prefix(count)
      .map { (SpellingCase.write($0.0, as: pattern, dotless: dotless), $0.1) }
  }

  /// What the model proposes; of a romanisation that may be one of a Russian form, what Russian proposes as well.
  private func proposals(
    _ word: [UInt32], _ decoder: SpellingDecoder, count: Int
  ) -> [(target: [UInt32], score: Float)] {
    let direct = decoder.candidates(word, count: count)
    guard target == .kkCyrl, script == .latin, let russian = RussianLetters.behind(word),
      let other = SpellingModels.decoder(target, .cyrillic)
    else { return direct }
    var chances: [[UInt32]: Float] = [:]
    let behind = other.candidates(russian.map(other.model.nearest), count: count)
    for (spellings, share) in [(direct, 1 - Self.russianShare), (behind, Self.russianShare)] {
      for (target, score) in spellings { chances[target, default: 0] += share * exp(score) }
    }
    return chances.map { (target: $0.key, score: SpellingDecoder.logarithm($0.value)) }
      .sorted {
        $0.score != $1.score
          ? $0.score > $1.score : $0.target.lexicographicallyPrecedes($1.target)
      }
  }

  /// What may become of what stands between two words. Given names stay as they are written.
  func gaps(
    _ gap: String, after: NativeSpelling.Line?, before: NativeSpelling.Line?
  ) -> [NativeSpelling.Line] {
    let scalars = gap.unicodeScalars
    if gap == " ", script != .arabic, isGiven(after) || isGiven(before) { return [(gap, 0)] }
    guard scalars.count == 1, let sign = scalars.first, let ways = decoder.model.gaps[sign.value]
    else { return [(gap, 0)] }
    return ways.filter { $0.chance > 0.02 }.map { ($0.text, SpellingDecoder.logarithm($0.chance)) }
  }

  private func isGiven(_ line: NativeSpelling.Line?) -> Bool {
    guard let line else { return false }
    return lexicon.isGiven(
      line.text.unicodeScalars.map { SpellingCase.lower($0, dotless: target.hasDotlessI) })
  }

  /// A word without its capital.
  func small(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "" }
    let lower = SpellingCase.lower(first, dotless: target.hasDotlessI)
    var small = String.UnicodeScalarView([Unicode.Scalar(lower) ?? first])
    small.append(contentsOf: text.unicodeScalars.dropFirst())
    return String(small)
  }

  /// The model for the letters a word has, whatever the language of the name was said to be.
  private func decoder(for word: [Unicode.Scalar]) -> SpellingDecoder {
    let letters = word.map(\.value)
    let other = TokenReading.script(letters.span)
    if other == script || other == .common { return decoder }
    return SpellingModels.decoder(target, other) ?? decoder
  }

  /// The letters of a language that no language it is restored from has.
  private static func own(_ target: Language) -> [UInt32] {
    target == .kkCyrl
      ? [0x4D9, 0x493, 0x49B, 0x4A3, 0x4E9, 0x4B1, 0x4AF, 0x4BB, 0x456]
      : [0x259, 0x11F, 0x131, 0xF6, 0xFC, 0xE7, 0x15F]
  }

  /// Whether a letter only marks how others are spoken: where the model has never seen it, it says nothing.
  private static func isMute(_ scalar: UInt32) -> Bool {
    scalar == 0x44A || scalar == 0x44C || scalar == 0x2019 || scalar == 0x201D
  }

  /// The letter as the models know it: one shape for each Arabic letter, no vowel points, no stress.
  private static func plain(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x64A, 0x649: 0x6CC
    case 0x643: 0x6A9
    case 0x629: 0x647
    case 0x623, 0x625: 0x627
    case 0x300, 0x301, 0x640, 0x64B...0x652, 0x200C: nil
    case 0x27, 0x60, 0x2B9, 0x2BC, 0x2018: 0x2019
    case 0x22, 0x2BA: 0x201D
    default: scalar
    }
  }
}
