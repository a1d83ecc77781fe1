internal import TamgaText

/// Names in quotation marks: works and newspapers, or organisations, by the kind word beside them.
extension MentionFinder {
  /// The closing marks of an opening one.
  private static let closing: [UInt32: Set<UInt32>] = [
    0xAB: [0xBB], 0x201C: [0x201D], 0x201E: [0x201C, 0x201D], 0x22: [0x22],
  ]

  /// The most words a title has: longer quotations are speech or headlines.
  private static let longestTitle = 7

  /// How many tokens behind its opening mark a quotation is looked for.
  private static let longestQuotation = 300

  mutating func findQuotations(_ line: Range<Int>, _ tongue: Tongue) {
    var index = line.lowerBound
    while index < line.upperBound {
      guard let closing = Self.closing[document.tokens[index].sign],
        let end = (index + 1..<min(index + Self.longestQuotation, line.upperBound)).first(where: {
          closing.contains(document.tokens[$0].sign)
        })
      else {
        index += 1
        continue
      }
      judgeQuotation(index + 1..<end, line, tongue)
      index = end + 1
    }
  }

  private mutating func judgeQuotation(
    _ quotation: Range<Int>, _ line: Range<Int>, _ tongue: Tongue
  ) {
    var range = quotation
    while let last = range.last, document.tokens[last].kind == .sign { range = range.dropLast() }
    while let first = range.first, document.tokens[first].kind == .sign {
      range = range.dropFirst()
    }
    let words = range.filter { document.tokens[$0].kind == .word }
    guard let first = words.first else { return }
    let capitals = words.count { document.tokens[$0].isCapital }
    guard document.tokens[first].isCapital, words.count <= Self.longestTitle else {
      if words.count > 3, capitals * 3 >= words.count * 2 { headlines.append(range) }
      return
    }
    let before = neighbours(quotation.lowerBound - 2, -1, line)
    let after = neighbours(quotation.upperBound + 1, 1, line)
    // The kind word stands before in Russian and English, behind in Azerbaijani and Kazakh.
    let isBehind = tongue == .azerbaijani || tongue == .kazakh
    let kinds = isBehind ? [after, before] : [before, after]
    let isDocument = words.contains {
      tongue == .english && document.tokens[$0].isCapital && classes($0).contains(.document)
    }
    if isDocument {
      claim(range)
      return
    }
    for kind in kinds {
      if !kind.isDisjoint(with: [.award, .document, .event]) {
        claim(range)
        return
      }
      if kind.contains(.workKind) {
        emit(range, .work, isQuoted: true)
        return
      }
      if !kind.isDisjoint(with: [.organizationKind, .legalForm]) {
        emit(range, .organization, isQuoted: true)
        return
      }
      if kind.contains(.placeKind) {
        emit(range, .place, isQuoted: true)
        return
      }
    }
    let small = words.filter { document.words[Int(document.tokens[$0].word)].small > 0 }
    if words.count == 1, !small.isEmpty { return }
    if isReference(line) {
      headlines.append(range)
      return
    }
    if tongue == .english {
      guard capitals * 2 > words.count, words.count <= 6 else { return }
    }
    emit(range, .work, isQuoted: true, isSure: false)
  }

  /// The classes of the nearest two words on one side of a quotation, the kind word among them.
  private func neighbours(_ start: Int, _ step: Int, _ line: Range<Int>) -> WordClasses {
    var index = start
    var passed = 0
    while line.contains(index), passed < 3 {
      let token = document.tokens[index]
      guard token.kind == .word, token.shape == .lower || passed == 0 else { return [] }
      let found = classes(index)
      if !found.isDisjoint(with: [
        .award, .document, .event, .workKind, .organizationKind, .legalForm, .placeKind,
      ]) {
        return found
      }
      index += step
      passed += 1
    }
    return []
  }
}
