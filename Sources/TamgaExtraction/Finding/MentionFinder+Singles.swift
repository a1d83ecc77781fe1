internal import TamgaNames
internal import TamgaText

/// Single words with a capital that are no place of the lexicon: what stands beside them says what they are.
extension MentionFinder {
  mutating func judgeSingle(_ index: Int, _ line: Range<Int>, _ tongue: Tongue) {
    guard let entry = document.entry(index), document.tokens[index].shape != .initial else {
      return
    }
    let token = document.tokens[index]
    let range = index..<index + 1
    if token.shape == .upper || token.shape == .mixed {
      guard !isHeadline(index) || token.shape == .mixed else { return }
      if index + 1 < line.upperBound, isSign(index + 1, 0x24) { return }
      if vocabulary.isAbbreviation(entry.letters) || token.shape == .mixed
        || token.range.count > (token.marks.contains(.starts) ? 2 : 1) && !isRomanNumeral(token)
          && entry.classes.isDisjoint(with: .common)
      {
        emit(range, .organization, isSure: false)
      }
      return
    }
    if !entry.classes.isDisjoint(with: [.organizationKind, .event, .document, .award]) { return }
    let isStart = token.marks.contains(.starts)
    let isKnown =
      !(isStart ? certainRoles(index) : roles(index)).isDisjoint(with: .known)
      || !isStart && isOwnersSurname(index)
    if isHeadline(index) || isStart && (entry.small > 0 || !isKnown) {
      pending.append(FoundName(tokens: range, type: .place))
    } else if isKnown, !isAfterPlaceKind(index, line) {
      emit(range, .person, isSure: false)
    } else if tongue == .azerbaijani || tongue == .kazakh, isNamelike(index) {
      emit(range, .person, isSure: false)
    } else if tongue == .russian, isPluralAdjective(entry.key) {
      pending.append(FoundName(tokens: range, type: .place))
    } else if isArabicName(entry.letters) {
      emit(range, .person, isSure: false)
    } else if tongue != .english || isAfterPlaceKind(index, line) || isCoordinated(index, line)
      || index > line.lowerBound && classes(index - 1).contains(.inside)
    {
      emit(range, .place, isSure: false)
    } else if token.marks.contains(.possessive) {
      emit(range, .person, isSure: false)
    } else {
      pending.append(FoundName(tokens: range, type: .place))
    }
  }

  func isPluralAdjective(_ key: [UInt32]) -> Bool {
    let text = UTF8Decoding.text(key.suffix(5))
    return ["ские", "ских", "ским", "скими", "цкие", "цких"].contains { text.hasSuffix($0) }
  }

  /// `Derbent and Niyazabad`: whether a word is joined to a place before it.
  func isCoordinated(_ index: Int, _ line: Range<Int>) -> Bool {
    guard index > line.lowerBound + 1, let last = found.last, last.type == .place else {
      return false
    }
    let before = document.tokens[index - 1]
    let joins =
      before.sign == 0x2C || TextTokenizer.isHyphen(before.sign)
      || document.text(before.range) == "and"
    return joins && last.tokens.upperBound == index - 1
  }

  func isRomanNumeral(_ token: TextToken) -> Bool {
    document.scalars[token.range].allSatisfy {
      [0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D, 0x425, 0x406].contains($0)
    }
  }

  /// `the village of Karakend`, `село Каракенд`.
  func isAfterPlaceKind(_ index: Int, _ line: Range<Int>) -> Bool {
    guard index > line.lowerBound else { return false }
    if classes(index - 1).contains(.placeKind), !document.tokens[index - 1].isCapital {
      return document.entry(index)?.tongue == .russian
    }
    guard index > line.lowerBound + 1 else { return false }
    return document.text(document.tokens[index - 1].range) == "of"
      && classes(index - 2).contains(.placeKind)
  }
}
