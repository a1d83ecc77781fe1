internal import TamgaNames
internal import TamgaText

/// Names with a kind word in them: organisations, places; and events, treaties and awards, which are no mentions.
extension MentionFinder {
  mutating func findThings(_ line: Range<Int>, _ tongue: Tongue) {
    for index in line where document.tokens[index].kind == .word {
      guard document.tokens[index].marks.isDisjoint(with: [.claimed, .masked]) else { continue }
      let found = classes(index)
      guard !found.isDisjoint(with: Self.kinds) else { continue }
      switch tongue {
      case .english: findEnglishThing(index, found, line)
      case .azerbaijani, .kazakh: findTurkicThing(index, found, line)
      case .russian: findRussianThing(index, found, line)
      }
    }
  }

  private static let kinds: WordClasses = [
    .organizationKind, .placeKind, .event, .document, .award, .workKind,
  ]

  /// What a name with these kind words is; nil for one that is no mention.
  func type(ofKind found: WordClasses) -> NameType? {
    if found.contains(.organizationKind) { return .organization }
    if found.contains(.placeKind) { return .place }
    return nil
  }

  /// Claims a name that is no mention: an award, a treaty, an event. The places in the name of an event are mentions.
  mutating func dismiss(_ range: Range<Int>, _ found: WordClasses) {
    if found.contains(.event) {
      var index = range.lowerBound
      while index < range.upperBound {
        let length = document.tokens[index].isCapital ? placeLength(index, range.upperBound) : 0
        if length > 0, !classes(index).contains(.people) {
          emit(index..<index + length, .place)
        }
        index += max(length, 1)
      }
    }
    claim(range)
  }

  /// Where a name may begin: past small words and titles that only open a sentence.
  func trimmedStart(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound - 1 {
      let token = document.tokens[start]
      let found = classes(start)
      guard token.kind == .word,
        token.marks.contains(.starts) && found.contains(.common)
          || token.shape == .lower && !found.contains(.namedAfter)
      else { break }
      start += 1
    }
    return start
  }

  /// Whether a run of tokens directly before `end` may belong to one name: words with capitals, initials with their full
  /// stops, `&`. Gives where it begins.
  func capitalsBefore(_ end: Int, _ line: Range<Int>, _ accepts: (Int) -> Bool) -> Int {
    var start = end
    while start > line.lowerBound {
      let index = start - 1
      let token = document.tokens[index]
      guard token.marks.isDisjoint(with: [.claimed, .masked]) else { break }
      if token.kind == .word {
        guard token.isCapital, classes(index).isDisjoint(with: [.calendar, .navigation]),
          accepts(index)
        else { break }
      } else if token.sign == 0x2E {
        guard token.marks.contains(.joined), index > line.lowerBound,
          document.tokens[index - 1].shape == .initial
        else { break }
      } else if token.sign != 0x26 || index == line.lowerBound {
        break
      }
      start = index
    }
    return start
  }
}
