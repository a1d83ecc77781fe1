internal import TamgaLexicons
internal import TamgaText

/// How rare a token is among names: agreement on a rare one is worth more.
public struct RarityTable: Sendable {
  /// The frequencies Tamga ships, for persons.
  public static let shipped = RarityTable(.shipped, path: "frequencies/persons.tsv")
  /// The same for places.
  public static let places = RarityTable(.shipped, path: "frequencies/places.tsv")

  private let table: LexiconTable?

  init(_ lexicons: Lexicons, path: String) {
    table = try? lexicons.table(path)
  }

  /// The rarity of a token given as folded letters: -log₂ of the share of names that have it, in bits.
  ///
  /// - Parameters:
  ///   - information: the information in its sound form, in bits, for a token that was never counted.
  ///   - isKnown: whether a lexicon of names has it.
  func rarity(_ token: Span<UInt32>, information: Float, isKnown: Bool) -> Float {
    var bytes = ByteBuffer(capacity: 64)
    for index in 0..<token.count { bytes.append(scalar: token[index]) }
    let found = bytes.withSpan { key in table?.row(key: key) }
    if let found {
      var most = 0
      for column in 1...4 { most = max(most, Int(found[column]) ?? 0) }
      // Occurrences in a million tokens; a name has two or three of them.
      if most > 0 {
        return min(isKnown ? 9 : 16, max(3, 20 - Logarithm.base2(Float(most) * 2.5)))
      }
    }
    // Never counted: rarer than the rarest that was, but a short one is still likely to recur, and a name that a lexicon
    // has is borne by many.
    return min(isKnown ? 9 : 16, max(6, information * 0.7))
  }
}
