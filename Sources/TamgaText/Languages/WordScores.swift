/// What words say of the language, each distinct word scored once: n-grams never cross the end of a word, so the score of
/// a name is the sum of its words’.
struct WordScores {
  private let model: LanguageModel
  private var hashes: [UInt64]
  /// The number of the word in each slot.
  private var numbers: [Int32]
  /// A row of scores for each word.
  private var rows: [Int32] = []
  private var count = 0
  private var scored = 0
  private var word: [Int32]

  private static let width = Language.allCases.count
  /// How many distinct words are kept before all are forgotten.
  private static let most = 1 << 15
  private static let mask = most * 2 - 1

  init(_ model: LanguageModel) {
    self.model = model
    hashes = []
    numbers = []
    word = [Int32](repeating: 0, count: Self.width)
  }

  /// Adds the scores of all words of a name, each between two boundaries.
  mutating func add(_ symbols: Span<UInt32>, _ scores: inout [Int32]) {
    var start = 0
    while start < symbols.count {
      var end = start + 1
      while end < symbols.count, symbols[end] != LanguageFeatures.boundary { end += 1 }
      end = min(end + 1, symbols.count)
      if start > 0 { for index in scores.indices { scores[index] += model.gap[index] } }
      add(word: symbols.extracting(start..<end), &scores)
      start = end
    }
  }

  private mutating func add(word symbols: Span<UInt32>, _ scores: inout [Int32]) {
    guard scored >= LanguageModel.few else {
      scored += 1
      model.score(symbols, &scores)
      return
    }
    if hashes.isEmpty { begin() }
    var hash: UInt64 = 0x9AE1_6A3B_2F90_404F
    for index in 0..<symbols.count {
      hash = (hash ^ UInt64(symbols[index])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    // 0 marks an empty slot.
    hash |= 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & Self.mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash {
        let start = Int(numbers[slot]) * Self.width
        for index in 0..<Self.width { scores[index] += rows[start + index] }
        return
      }
      slot = (slot + 1) & Self.mask
    }
    for index in word.indices { word[index] = 0 }
    model.score(symbols, &word)
    for index in word.indices { scores[index] += word[index] }
    if count == Self.most {
      begin()
      return
    }
    hashes[slot] = hash
    numbers[slot] = Int32(count)
    rows.append(contentsOf: word)
    count += 1
  }

  private mutating func begin() {
    hashes = Array(repeating: 0, count: Self.mask + 1)
    numbers = Array(repeating: 0, count: Self.mask + 1)
    rows.removeAll(keepingCapacity: true)
    count = 0
  }
}
