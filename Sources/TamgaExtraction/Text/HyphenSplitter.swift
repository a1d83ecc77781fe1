internal import TamgaText

/// Takes apart words in which hyphens join the names of several places: `Baku-Tbilisi-Ceyhan`.
enum HyphenSplitter {
  static func split(
    _ tokens: [TextToken], _ scalars: [UInt32], _ places: Gazetteer
  ) -> [TextToken] {
    var result: [TextToken] = []
    result.reserveCapacity(tokens.count)
    for token in tokens {
      guard token.kind == .word, token.shape == .capital, token.range.count >= 7,
        let parts = parts(token, scalars, places)
      else {
        result.append(token)
        continue
      }
      for (index, part) in parts.enumerated() {
        var piece = token
        piece.start = Int32(part.lowerBound)
        piece.end = Int32(part.upperBound)
        if index > 0 { piece.marks = .joined }
        if index < parts.count - 1 { piece.marks.remove(.possessive) }
        result.append(piece)
        guard index < parts.count - 1 else { continue }
        var hyphen = TextToken(
          kind: .sign, marks: .joined, start: piece.end, end: piece.end + 1)
        hyphen.sign = scalars[part.upperBound]
        result.append(hyphen)
      }
    }
    return result
  }

  /// The parts of a word between its hyphens, where all but one are known places and the whole is none.
  private static func parts(
    _ token: TextToken, _ scalars: [UInt32], _ places: Gazetteer
  ) -> [Range<Int>]? {
    var parts: [Range<Int>] = []
    var start = token.range.lowerBound
    for position in token.range where TextTokenizer.isHyphen(scalars[position]) {
      parts.append(start..<position)
      start = position + 1
    }
    guard !parts.isEmpty else { return nil }
    parts.append(start..<token.range.upperBound)
    guard !isPlace(token.range, scalars, places) else { return nil }
    guard
      parts.allSatisfy({ $0.count > 2 && LetterClass.of(scalars[$0.lowerBound]).contains(.upper) })
    else { return nil }
    let known = parts.count { isPlace($0, scalars, places) }
    return known >= 2 && known + 1 >= parts.count ? parts : nil
  }

  private static func isPlace(
    _ range: Range<Int>, _ scalars: [UInt32], _ places: Gazetteer
  ) -> Bool {
    [false, true].contains { dotlessI in
      let letters = scalars[range].map { FoldedText.fold($0, dotlessI: dotlessI) }
      return places.find(WordHash.hash(letters)) != nil
    }
  }
}
