internal import TamgaNames
internal import TamgaText

/// The names that were found, with their base forms.
extension MentionFinder {
  mutating func mentions() -> [Mention] {
    found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var mentions: [Mention] = []
    var line = 0
    for name in found {
      while line + 1 < document.lines.count,
        document.lines[line].tokens.upperBound <= name.tokens.lowerBound
      {
        line += 1
      }
      let first = document.tokens[name.tokens.lowerBound]
      let last = document.tokens[name.tokens.upperBound - 1]
      let range = Int(first.start)..<Int(last.end)
      let language = document.lines[line].language
      mentions.append(
        Mention(
          text: document.text(range), range: range, type: name.type,
          normalized: normalized(name, Tongue(language)), language: language))
    }
    return mentions
  }

  /// The base form of a name.
  private mutating func normalized(_ name: FoundName, _ tongue: Tongue) -> String {
    if name.isQuoted { return joined(name.tokens, [:]) }
    switch tongue {
    case .english: return joined(name.tokens, [:])
    case .russian: return russianBase(name)
    case .azerbaijani, .kazakh: return turkicBase(name)
    }
  }

  /// The words of a name, some of them replaced, with single spaces where the text has white space.
  func joined(_ range: Range<Int>, _ replacements: [Int: String]) -> String {
    var text = ""
    for index in range {
      let token = document.tokens[index]
      if index > range.lowerBound, !token.marks.contains(.joined) { text += " " }
      text += replacements[index] ?? visible(token.range)
    }
    return text
  }

  private func visible(_ range: Range<Int>) -> String {
    UTF8Decoding.text(
      document.scalars[range].filter { !LetterClass.of($0).contains(.invisible) })
  }

  /// A word with its ending replaced, in the capitals it is written in.
  func replaced(_ index: Int, _ form: CaseForm) -> String {
    guard let entry = document.entry(index) else { return "" }
    let token = document.tokens[index]
    let letters = document.scalars[token.range].filter { !LetterClass.of($0).contains(.invisible) }
    let kept = min(entry.letterCount(form.kept), letters.count)
    let isUpper =
      token.shape == .upper && letters.last.map { LetterClass.of($0).contains(.upper) } ?? false
    let tail = form.tail.map { isUpper ? FoldedText.capital($0) : $0 }
    var text = Array(letters[..<kept])
    while let last = text.last, TextTokenizer.isApostrophe(last) || TextTokenizer.isHyphen(last) {
      text.removeLast()
    }
    return UTF8Decoding.text(text + tail)
  }

  // MARK: - Azerbaijani and Kazakh

  /// Only the last word of a name has a case ending.
  private mutating func turkicBase(_ name: FoundName) -> String {
    let last = name.tokens.upperBound - 1
    guard document.tokens[last].kind == .word else { return joined(name.tokens, [:]) }
    if document.tokens[last].shape == .upper, let bare = beforeSuffix(last) {
      return joined(name.tokens, [last: bare])
    }
    let isKind = !classes(last).isDisjoint(with: .kinds) && name.tokens.count > 1
    let best: WordReading?
    switch name.type {
    case .person: best = bestReading(last) { $0.personScore }
    case .place where !isKind: best = bestReading(last) { $0.placeScore }
    default: best = kindReading(last)
    }
    guard let form = best?.form else { return joined(name.tokens, [:]) }
    return joined(name.tokens, [last: replaced(last, form)])
  }

  /// `TÜRKSOY-a`: what stands before the hyphen.
  private func beforeSuffix(_ index: Int) -> String? {
    let letters = document.scalars[document.tokens[index].range]
    guard
      let hyphen = letters.lastIndex(where: {
        TextTokenizer.isHyphen($0) || TextTokenizer.isApostrophe($0)
      }),
      letters[hyphen...].dropFirst().allSatisfy({ !LetterClass.of($0).contains(.upper) })
    else { return nil }
    return UTF8Decoding.text(letters[..<hyphen])
  }

  /// The reading of the last word of an organisation, a work or a region: a kind word without its case ending, but with
  /// its possessive (`Universitetinin` → `Universiteti`).
  private mutating func kindReading(_ index: Int) -> WordReading? {
    guard let entry = document.entry(index) else { return nil }
    let isKind = !entry.classes.isDisjoint(with: .kinds)
    var best: WordReading?
    for reading in readings(index) {
      guard let form = reading.form, form.strength >= .medium, form.tail.isEmpty else { continue }
      let base = form.base(entry.key)
      if isKind {
        let found = vocabulary.classes(base, entry.tongue)
        guard !found.isDisjoint(with: .kinds),
          keepsPossessive(form, entry.key) || form.strength == .strong
        else { continue }
      } else if form.strength < .strong, !reading.isSeen {
        continue
      }
      // -nda goes after the possessive, which stays; so does -nın rather than -ının.
      let ending = best?.form.map { keepsPossessive($0, entry.key) } ?? false
      let own = keepsPossessive(form, entry.key)
      if best == nil || own && !ending || own == ending && (best?.form?.kept ?? 0) < form.kept {
        best = reading
      }
    }
    return best
  }

  private func keepsPossessive(_ form: CaseForm, _ key: [UInt32]) -> Bool {
    form.kept > 0 && Self.possessives.contains(key[form.kept - 1])
  }

  private static let possessives = Set(CaseForm.scalars("ıiuüыі"))
}
