internal import Foundation
internal import TamgaLexicons
public import TamgaText

/// Which scheme made this spelling? Ranks the schemes of a language for a romanised form, or for a whole column.
///
/// Each scheme is run over the names of the lexicons; the letter triples of what it makes are its fingerprint. A form is
/// judged by how likely each fingerprint makes it, and by how common the scheme is in use.
public struct SchemeDetector: Sendable {
  /// A scheme with its probability among the schemes of its language.
  public struct Guess: Sendable, Equatable {
    /// The id of the scheme.
    public let scheme: String
    /// How likely it is, 0 to 1.
    public let probability: Double
  }

  /// The detector with the shipped schemes and lexicons.
  public static let shipped = SchemeDetector()

  private init() {}

  private static let russian = SchemeFingerprints("ru")
  private static let kazakh = SchemeFingerprints("kk")
  private static let azerbaijani = SchemeFingerprints("az")

  /// The schemes that may have made a form of this language, likeliest first; empty for languages without schemes.
  public func rank(_ form: String, language: Language) -> [Guess] {
    rank(column: [form], language: language)
  }

  /// The schemes that may have made a column of forms in one language, likeliest first.
  public func rank(column forms: [String], language: Language) -> [Guess] {
    let prints: SchemeFingerprints
    switch language.code {
    case "ru": prints = Self.russian
    case "kk": prints = Self.kazakh
    case "az": prints = Self.azerbaijani
    default: return []
    }
    var scores = prints.priors
    for form in forms {
      let marks = SchemeFingerprints.letters(form)
      for index in scores.indices { scores[index] += prints.score(marks, index) }
    }
    let top = scores.max() ?? 0
    let weights = scores.map { exp(Double($0 - top)) }
    let sum = weights.reduce(0, +)
    return zip(prints.ids, weights).map { Guess(scheme: $0, probability: $1 / sum) }
      .sorted { ($1.probability, $0.scheme) < ($0.probability, $1.scheme) }
  }
}
