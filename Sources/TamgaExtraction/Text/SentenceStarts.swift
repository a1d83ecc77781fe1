/// Marks the words whose capital may come from the beginning of a sentence, and what is part of no text: addresses,
/// reference marks.
enum SentenceStarts {
  static func mark(_ document: inout TextDocument) {
    for line in document.lines {
      markStarts(&document, line.tokens)
      maskAddresses(&document, line.tokens)
    }
  }

  private static func markStarts(_ document: inout TextDocument, _ range: Range<Int>) {
    var isStart = true
    for index in range {
      let token = document.tokens[index]
      switch token.kind {
      case .word:
        if isStart { document.tokens[index].marks.insert(.starts) }
        isStart = false
      case .number:
        if !isStart || index > range.lowerBound { isStart = false }
      case .sign:
        switch token.sign {
        case 0x2E: if endsSentence(document, index, range) { isStart = true }
        case 0x21, 0x3F, 0x2026, 0x3A, 0x7C, 0x2191, 0x2022, 0x203A, 0xBB7: isStart = true
        // Opening quotation marks, and straight ones.
        case 0xAB, 0x201C, 0x201E, 0x22:
          if !token.marks.contains(.joined) { isStart = true }
        default: break
        }
      }
    }
  }

  /// Whether a full stop ends a sentence rather than an abbreviation.
  private static func endsSentence(
    _ document: TextDocument, _ index: Int, _ range: Range<Int>
  ) -> Bool {
    guard index > range.lowerBound else { return true }
    let before = document.tokens[index - 1]
    if before.kind == .word {
      if before.shape == .initial { return false }
      let length = before.range.count
      if before.shape == .capital, length <= 2 { return false }
      if length <= 3, before.shape == .lower, index + 1 < range.upperBound {
        // `им. Абая`, `г. Баку`, `см. также`: a short word without a vowel at its end, or a known abbreviation.
        let text = document.text(before.range)
        if abbreviations.contains(text) { return false }
      }
      if before.shape == .capital, abbreviations.contains(document.text(before.range).lowercased())
      {
        return false
      }
    }
    return true
  }

  private static let abbreviations: Set<String> = [
    "im", "st", "vs", "no", "vol", "pp", "p", "ed", "eds", "cf", "ca", "c", "b", "d", "r",
    "dr", "mr", "mrs", "ms", "prof", "gen", "col", "jr", "sr", "mt", "ft", "acad", "hon",
    "г", "гг", "в", "им", "ул", "пр", "стр", "с", "т", "см", "проф", "акад", "ген", "д", "о",
    "оз", "р", "пос", "обл", "ред", "изд", "род", "ум", "тыс", "млн", "напр", "др", "н", "э",
    "akad", "prof", "ş", "k", "h", "məs", "s", "ж", "қ", "ғ", "б", "т",
  ]

  /// Masks web addresses, and words joined by full stops as these are.
  private static func maskAddresses(_ document: inout TextDocument, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard isAddress(document, index, range) else {
        index += 1
        continue
      }
      var low = index
      while low > range.lowerBound, document.tokens[low].marks.contains(.joined) { low -= 1 }
      var high = index + 1
      while high < range.upperBound, document.tokens[high].marks.contains(.joined) { high += 1 }
      for masked in low..<high { document.tokens[masked].marks.insert(.masked) }
      index = high
    }
  }

  /// Whether a sign at `index` joins words to an address: `newskaz.ru`, `a@b`, `http://`.
  private static func isAddress(
    _ document: TextDocument, _ index: Int, _ range: Range<Int>
  ) -> Bool {
    let token = document.tokens[index]
    guard token.kind == .sign, token.marks.contains(.joined), index + 1 < range.upperBound
    else { return false }
    let next = document.tokens[index + 1]
    guard next.marks.contains(.joined) else { return false }
    switch token.sign {
    case 0x2E:
      // A small Latin word hangs on the full stop, and a word of two letters or more stands before it.
      guard next.kind == .word, next.shape == .lower, next.range.count >= 2,
        document.tokens[index - 1].kind == .word, document.tokens[index - 1].range.count >= 2
      else { return false }
      return document.scalars[next.range].allSatisfy { $0 < 0x7F }
    case 0x40, 0x5F: return true
    case 0x2F: return next.kind == .sign && next.sign == 0x2F
    default: return false
    }
  }
}
