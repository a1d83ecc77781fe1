internal import TamgaText

/// The words of names as they are written, each distinct one cut and looked up once.
///
/// Most names of a list are words with single spaces or a comma between them, and most of those words have come before:
/// such a name needs neither to be decoded nor to be folded.
struct WrittenWords: Sendable {
  /// A word as it is written.
  struct Word: Sendable {
    /// A number of the owner's for its facts; below 0 for signs that are no word.
    var facts: Int32
    var marks: NameToken.Marks
    /// How many Unicode scalars it has.
    var scalars: UInt8

    init(facts: Int32, marks: NameToken.Marks, scalars: UInt8) {
      self.facts = facts
      self.marks = marks
      self.scalars = scalars
    }

    /// The word that an index holds as one number.
    @inline(__always)
    fileprivate init(_ packed: UInt64) {
      facts = Int32(truncatingIfNeeded: packed)
      marks = NameToken.Marks(rawValue: UInt16(truncatingIfNeeded: packed >> 32))
      scalars = UInt8(truncatingIfNeeded: packed >> 48)
    }

    fileprivate var packed: UInt64 {
      UInt64(UInt32(bitPattern: facts)) | UInt64(marks.rawValue) << 32 | UInt64(scalars) << 48
    }
  }

  private var index = HashIndex()

  /// How many words are kept.
  var count: Int { index.count }

  /// What a byte is where words are parted.
  enum Kind: UInt8 {
    case letter, space, comma, period
    /// It may be a letter of its own, or a part of a sign that parts words.
    case doubtful
    /// A sign that the tokenizer must look at.
    case sign
  }

  static let kinds: [Kind] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "'"):
      .letter
    case UInt8(ascii: " "): .space
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "."): .period
    // Guillemets and hard spaces, the Arabic comma, quotes.
    case 0xC2, 0xD8, 0xE2: .doubtful
    case 0x80...: .letter
    default: .sign
    }
  }

  /// Where the word ends that begins at `start`, with its hash; nil where a sign stands in it that parts words.
  @inline(__always)
  static func scan(_ name: Span<UInt8>, from start: Int, _ kinds: Span<Kind>)
    -> (end: Int, hash: UInt64)?
  {
    var hash = LetterHash.seed
    var position = start
    while position < name.count {
      let byte = name[position]
      switch kinds[Int(byte)] {
      case .letter: break
      case .space, .comma: return (position, hash)
      case .period:
        // Behind an initial another word may follow without a space.
        guard position + 1 == name.count || name[position + 1] == 0x20 else { return nil }
      case .doubtful: guard isLetter(name, position) else { return nil }
      case .sign: return nil
      }
      hash = LetterHash.mix(hash, UInt32(byte))
      position += 1
    }
    return (position, hash)
  }

  private static func isLetter(_ name: Span<UInt8>, _ position: Int) -> Bool {
    switch name[position] {
    case 0xD8: position + 1 < name.count && name[position + 1] != 0x8C
    case 0xE2:
      position + 2 < name.count && name[position + 1] == 0x80 && name[position + 2] == 0x99
    default: false
    }
  }

  /// The word of a hash; nil where it did not come before.
  @inline(__always)
  func find(_ hash: UInt64) -> Word? { index.find(hash).map(Word.init) }

  /// Keeps a word that did not come before.
  mutating func insert(_ hash: UInt64, _ word: Word) { index.insert(hash, word.packed) }

  /// Forgets all words.
  mutating func removeAll() { index = HashIndex() }
}
