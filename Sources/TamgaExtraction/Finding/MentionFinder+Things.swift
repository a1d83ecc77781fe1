internal import TamgaText

/// Names with a kind word in them: organisations, places; and events, treaties and awards, which are no mentions.
extension MentionFinder {
  mutating func findThings(_ line: Range<Int>, _ tongue: Tongue) {
  }
}
