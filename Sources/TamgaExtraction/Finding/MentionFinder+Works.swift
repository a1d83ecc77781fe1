internal import TamgaText

/// Titles of works in English text without quotation marks: beside a word that says what they are.
extension MentionFinder {
  private static let joining: Set<String> = [
    "of", "the", "and", "a", "an", "in", "to", "by", "i", "for", "with", "on", "at", "from",
  ]
  private static let making: Set<String> = [
    "wrote", "directed", "shot", "filmed", "staged", "composed", "published", "read", "titled",
    "entitled", "called", "named", "script",
  ]
  private static let made: Set<String> = [
    "published", "printed", "edited", "staged", "premiered", "filmed", "translated", "honoured",
  ]

  /// Emits the title that begins at a capital, where there is one; gives where it ends.
  mutating func workTitle(_ start: Int, _ line: Range<Int>) -> Int? {
    let whole = titleEnd(start, line)
    let range = start..<whole
    guard isTitle(range, line) else { return nil }
    for part in parts(range, line) { emit(part, .work, isQuoted: true, isSure: false) }
    return whole
  }

  private func word(_ index: Int) -> String { document.text(document.tokens[index].range) }

  /// Where a title ends: capitals, with small words between them.
  private mutating func titleEnd(_ start: Int, _ line: Range<Int>) -> Int {
    var end = start + 1
    while end < line.upperBound {
      if document.tokens[end - 1].marks.contains(.possessive) { break }
      if isTitleWord(end) {
        end += 1
        continue
      }
      var next = end
      while next < line.upperBound, next < end + 3, document.tokens[next].kind == .word,
        Self.joining.contains(word(next))
      {
        next += 1
      }
      guard next > end, next < line.upperBound, isTitleWord(next) else { break }
      if !["of", "the", "and", "i", "a"].contains(word(end)), isOther(next, line) { break }
      end = next + 1
    }
    return end
  }

  /// Whether a person’s name or a place begins behind `by`, `for`, `in`: it is no part of the title.
  private mutating func isOther(_ index: Int, _ line: Range<Int>) -> Bool {
    if placeLength(index, line.upperBound) > 0 { return true }
    return roles(index).contains(.given) && index + 1 < line.upperBound && isCapital(index + 1)
  }

  private func isTitleWord(_ index: Int) -> Bool {
    document.tokens[index].kind == .word && isCapital(index) && follows(index)
      && classes(index).isDisjoint(with: .calendar)
  }

  private mutating func isTitle(_ range: Range<Int>, _ line: Range<Int>) -> Bool {
    let isPerson = isPersonsName(range)
    if range.allSatisfy({ !classes($0).isDisjoint(with: [.people, .title, .occupation, .common]) })
    {
      return range.count > 2 && kindBefore(range.lowerBound, line) == true
    }
    // `Svetlana Alexievich’s Second-hand Time`.
    if let last = found.last, last.type == .person, last.tokens.upperBound == range.lowerBound,
      document.tokens[range.lowerBound - 1].marks.contains(.possessive), range.count > 1, !isPerson,
      range.allSatisfy({
        classes($0).isDisjoint(with: .kinds) && roles($0).isDisjoint(with: .known)
      })
    {
      return true
    }
    if let kind = kindBefore(range.lowerBound, line), !isPerson {
      return kind
    }
    if kindBehind(range.upperBound, line) { return true }
    let hasJoin = range.contains { !document.tokens[$0].isCapital }
    let hasCommon =
      classes(range.lowerBound).contains(.common)
      && !document.tokens[range.lowerBound].marks.contains(.starts)
    if range.lowerBound > line.lowerBound, range.count > 1, hasCommon || hasJoin {
      let before = range.lowerBound - 1
      if Self.making.contains(word(before)) { return true }
      if word(before) == "of", before > line.lowerBound, Self.making.contains(word(before - 1)) {
        return true
      }
    }
    if hasJoin || range.count > 2, !isPerson, range.upperBound + 1 < line.upperBound,
      ["was", "is"].contains(word(range.upperBound)), Self.made.contains(word(range.upperBound + 1))
    {
      return true
    }
    return false
  }

  /// Whether a work’s kind word stands right before a name: `the operetta X`, `newspaper is X`.
  private func kindBefore(_ start: Int, _ line: Range<Int>) -> Bool? {
    guard start > line.lowerBound, follows(start) else { return nil }
    var index = start - 1
    if ["is", "was", "named", "called", "entitled", "titled"].contains(word(index)) {
      index -= 1
      if index >= line.lowerBound, ["is", "was"].contains(word(index)) { index -= 1 }
      guard index >= line.lowerBound else { return nil }
    }
    let token = document.tokens[index]
    guard token.kind == .word, !token.isCapital || token.marks.contains(.starts) else { return nil }
    let found = classes(index)
    guard found.contains(.workKind),
      found.isDisjoint(with: [.document, .award, .event, .common, .occupation])
    else { return nil }
    return true
  }

  /// Whether an apposition says that a name is a work’s: `X, the satirical magazine that …`.
  private func kindBehind(_ end: Int, _ line: Range<Int>) -> Bool {
    guard end + 2 < line.upperBound, isSign(end, 0x2C) else { return false }
    if word(end + 1) == "edited" { return true }
    guard ["the", "a", "an", "his", "her", "their"].contains(word(end + 1)) else { return false }
    for index in end + 2..<min(end + 6, line.upperBound) {
      let token = document.tokens[index]
      guard token.kind == .word, !token.isCapital || classes(index).contains(.people) else {
        return false
      }
      let found = classes(index)
      if found.contains(.workKind),
        found.isDisjoint(with: [.document, .award, .event, .occupation])
      {
        return true
      }
      if found.contains(.common) { return false }
    }
    return false
  }

  /// Whether a range is a given and a family name.
  private mutating func isPersonsName(_ range: Range<Int>) -> Bool {
    let words = range.filter { document.tokens[$0].kind == .word }
    guard words.count > 1, words.count < 4 else { return false }
    guard let first = words.first, let last = words.last else { return false }
    return roles(first).contains(.given) && roles(last).contains(.family)
  }

  /// The titles of a list behind a plural: `ballets The Seven Beauties and Path of Thunder`.
  private func parts(_ range: Range<Int>, _ line: Range<Int>) -> [Range<Int>] {
    guard range.lowerBound > line.lowerBound, word(range.lowerBound - 1).hasSuffix("s"),
      let and = range.first(where: { word($0) == "and" })
    else { return [range] }
    return [range.lowerBound..<and, and + 1..<range.upperBound]
  }
}
