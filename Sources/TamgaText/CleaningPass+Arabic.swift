extension CleaningPass {
  /// Gives Arabic letters the shape the name's language uses: Kazakh ي ى ك ە, Azerbaijani and Persian ی ک ه.
  mutating func unifyArabic() {
    guard text.scalars.contains(where: { (0x600..<0x700).contains($0) }) else { return }
    let isKazakh =
      options.language == .kkArab
      || options.language == nil && looksKazakh()
    if isKazakh { splitHighHamza() }
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      let plain = isKazakh ? kazakh(index) : Self.persian(scalar)
      if plain != scalar { replace(index, with: plain, .arabicLetter) }
    }
  }

  /// Whether letters, or their sequence beyond doubt, are Kazakh: a hamza before the word, ى inside it.
  private func looksKazakh() -> Bool {
    for index in text.scalars.indices {
      let scalar = text.scalars[index]
      if Self.kazakhOnly.contains(scalar) { return true }
      if scalar == 0x621, index == 0 || text.scalars[index - 1] == 0x20 { return true }
      if scalar == 0x649, index + 1 < text.count,
        codePoints[text.scalars[index + 1]].contains(.letter)
      {
        return true
      }
    }
    guard text.scalars.contains(where: { Self.persian($0) != $0 || $0 == 0x6CC || $0 == 0x6A9 })
    else { return false }
    let best = LanguageDetector.shipped.detect(UTF8Decoding.text(text.scalars)).candidates.first
    return best?.language == .kkArab && best.map { $0.probability >= 0.95 } == true
  }

  /// Whether cleaning may replace this letter, or takes it for a sign that the name is Kazakh.
  static func changesArabic(_ scalar: UInt32) -> Bool {
    kazakhOnly.contains(scalar) || persian(scalar) != scalar
  }

  /// Letters that Kazakh writes and Azerbaijani and Persian do not: ڭ ۋ ۆ ۇ ە and the high hamza.
  private static let kazakhOnly: Set<UInt32> = [
    0x6AD, 0x6CB, 0x6D5, 0x674, 0x675, 0x676, 0x677, 0x678,
  ]

  /// The presentation letters ٵ ٶ ٷ ٸ are a high hamza and a letter.
  private mutating func splitHighHamza() {
    let parts: [UInt32: [UInt32]] = [
      0x675: [0x674, 0x627], 0x676: [0x674, 0x648], 0x677: [0x674, 0x6C7], 0x678: [0x674, 0x649],
    ]
    guard text.scalars.contains(where: { parts[$0] != nil }) else { return }
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      if let split = parts[scalar] {
        record(.arabicLetter, index..<index + 1, split)
        for part in split { spare.append(part, from: text.origins[index]) }
      } else {
        spare.append(scalar, from: text.origins[index])
      }
    }
    adoptSpare()
  }

  private func kazakh(_ index: Int) -> UInt32 {
    switch text.scalars[index] {
    case 0x6CC: 0x64A
    case 0x6A9: 0x643
    case 0x647: 0x6D5
    case 0x621: 0x674
    case let scalar: scalar
    }
  }

  private static func persian(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x64A, 0x649: 0x6CC
    case 0x643: 0x6A9
    case 0x6D5, 0x6BE, 0x6C1: 0x647
    default: scalar
    }
  }
}
