internal import TamgaLexicons
internal import TamgaText

/// What the lexicons know of words, by the hashes of their folded letters.
///
/// It is read from `models/name-parts.tsv`, which is generated from all lexicons of words and names, because reading
/// those themselves takes a hundred milliseconds; only a user's own tables make that necessary.
struct PartTable: Sendable {
  static let path = "models/name-parts.tsv"

  /// The most words an expression has.
  static let longestExpression = 6

  /// The marks of words: of names in the lower half, of words in the upper.
  private var words = HashIndex(capacity: 1 << 16)
  private var stems = HashIndex(capacity: 1 << 13)
  private var expressions = HashIndex(capacity: 1 << 13)
  private var sounds = HashIndex(capacity: 1 << 13)
  /// Numbers of irregular fathers by their patronymics.
  private var patronymics = HashIndex(capacity: 512)
  /// The base names of those fathers, in small letters.
  private(set) var fathers: [[UInt32]] = []

  init(_ lexicons: Lexicons) {
    if lexicons.overlayPaths.isEmpty, let table = try? lexicons.table(Self.path) {
      read(table)
    } else if let table = try? LexiconTable(
      path: Self.path, bytes: LexiconBytes(Array(PartTableWriter(lexicons).text(date: "").utf8)))
    {
      read(table)
    }
  }

  // MARK: - Looking up

  /// The marks of a word.
  @inline(__always)
  func find(_ word: UInt64) -> (names: NameMarks, words: WordMarks) {
    guard let value = words.find(word) else { return ([], []) }
    return (
      NameMarks(rawValue: UInt32(truncatingIfNeeded: value)),
      WordMarks(rawValue: UInt32(truncatingIfNeeded: value >> 32))
    )
  }

  /// The marks of a word as a person's name.
  @inline(__always)
  func names(_ word: UInt64) -> NameMarks {
    NameMarks(rawValue: UInt32(truncatingIfNeeded: words.find(word) ?? 0))
  }

  /// The marks of a stem that may have an ending.
  @inline(__always)
  func stem(_ word: UInt64) -> WordMarks? {
    stems.find(word).map { WordMarks(rawValue: UInt32(truncatingIfNeeded: $0)) }
  }

  /// The marks of an expression, by the joined hashes of its words.
  @inline(__always)
  func expression(_ joined: UInt64) -> WordMarks? {
    expressions.find(joined).map { WordMarks(rawValue: UInt32(truncatingIfNeeded: $0)) }
  }

  /// The marks of the given names that sound so.
  @inline(__always)
  func sound(_ skeleton: UInt64) -> NameMarks {
    NameMarks(rawValue: UInt32(truncatingIfNeeded: sounds.find(skeleton) ?? 0))
  }

  /// The number of the father of an irregular patronymic.
  @inline(__always)
  func father(_ patronymic: UInt64) -> Int? { patronymics.find(patronymic).map { Int($0) } }

  // MARK: - Reading

  /// What a key is; the shape of the key says it.
  private enum Kind {
    case word, stem, expression, sound
  }

  private let nameBits = NameMarks.bits
  private let wordBits = WordMarks.bits

  private mutating func read(_ table: LexiconTable) {
    table.withRows { bytes in
      var position = 0
      while position < bytes.count { position = readRow(bytes, position) }
    }
  }

  /// Reads `key names words father`; returns where the next row begins.
  private mutating func readRow(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    var kind = Kind.word
    if bytes[start] == UInt8(ascii: "~") {
      kind = .sound
      position += 1
    }
    var word = LetterHash.seed
    var joined: UInt64 = 0
    while bytes[position] != UInt8(ascii: "\t") {
      let letter = Self.letter(bytes, &position)
      if letter == 0x2A {
        if kind == .word { kind = .stem }
      } else if letter == 0x20 {
        joined = kind == .expression ? LetterHash.join(joined, word) : word
        kind = .expression
        word = LetterHash.seed
      } else {
        word = LetterHash.mix(word, letter)
      }
    }
    let names = Self.marks(bytes, &position, nameBits)
    let words = Self.marks(bytes, &position, wordBits)
    switch kind {
    case .word: self.words.insert(word, UInt64(names) | UInt64(words) << 32)
    case .stem: stems.insert(word, UInt64(words))
    case .expression: expressions.insert(LetterHash.join(joined, word), UInt64(words))
    case .sound: sounds.insert(word, UInt64(names))
    }
    return readFather(bytes, position, patronymic: word)
  }

  private mutating func readFather(
    _ bytes: Span<UInt8>, _ start: Int, patronymic: UInt64
  ) -> Int {
    var position = start + 1
    var father: [UInt32] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      father.append(UTF8Decoding.next(bytes, &position))
    }
    if !father.isEmpty {
      patronymics.insert(patronymic, UInt64(fathers.count))
      fathers.append(father)
    }
    return position + 1
  }

  /// The letter at `position`: one or two bytes, nearly always.
  @inline(__always)
  private static func letter(_ bytes: Span<UInt8>, _ position: inout Int) -> UInt32 {
    let lead = UInt32(bytes[position])
    if lead < 0x80 {
      position += 1
      return lead
    }
    if lead < 0xE0 {
      position += 2
      return (lead & 0x1F) << 6 | UInt32(bytes[position - 1] & 0x3F)
    }
    return UTF8Decoding.next(bytes, &position)
  }

  /// The marks in the cell behind the tab at `position`, each a letter.
  @inline(__always)
  private static func marks(
    _ bytes: Span<UInt8>, _ position: inout Int, _ bits: [UInt32]
  ) -> UInt32 {
    position += 1
    var marks: UInt32 = 0
    while bytes[position] != UInt8(ascii: "\t") {
      marks |= bits[Int(bytes[position] & 0x7F)]
      position += 1
    }
    return marks
  }
}
