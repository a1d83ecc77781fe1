internal import TamgaICU

extension CleaningPass {
  private static let apostrophe: UInt32 = 0x2019
  private static let quote: UInt32 = 0x22
  private static let hyphen: UInt32 = 0x2D

  /// Unifies spaces, hyphens, apostrophes and quotes, removes what is invisible, and resolves compatibility forms.
  mutating func unifySigns() {
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      if scalar < 0x80 && scalar > 0x20 && scalar != 0x60 && scalar != 0x27 || scalar == 0x20 {
        spare.append(scalar, from: text.origins[index])
        continue
      }
      switch tables.sign(scalar) {
      case .space:
        record(.space, index..<index + 1, [0x20])
        spare.append(0x20, from: text.origins[index])
      case .invisible:
        record(.invisible, index..<index + 1, [])
      case .joiner:
        if isArabic(index - 1), isArabic(index + 1) {
          spare.append(scalar, from: text.origins[index])
        } else {
          record(.invisible, index..<index + 1, [])
        }
      case .apostrophe:
        let sign = isQuoting(index) ? Self.quote : Self.apostrophe
        if scalar != sign {
          record(sign == Self.quote ? .quote : .apostrophe, index..<index + 1, [sign])
        }
        spare.append(sign, from: text.origins[index])
      case .hyphen:
        if scalar != Self.hyphen { record(.hyphen, index..<index + 1, [Self.hyphen]) }
        spare.append(Self.hyphen, from: text.origins[index])
      case .quote:
        if scalar != Self.quote { record(.quote, index..<index + 1, [Self.quote]) }
        spare.append(Self.quote, from: text.origins[index])
      case nil:
        appendLetter(index)
      }
    }
    adoptSpare()
  }

  private mutating func appendLetter(_ index: Int) {
    let scalar = text.scalars[index]
    let origin = text.origins[index]
    let properties = codePoints[scalar]
    if scalar == 0xA5, isCyrillic(index - 1) || isCyrillic(index + 1) {
      // Old Kazakh fonts drew ұ over the yen sign.
      let neighbour = isCyrillic(index + 1) ? index + 1 : index - 1
      let isUpper = codePoints[text.scalars[neighbour]].contains(.upper)
      let letter: UInt32 = isUpper && neighbour > index || index == 0 ? 0x4B0 : 0x4B1
      record(.keyboardFont, index..<index + 1, [letter])
      spare.append(letter, from: origin)
    } else if properties.contains(.control) || properties.contains(.ignorable) {
      record(.invisible, index..<index + 1, [])
    } else if scalar == 0x01DD || scalar == 0x018E {
      let schwa: UInt32 = scalar == 0x01DD ? 0x0259 : 0x018F
      record(.schwa, index..<index + 1, [schwa])
      spare.append(schwa, from: origin)
    } else if Self.isCompatibility(scalar), let plain = Self.resolved(scalar) {
      record(.compatibility, index..<index + 1, plain)
      for part in plain { spare.append(part, from: origin) }
    } else {
      spare.append(scalar, from: origin)
    }
  }

  /// Forms that differ from the letter only in width, joining or typeface. Signs such as № and ™ are not among them.
  private static func isCompatibility(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x132...0x133, 0x149, 0x1C4...0x1CC, 0x1F1...0x1F3, 0xFF01...0xFFEE, 0xFB00...0xFB4F,
      0xFB50...0xFDFB, 0xFE70...0xFEFC, 0x2160...0x217F, 0x1D400...0x1D7FF,
      0x210B...0x2115, 0x2118...0x211D, 0x2124...0x2134:
      true
    default: false
    }
  }

  private static func resolved(_ scalar: UInt32) -> [UInt32]? {
    guard let plain = try? CodePoints.nfkc?.normalize(UTF8Decoding.text(scalar)) else { return nil }
    return plain.unicodeScalars.map(\.value)
  }

  private func isCyrillic(_ index: Int) -> Bool {
    text.scalars.indices.contains(index) && codePoints[text.scalars[index]].script == .cyrillic
  }

  private func isArabic(_ index: Int) -> Bool {
    text.scalars.indices.contains(index) && codePoints[text.scalars[index]].script == .arabic
  }

  /// Whether an apostrophe's shape at `index` stands for a quote: it opens at a word's start or closes at a word's
  /// end, and has its partner.
  private func isQuoting(_ index: Int) -> Bool {
    if opensQuote(index) {
      return (index + 1..<text.count).contains { closesQuote($0) }
    }
    if closesQuote(index) {
      return (0..<index).contains { opensQuote($0) }
    }
    return false
  }

  private func opensQuote(_ index: Int) -> Bool {
    guard [0x27, 0x2018, 0x201B, 0x60, 0x2019].contains(text.scalars[index]) else { return false }
    let next = index + 1
    guard next < text.count, codePoints[text.scalars[next]].contains(.letter) else { return false }
    guard index > 0 else { return true }
    let before = text.scalars[index - 1]
    return before == 0x28 || tables.sign(before) == .space || tables.sign(before) == .quote
  }

  private func closesQuote(_ index: Int) -> Bool {
    guard [0x27, 0x2019, 0x201B, 0xB4, 0x2018].contains(text.scalars[index]), index > 0 else {
      return false
    }
    let before = codePoints[text.scalars[index - 1]]
    guard before.contains(.letter) || before.contains(.digit) || text.scalars[index - 1] == 0x2E
    else { return false }
    guard index + 1 < text.count else { return true }
    let next = text.scalars[index + 1]
    return [0x29, 0x2C, 0x2E].contains(next) || tables.sign(next) == .space
      || tables.sign(next) == .quote
  }

  /// Composes the text to NFC, and mends an `i` that carries a separate dot.
  mutating func compose() {
    var needed = false
    for scalar in text.scalars where !codePoints[scalar].contains(.composed) {
      needed = true
      break
    }
    guard needed else { return }
    var start = 0
    while start < text.count {
      var end = start + 1
      while end < text.count, CodePoints.nfc?.hasBoundaryBefore(text.scalars[end]) == false {
        end += 1
      }
      composeSegment(start..<end)
      start = end
    }
    adoptSpare()
  }

  private mutating func composeSegment(_ range: Range<Int>) {
    let origin = text.origins[range.lowerBound]
    var segment = Array(text.scalars[range])
    if segment.count > 1, segment[0] == 0x69 || segment[0] == 0x131 || segment[0] == 0x130,
      segment[1] == 0x307
    {
      // i̇ is what root-locale lower-casing leaves of İ.
      segment.remove(at: 1)
      if segment[0] == 0x131 { segment[0] = 0x69 }
      record(.dottedI, range, segment)
    }
    if segment.count == 1, codePoints[segment[0]].contains(.composed) {
      spare.append(segment[0], from: origin)
      return
    }
    if segment.count == 2, let pair = CodePoints.nfc?.compose(segment[0], segment[1]) {
      record(.nfc, range, [pair])
      spare.append(pair, from: origin)
      return
    }
    let composed =
      (try? CodePoints.nfc?.normalize(UTF8Decoding.text(segment)))?.unicodeScalars.map(\.value)
      ?? segment
    if composed != segment { record(.nfc, range, composed) }
    for scalar in composed { spare.append(scalar, from: origin) }
  }
}
