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
      NameBuild(
        latin: Int(cells[19]), cyrillic: Int(cells[20]), arabic: Int(cells[21]),
        other: Int(cells[22]), words: Int(cells[23]), letters: Int(cells[24]),
        marked: (Int(cells[25]), Int(cells[26]), Int(cells[27])))
    }
  }

  private let model: LanguageModel
  private let alphabets = LanguageAlphabets.shipped
  private let gap: SIMD32<Int32>
  private var features = LanguageFeatures()
  private var word: [Int32]
  /// In each slot the number of a word, from 1, below the upper bits of its hash.
  private var slots: [UInt64] = []
  /// What a word says, in one line of memory: scores, counts, and in the last four cells which languages lack its
  /// letters.
  private var rows: [SIMD32<Int16>] = []
  private var names = 0

  /// How many languages there may be: behind them stand nine counts, from cell 19, and the foreign letters, from cell 28.
  /// The places are written as numbers, since a cell whose place is not known beforehand costs a detour by memory.
  static let mostLanguages = 19
  private static let languages = Language.allCases.count
  /// Names of more words are read as wholes; of so many, no sum is too large for a cell.
  private static let mostWords = 32
  private static let mostOfWord = Int(Int16.max) / mostWords
  /// How many names are read before words are kept.
  private static let few = 24
  /// How many distinct words are kept before all are forgotten.
  private static let most = 1 << 17

  init(_ model: LanguageModel) {
    self.model = model
    var gap = SIMD32<Int32>.zero
    for index in 0..<Self.languages { gap[index] = model.gap[index] }
    self.gap = gap
    word = [Int32](repeating: 0, count: Self.languages)
  }

  /// What the words of a name say; nil where the name is to be read as a whole: one of the first few, or very long.
  mutating func sum(_ name: Span<UInt8>) -> Sum? {
    guard name.count <= LanguageFeatures.limit else { return nil }
    if names < Self.few {
      names += 1
      return nil
    }
    var sum = Sum()
    // Added as narrow as they are kept, and widened once.
    var cells = SIMD32<Int16>.zero
    var words = 0
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
      var number = find(hash)
      if number < 0 {
        number = keep(hash, name.extracting(start..<position))
        guard number >= 0 else { return nil }
      }
      let row = rows[number]
      cells &+= row
      sum.foreign.add(Self.foreign(row))
      if row[23] > 0 { gaps += 1 }
      words += 1
      guard words <= Self.mostWords else { return nil }
    }
    sum.cells = SIMD32<Int32>(truncatingIfNeeded: cells)
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

  private static let numberBits: UInt64 = 20
  private static let numberMask: UInt64 = 1 << numberBits - 1

  /// The number of a word that came before; -1 for another.
  ///
  /// Mutating, as `keep` is, so that no copy of the tables is held while they are written.
  @inline(__always)
  private mutating func find(_ hash: UInt64) -> Int {
    let mask = slots.count - 1
    guard mask > 0 else { return -1 }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) & ~Self.numberMask == 0 {
        return Int(slots[slot] & Self.numberMask) - 1
      }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Reads a word, given between spaces, and gives it a number; -1 where it says more than a row holds.
  @inline(never)
  private mutating func keep(_ hash: UInt64, _ bytes: Span<UInt8>) -> Int {
    guard let row = read(bytes) else { return -1 }
    if slots.isEmpty || rows.count == Self.most {
      slots = Array(repeating: 0, count: Self.most * 2)
      rows.removeAll(keepingCapacity: true)
    }
    rows.append(row)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash & ~Self.numberMask | UInt64(rows.count)
    return rows.count - 1
  }

  /// The row of a word.
  private mutating func read(_ bytes: Span<UInt8>) -> SIMD32<Int16>? {
    features.read(bytes)
    for index in word.indices { word[index] = 0 }
    let symbols = features.symbols
    model.score(words: symbols.span, &word)
    var row = SIMD32<Int16>.zero
    for index in word.indices {
      guard abs(Int(word[index])) <= Self.mostOfWord else { return nil }
      row[index] = Int16(word[index])
    }
    let build = features.build
    let counts = [
      build.latin, build.cyrillic, build.arabic, build.other, build.words, build.letters,
      build.marked.latin, build.marked.cyrillic, build.marked.arabic,
    ]
    for (index, count) in counts.enumerated() { row[Self.mostLanguages + index] = Int16(count) }
    let foreign = alphabets.foreign(features.symbols)
    let bits =
      UInt64(foreign.one) | UInt64(foreign.two) << 20 | UInt64(foreign.three) << 40
    for part in 0..<4 {
      row[28 + part] = Int16(truncatingIfNeeded: bits >> UInt64(part * 16))
    }
    return row
  }

  /// Which languages lack letters of the word of a row.
  @inline(__always)
  private static func foreign(_ row: SIMD32<Int16>) -> LanguageAlphabets.Foreign {
    let cells = (
      UInt16(bitPattern: row[28]), UInt16(bitPattern: row[29]), UInt16(bitPattern: row[30]),
      UInt16(bitPattern: row[31])
    )
    let bits =
      UInt64(cells.0) | UInt64(cells.1) << 16 | UInt64(cells.2) << 32 | UInt64(cells.3) << 48
    return LanguageAlphabets.Foreign(
      one: UInt32(bits & 0xF_FFFF), two: UInt32(bits >> 20 & 0xF_FFFF),
      three: UInt32(bits >> 40 & 0xF_FFFF))
  }
}
