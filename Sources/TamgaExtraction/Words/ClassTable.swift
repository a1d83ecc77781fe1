/// The classes of the words of one language.
struct ClassTable: Sendable {
  private var words: [UInt64: WordClasses] = [:]
  private var stems: [UInt64: WordClasses] = [:]
  /// The longest ending a stem takes.
  private static let longestEnding = 5

  /// Adds a pattern in folded letters; one that ends in `*` is a stem. Expressions of several words are left out.
  mutating func add(_ pattern: [UInt32], _ classes: WordClasses) {
    guard !pattern.contains(0x20), !pattern.isEmpty else { return }
    if pattern.last == 0x2A {
      stems[WordHash.hash(pattern.dropLast()), default: []].formUnion(classes)
    } else {
      words[WordHash.hash(pattern), default: []].formUnion(classes)
    }
  }

  /// The classes of a word, and of the longest stem in it that is in the table.
  func classes(_ letters: [UInt32]) -> WordClasses {
    var hash = WordHash.seed
    var found: WordClasses = []
    for index in letters.indices {
      hash = WordHash.mix(hash, letters[index])
      let rest = letters.count - index - 1
      if index >= 1, rest <= Self.longestEnding, let stem = stems[hash] {
        found = rest == 0 ? found.union(stem) : stem
      }
    }
    if let word = words[hash] { found.formUnion(word) }
    return found
  }
}
