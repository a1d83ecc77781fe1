/// One of the orders in which Kazakh is, or was to be, written in Latin letters.
public enum KazakhOrder: String, Sendable, CaseIterable, Codable {
  /// Decree 569 of 2017: letters with an apostrophe.
  case order2017 = "2017"
  /// Decree 637 of 2018: letters with an acute, dotless ı for и and й, y for ы.
  case order2018 = "2018"
  /// The order of 2021: umlauts, ğ, ş, ñ and ū.
  case order2021 = "2021"
  /// QazAqparat, the news agency’s own: ï, ý and w, ı for ы.
  case qazaqparat

  /// The order that alone accounts for the letters of a name; nil where none or several do.
  ///
  /// - Parameter letters: the name in lower case, apostrophes as U+2019.
  static func decided(by letters: Span<UInt32>) -> KazakhOrder? {
    var votes: (Int, Int, Int, Int) = (0, 0, 0, 0)
    var hasUmlaut = false
    var dotless = 0
    var yery = false
    for index in 0..<letters.count {
      let previous = index > 0 ? letters[index - 1] : 0
      switch letters[index] {
      case 0x2019:
        // A letter stands before it: a’ g’ i’ n’ o’ s’ c’ u’ y’.
        if [0x61, 0x67, 0x69, 0x6E, 0x6F, 0x73, 0x63, 0x75, 0x79].contains(previous) {
          votes.0 += 1
        }
      case 0xE1, 0x1F5, 0x144, 0xF3, 0xFA: votes.1 += 1
      case 0x16B: votes.2 += 2
      case 0xEF, 0x77: votes.3 += 1
      case 0xE4, 0x11F, 0xF6, 0xFC, 0xF1, 0x15F, 0xE7: hasUmlaut = true
      case 0x131: dotless += 1
      case 0x79: yery = true
      case 0xFD: break
      default: break
      }
    }
    let hasAccentedY = contains(letters, 0xFD)
    if votes.3 > 0, votes.1 == 0, votes.0 == 0, votes.2 == 0 { return .qazaqparat }
    if votes.0 > 0, votes.1 == 0, !hasUmlaut, votes.2 == 0, votes.3 == 0, !hasAccentedY {
      return .order2017
    }
    if votes.1 > 0, !hasUmlaut, votes.0 == 0, votes.2 == 0, votes.3 == 0 { return .order2018 }
    if votes.0 > 0 || votes.1 > 0 || votes.3 > 0 { return nil }
    if votes.2 > 0 { return hasAccentedY ? nil : .order2021 }
    return bySmallSigns(
      letters, hasUmlaut: hasUmlaut, hasAccentedY: hasAccentedY, dotless: dotless, yery: yery)
  }

  /// Where no letter decides alone: ı beside y, ý beside ı, umlauts with y for ы.
  private static func bySmallSigns(
    _ letters: Span<UInt32>, hasUmlaut: Bool, hasAccentedY: Bool, dotless: Int, yery: Bool
  ) -> KazakhOrder? {
    if hasUmlaut {
      if hasAccentedY { return .qazaqparat }
      // y is ы of 2021, but QazAqparat has no letter y at all.
      if yery { return .order2021 }
      // QazAqparat writes ı for ы, so that it stands among back vowels; in 2021 it is і.
      return dotless > 0 ? (hasBackDotless(letters) ? .qazaqparat : .order2021) : nil
    }
    if hasAccentedY {
      // In 2018 ý is у, with vowels or y and ı about; in QazAqparat it is й and ı is ы.
      if dotless > 0 { return yery || !hasBackDotless(letters) ? .order2018 : .qazaqparat }
      return yery || !contains(letters, 0x131) && afterVowelAtEnd(letters) ? .order2018 : nil
    }
    if dotless > 0 {
      if yery || followsVowel(letters) { return .order2018 }
      // ы stands between consonants; и and й of 2018 mostly beside a vowel.
      return hasBackDotless(letters) && !precedesVowel(letters) ? .qazaqparat : nil
    }
    return nil
  }

  private static func contains(_ letters: Span<UInt32>, _ letter: UInt32) -> Bool {
    for index in 0..<letters.count where letters[index] == letter { return true }
    return false
  }

  /// Whether ı stands in a word with back vowels and not behind a vowel: as ы does.
  private static func hasBackDotless(_ letters: Span<UInt32>) -> Bool {
    var back = 0
    var front = 0
    for index in 0..<letters.count {
      switch letters[index] {
      case 0x61, 0x6F, 0x75, 0x71, 0x11F: back += 1
      case 0xE4, 0xF6, 0xFC, 0x65, 0x6B, 0x67: front += 1
      default: break
      }
    }
    return back > front && !followsVowel(letters)
  }

  /// Whether some ı stands before a vowel, as и does in the order of 2018.
  private static func precedesVowel(_ letters: Span<UInt32>) -> Bool {
    for index in 1..<max(letters.count, 1) where letters[index - 1] == 0x131 {
      if isVowel(letters[index]) { return true }
    }
    return false
  }

  private static func isVowel(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x6F, 0x75, 0x79, 0xE1, 0xF3, 0xFA: true
    default: false
    }
  }

  /// Whether some ı stands behind a vowel, as й does in the order of 2018.
  private static func followsVowel(_ letters: Span<UInt32>) -> Bool {
    for index in 1..<max(letters.count, 1) where letters[index] == 0x131 {
      if isVowel(letters[index - 1]) { return true }
    }
    return false
  }

  /// Whether the name has ý behind a vowel: у of the order of 2018, й of QazAqparat; the latter has ı for ы too, so
  /// that a longer word without one is rather of 2018.
  private static func afterVowelAtEnd(_ letters: Span<UInt32>) -> Bool {
    guard letters.count > 1, letters[letters.count - 1] == 0xFD else { return false }
    return [0x61, 0x65].contains(letters[letters.count - 2])
  }
}
