/// What words say of the language, each distinct word looked at once.
///
/// N-grams never cross the end of a word, so that the scores of a name are the sum of its words’, and so are the counts
/// its build is made of.
struct WordScores {
  /// What the words of a name say together.
  struct Sum {
    /// A score for each case of `Language`, then the counts of the build.
    fileprivate(set) var cells = SIMD32<Int32>.zero
    fileprivate(set) var foreign = LanguageAlphabets.Foreign()

    /// The build of the name.
    @inline(__always)
    var build: NameBuild {
      let first = WordScores.width
      return NameBuild(
        latin: Int(cells[first]), cyrillic: Int(cells[first + 1]), arabic: Int(cells[first + 2]),
        other: Int(cells[first + 3]), words: Int(cells[first + 4]),
        letters: Int(cells[first + 5]),
        marked: (Int(cells[first + 6]), Int(cells[first + 7]), Int(cells[first + 8])))
    }
  }

  private let model: LanguageModel
  private let alphabets = LanguageAlphabets.shipped
  private let gap: SIMD32<Int32>
  private var features = LanguageFeatures()
  private var word: [Int32]
  private var hashes: [UInt64] = []
  /// The number of the word in each slot.
  private var numbers: [Int32] = []
  private var rows: [SIMD32<Int16>] = []
  private var foreign: [LanguageAlphabets.Foreign] = []
  private var names = 0

  private static let width = Language.allCases.count
  /// How many names are read before words are kept.
  private static let few = 24
  /// How many distinct words are kept before all are forgotten.
  private static let most = 1 << 17

  init(_ model: LanguageModel) {
    self.model = model
    var gap = SIMD32<Int32>.zero
    for index in 0..<Self.width { gap[index] = model.gap[index] }
    self.gap = gap
    word = [Int32](repeating: 0, count: Self.width)
  }

  /// What the words of a name say; nil where the name is to be read as a whole: one of the first few, or very long.
  mutating func sum(_ name: Span<UInt8>) -> Sum? {
    guard name.count <= LanguageFeatures.limit else { return nil }
    if names < Self.few {
      names += 1
      return nil
    }
    var sum = Sum()
    var gaps = -1
    var position = 0
    while position < name.count {
      guard Self.isOfWord(name[position]) else {
        position += 1
        continue
      }
      let start = position
      var hash: UInt64 = 0x9AE1_6A3B_2F90_404F
      while position < name.count, Self.isOfWord(name[position]) {
        hash = (hash ^ UInt64(name[position])) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        position += 1
      }
      var number = find(hash | 1)
      if number < 0 {
        number = keep(hash | 1, name.extracting(start..<position))
        guard number >= 0 else { return nil }
      }
      let row = SIMD32<Int32>(truncatingIfNeeded: rows[number])
      sum.cells &+= row
      sum.foreign.add(foreign[number])
      if row[Self.width + 4] > 0 { gaps += 1 }
    }
    if gaps == 1 {
      sum.cells &+= gap
    } else if gaps > 1 {
      sum.cells &+= gap &* Int32(gaps)
    }
    return sum
  }

  /// Whether a byte is of a letter, a mark or an apostrophe, or may be: all others part words.
  @inline(__always)
  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || byte == 0x27 || byte == 0x60
  }

  /// The number of a word that came before; -1 for another.
  ///
  /// Mutating, as `keep` is, so that no copy of the tables is held while they are written.
  @inline(__always)
  private mutating func find(_ hash: UInt64) -> Int {
    let mask = hashes.count - 1
    guard mask > 0 else { return -1 }
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return Int(numbers[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Reads a word, given between spaces, and gives it a number; -1 where it says more than a row holds.
  @inline(never)
  private mutating func keep(_ hash: UInt64, _ bytes: Span<UInt8>) -> Int {
    guard let row = read(bytes) else { return -1 }
    if hashes.isEmpty || rows.count == Self.most {
      begin(slots: 1 << 12)
    } else if rows.count * 2 > hashes.count {
      grow()
    }
    insert(hash, Int32(rows.count))
    rows.append(row)
    foreign.append(alphabets.foreign(features.symbols))
    return rows.count - 1
  }

  private mutating func insert(_ hash: UInt64, _ number: Int32) {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while hashes[slot] != 0 { slot = (slot + 1) & mask }
    hashes[slot] = hash
    numbers[slot] = number
  }

  private mutating func grow() {
    let old = (hashes: hashes, numbers: numbers)
    hashes = Array(repeating: 0, count: old.hashes.count * 2)
    numbers = Array(repeating: 0, count: old.hashes.count * 2)
    for index in old.hashes.indices where old.hashes[index] != 0 {
      insert(old.hashes[index], old.numbers[index])
    }
  }

  private mutating func begin(slots: Int) {
    hashes = Array(repeating: 0, count: slots)
    numbers = Array(repeating: 0, count: slots)
    rows.removeAll(keepingCapacity: true)
    foreign.removeAll(keepingCapacity: true)
  }

  /// The row of a word.
  private mutating func read(_ bytes: Span<UInt8>) -> SIMD32<Int16>? {
    features.read(bytes)
    for index in word.indices { word[index] = 0 }
    let symbols = features.symbols
    model.score(words: symbols.span, &word)
    var row = SIMD32<Int16>.zero
    for index in word.indices {
      guard let cell = Int16(exactly: word[index]) else { return nil }
      row[index] = cell
    }
    let build = features.build
    let counts = [
      build.latin, build.cyrillic, build.arabic, build.other, build.words, build.letters,
      build.marked.latin, build.marked.cyrillic, build.marked.arabic,
    ]
    for (index, count) in counts.enumerated() { row[Self.width + index] = Int16(count) }
    return row
  }
}
