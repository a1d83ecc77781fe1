internal import TamgaNames
internal import TamgaText

/// Runs of words with capitals: divided into people, places and the rest.
extension MentionFinder {
  mutating func findRuns(_ line: Range<Int>, _ tongue: Tongue) {
    var index = line.lowerBound
    while index < line.upperBound {
      guard isNameWord(index) else {
        index += 1
        continue
      }
      if tongue == .english, let work = workTitle(index, line) {
        index = work
        continue
      }
      let end = runEnd(index, line)
      divide(index..<end, line, tongue)
      index = max(end, index + 1)
    }
  }

  /// Whether a word may stand in a name.
  func isNameWord(_ index: Int) -> Bool {
    guard isCapital(index) else { return false }
    let token = document.tokens[index]
    if !classes(index).isDisjoint(with: [.calendar, .navigation]) { return false }
    if token.marks.contains(.digits) { return false }
    guard let script = document.entry(index)?.facts.script, script == .latin || script == .cyrillic
    else { return false }
    if token.shape == .initial {
      return index + 1 < document.tokens.count && isSign(index + 1, 0x2E)
        && document.tokens[index + 1].marks.contains(.joined)
    }
    return true
  }

  /// Where the run of name words that begins at `start` ends.
  mutating func runEnd(_ start: Int, _ line: Range<Int>) -> Int {
    var end = start + 1
    while end < line.upperBound {
      let before = document.tokens[end - 1]
      if before.marks.contains(.possessive) { break }
      if isSign(end, 0x2E) {
        guard document.tokens[end].marks.contains(.joined),
          before.shape == .initial || before.shape == .capital && before.range.count <= 2,
          end + 1 < line.upperBound, isNameWord(end + 1)
        else { break }
        end += 2
      } else if isNameWord(end), !document.tokens[end].marks.contains(.joined) {
        end += 1
      } else {
        let taken = smallWords(end, line)
        if taken == 0 { break }
        end += taken
      }
    }
    return end
  }

  /// How many tokens from `index` belong to a person’s name though the first is in small letters: a marker of
  /// patronymics, a particle with what follows it, a form of address.
  mutating func smallWords(_ index: Int, _ line: Range<Int>) -> Int {
    let token = document.tokens[index]
    guard token.kind == .word, !token.isCapital,
      token.marks.isDisjoint(with: [.claimed, .masked])
    else { return 0 }
    let found = classes(index)
    if found.contains(.marker) {
      // `Mahmud oğlu` is a patronymic, `Mahmudun oğlu` a relative.
      let best = bestReading(index - 1) { $0.personScore }
      return best?.form?.grammaticalCase == .genitive ? 0 : 1
    }
    let isFollowed = index + 1 < line.upperBound && isNameWord(index + 1)
    if isFollowed, !found.isDisjoint(with: [.honorific, .particle]), !found.contains(.common) {
      return 2
    }
    return found.contains(.honorific) && token.range.count <= 5 && !found.contains(.common) ? 1 : 0
  }

  // MARK: - Dividing

  /// Divides a run at titles, peoples, places and the ends of people’s names.
  mutating func divide(_ run: Range<Int>, _ line: Range<Int>, _ tongue: Tongue) {
    var index = run.lowerBound
    while index < run.upperBound {
      let token = document.tokens[index]
      if token.kind != .word || token.shape == .lower || isOpening(index, run) {
        index += 1
        continue
      }
      let person = personEnd(index, run, tongue)
      let length = placeLength(index, run.upperBound)
      if length > 0, !isPerson(index..<person, beside: length), isPlace(index, length) {
        emit(
          index..<index + length, .place,
          isSure: length > 1 || roles(index).isDisjoint(with: .known))
        index += length
      } else if isSeparator(index, run, tongue) {
        index += 1
      } else {
        judge(index..<person, line, tongue)
        index = person
      }
    }
  }

