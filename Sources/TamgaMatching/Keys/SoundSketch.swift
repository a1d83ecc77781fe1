internal import TamgaText

/// A word by its sound alone: enough to choose those of many stored words that may be meant by one of a query.
///
/// What lexicons know of a word takes ten times as long to find as how it sounds. It is looked up for the names that
/// are compared in the end.
public struct SoundSketch: Sendable {
  /// The sound forms, one for each way to read the letters.
  fileprivate var forms: [(phones: [UInt8], isAbjad: Bool)] = []

  /// The sketch of a folded text.
  ///
  /// - Parameter reading: how its letters are read, as `TokenTable.reading(_:)` gives it.
  public init(_ text: String, reading: UInt8) {
    let letters = text.unicodeScalars.map(\.value)
    for reading in TokenReading.readings(
      letters.span, hint: TokenReading.Hint(rawValue: reading) ?? .none)
    {
      var phones: [UInt8] = []
      SoundFormer.shipped.append(letters.span, reading: reading, to: &phones)
      if !phones.isEmpty, !forms.contains(where: { $0.phones == phones }) {
        forms.append((phones, reading.isAbjad))
      }
    }
  }
}

extension MatchEngine {
  /// The log₂ odds that two words are spellings of one name, as far as their sound says.
  public mutating func odds(_ a: SoundSketch, _ b: SoundSketch) -> Float {
    var best = TokenComparer.Similarity.strangers.odds
    for first in a.forms {
      for second in b.forms {
        let found = similarity(
          first.phones.span, first.isAbjad, second.phones.span, second.isAbjad)
        best = max(best, found.odds)
      }
    }
    return best
  }
}
