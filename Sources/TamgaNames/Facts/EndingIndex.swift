/// Finds the longest ending of a word that a table knows.
struct EndingIndex: Sendable {
  private var index = HashIndex(capacity: 512)
  private var longest = 0

  /// Adds an ending, given as folded letters, with the number of its row.
  mutating func insert(_ ending: Span<UInt32>, row: Int) {
    var hash = LetterHash.seed
    for position in (0..<ending.count).reversed() { hash = LetterHash.mix(hash, ending[position]) }
    index.insert(hash, UInt64(row))
    longest = max(longest, ending.count)
  }

  /// The row of the longest ending that leaves `stem` letters or none at all, with the letters it leaves.
  @inline(__always)
  func longest(_ letters: Span<UInt32>, stem: Int) -> (row: Int, stem: Int)? {
    var hash = LetterHash.seed
    var found: (row: Int, stem: Int)?
    var position = letters.count
    let end = max(0, letters.count - longest)
    while position > end {
      position -= 1
      hash = LetterHash.mix(hash, letters[position])
      if position < stem, position > 0 { continue }
      if let row = index.find(hash) { found = (Int(row), position) }
    }
    return found
  }
}