  /// Whether a word only opens its sentence: it is small elsewhere, or a name that needs no more begins behind it.
  mutating func isOpening(_ index: Int, _ run: Range<Int>) -> Bool {
    let token = document.tokens[index]
    guard let entry = document.entry(index) else { return false }
    // `in The Atlantic`: an article is no name, unless a longer name begins with it.
    if entry.tongue == .english, entry.classes.contains(.common),
      placeLength(index, run.upperBound) < 2,
      !isPerson(index..<min(index + 4, run.upperBound), beside: 1)
    {
      return true
    }
    guard token.marks.contains(.starts) else { return false }
    if entry.classes.contains(.common) { return true }
    let isKnown = !roles(index).isDisjoint(with: .known) || placeReading(index) != nil
    if entry.small > 0, entry.capital == 0, index + 1 < run.upperBound || !isKnown { return true }
    guard !isKnown, index + 1 < run.upperBound, token.shape == .capital else { return false }
    let next = document.tokens[index + 1]
    guard next.kind == .word else { return false }
    if entry.tongue == .russian, isAdverbial(entry.key) { return true }
    if next.shape == .initial || next.shape == .upper || next.shape == .mixed { return true }
    if roles(index + 1).contains(.given), entry.tongue != .english || run.count > 2 { return true }
    return placeLength(index + 1, run.upperBound) > 0
  }

  /// Whether a Russian word ends as no name in the nominative does: `Позднее`, `Дипломатические`, `Песни`.
  func isAdverbial(_ key: [UInt32]) -> Bool {
    let text = UTF8Decoding.text(key)
    return ["ее", "ие", "ые", "но", "ами", "ями", "ах", "ях", "ую", "ом", "ем", "ы"].contains {
      text.hasSuffix($0)
    }
  }

  /// Whether a name of the gazetteer is meant.
  mutating func isPlace(_ index: Int, _ length: Int) -> Bool {
    guard length == 1, let entry = document.entry(index) else { return true }
    let token = document.tokens[index]
    if entry.tongue == .english, entry.classes.contains(.people) { return false }
    if token.marks.contains(.starts), entry.small > 0, entry.capital == 0 { return false }
    return !isRatherPerson(index)
  }

  // MARK: - Judging

  /// Judges a part of a run that is no place of the lexicon.
  mutating func judge(_ range: Range<Int>, _ line: Range<Int>, _ tongue: Tongue) {
    let words = range.filter { document.tokens[$0].kind == .word }
    guard let first = words.first, let last = words.last else { return }
    let capitals = words.filter { document.tokens[$0].isCapital }
    let hasInitial = words.contains { document.tokens[$0].shape == .initial }
    if capitals.count == 1, words.count == 1 {
      judgeSingle(first, line, tongue)
      return
    }
    if capitals.count == 1, !hasInitial, let only = capitals.first {
      // `Rəşid bəy`, `Mahmud oğlu`.
      if !roles(only).isDisjoint(with: .known) { emit(first..<last + 1, .person) }
      return
    }
    let known = capitals.filter { !roles($0).isDisjoint(with: .known) }
    if !known.isEmpty || hasInitial {
      if isHeadline(first),
        known.count < capitals.count || roles(last).isDisjoint(with: [.family, .patronymic])
      {
        return
      }
      emit(first..<last + 1, .person, isSure: known.count == capitals.count)
    } else if !isHeadline(first), capitals.count <= 3 {
      let isStart = document.tokens[first].marks.contains(.starts)
      // `Foreign Affairs` is a part of something; `Sembol Construction` is a firm.
      if tongue == .english, classes(last).contains(.organizationWord) {
        guard !capitals.allSatisfy({ classes($0).contains(.organizationWord) }) else { return }
        emit(first..<last + 1, .organization, isSure: false)
        return
      }
      // A heading is no person; in a sentence, two strange capitals in a row are.
      let isStrange = capitals.allSatisfy {
        document.words[Int(document.tokens[$0].word)].small == 0
      }
      if !isStart || isStrange && line.count > 8 { emit(first..<last + 1, .person, isSure: false) }
    }
  }
}
