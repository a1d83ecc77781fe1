internal import TamgaNames
internal import TamgaText

/// Runs of words with capitals: divided into people, places and the rest.
extension MentionFinder {
  mutating func findRuns(_ line: Range<Int>, _ tongue: Tongue) {
    var index = line.lowerBound
    while index < line.upperBound {
      guard isNameWord(index, tongue) else {
        index += 1
        continue
      }
      let end = runEnd(index, line, tongue)
      divide(index..<end, line, tongue)
      index = max(end, index + 1)
    }
  }

  /// Whether a word may stand in a name.
  func isNameWord(_ index: Int, _ tongue: Tongue) -> Bool {
    guard isCapital(index) else { return false }
    let token = document.tokens[index]
    let found = classes(index)
    if !found.isDisjoint(with: [.calendar, .navigation]) { return false }
    if token.marks.contains(.digits) { return false }
    if token.shape == .initial {
      return index + 1 < document.tokens.count && isSign(index + 1, 0x2E)
        && document.tokens[index + 1].marks.contains(.joined)
    }
    return true
  }

  /// Where the run of name words that begins at `start` ends.
  func runEnd(_ start: Int, _ line: Range<Int>, _ tongue: Tongue) -> Int {
    var end = start + 1
    while end < line.upperBound {
      let before = document.tokens[end - 1]
      if before.marks.contains(.possessive) { break }
      if isSign(end, 0x2E), document.tokens[end].marks.contains(.joined), before.shape == .initial
        || before.shape == .capital && before.range.count <= 2,
        end + 1 < line.upperBound, isNameWord(end + 1, tongue)
      {
        end += 2
        continue
      }
      if isNameWord(end, tongue), !document.tokens[end].marks.contains(.joined) {
        end += 1
        continue
      }
      let found = classes(end)
      let isFree = document.tokens[end].marks.isDisjoint(with: [.claimed, .masked])
      if document.tokens[end].kind == .word, isFree {
        if found.contains(.marker) {
          end += 1
          continue
        }
        if !found.isDisjoint(with: [.honorific, .particle]), end + 1 < line.upperBound,
          isNameWord(end + 1, tongue), !found.contains(.common)
        {
          end += 2
          continue
        }
        if found.contains(.honorific), document.tokens[end].range.count <= 5 {
          end += 1
        }
      }
      break
    }
    return end
  }

  /// Divides a run at titles, peoples and places.
  private mutating func divide(_ run: Range<Int>, _ line: Range<Int>, _ tongue: Tongue) {
    var index = run.lowerBound
    while index < run.upperBound {
      let found = classes(index)
      let token = document.tokens[index]
      if token.kind != .word || token.shape == .lower {
        index += 1
        continue
      }
      if token.marks.contains(.starts), found.contains(.common) {
        index += 1
        continue
      }
      let length = placeLength(index, run.upperBound)
      if length > 1 || length == 1 && !isPersonStart(index, run) {
        if token.marks.contains(.starts), length == 1, found.contains(.common) {
          index += 1
          continue
        }
        emit(index..<index + length, .place)
        index += length
        continue
      }
      if isTitle(index, run) || found.contains(.people) && tongue == .english
        || found.contains(.people) && token.marks.contains(.starts)
      {
        index += 1
        continue
      }
      var end = index + 1
      while end < run.upperBound {
        let inner = document.tokens[end]
        if inner.kind == .word, inner.shape != .lower, inner.shape != .initial {
          if isTitle(end, run) || classes(end).contains(.people) && tongue == .english { break }
          if placeLength(end, run.upperBound) > 0, personScore(end) < 4, end > index + 1 { break }
        }
        end += 1
      }
      judge(index..<end, run, line, tongue)
      index = end
    }
  }

  private func isTitle(_ index: Int, _ run: Range<Int>) -> Bool {
    let found = classes(index)
    return !found.isDisjoint(with: [.title, .occupation]) && document.tokens[index].shape != .initial
      && (index + 1 < run.upperBound || document.entry(index)?.facts.names.isGiven != true)
  }

  /// Whether a place’s name is here the given name, or the family name, of a person.
  private mutating func isPersonStart(_ index: Int, _ run: Range<Int>) -> Bool {
    guard index + 1 < run.upperBound else { return false }
    let next = document.tokens[index + 1]
    guard next.kind == .word else { return false }
    guard let facts = document.entry(index)?.facts, facts.names.isGiven else { return false }
    return personScore(index + 1) >= 4 && placeLength(index + 1, run.upperBound) == 0
  }

  /// Judges a part of a run that is no place of the lexicon.
  private mutating func judge(
    _ range: Range<Int>, _ run: Range<Int>, _ line: Range<Int>, _ tongue: Tongue
  ) {
    let words = range.filter { document.tokens[$0].kind == .word }
    guard let first = words.first, let last = words.last else { return }
    if words.count == 1 {
      judgeSingle(first, line, tongue)
      return
    }
    let scores = words.map { personScore($0) }
    let best = scores.max() ?? 0
    let isHeadline = isHeadline(first)
    if best >= 4 || (!isHeadline && words.count <= 4 && isAllCapital(words)) {
      emit(first..<last + 1, .person, isSure: best >= 4)
    }
  }

  private func isAllCapital(_ words: [Int]) -> Bool {
    words.allSatisfy { document.tokens[$0].isCapital }
  }

  private mutating func judgeSingle(_ index: Int, _ line: Range<Int>, _ tongue: Tongue) {
    guard let entry = document.entry(index) else { return }
    let token = document.tokens[index]
    let isStart = token.marks.contains(.starts) || isHeadline(index)
    let range = index..<index + 1
    if token.shape == .upper || token.shape == .mixed {
      if vocabulary.isAbbreviation(entry.letters) || token.shape == .mixed || token.range.count > 2 {
        if !isHeadline(index) { emit(range, .organization, isSure: false) }
      }
      return
    }
    let score = personScore(index)
    if isStart, entry.small > 0 || score < 4 {
      pending.append(FoundName(tokens: range, type: .place))
      return
    }
    if score >= 4 {
      emit(range, .person, isSure: false)
    } else if tongue != .english {
      emit(range, .place, isSure: false)
    } else if index > line.lowerBound, classes(index - 1).contains(.inside) {
      emit(range, .place, isSure: false)
    }
  }

  /// Names of single words that the rest of the document explains.
  mutating func resolvePending() {
    pending.removeAll()
  }
}
