internal import TamgaLexicons
internal import TamgaText

/// The rows of `models/name-parts.tsv` whose keys begin with one letter, by the hashes of the keys.
final class PartShard: Sendable {
  /// What a key is; the shape of the key says it.
  enum Kind: UInt64 {
    case word = 0
    case stem = 0x9AE1_6A3B_2F90_404F
    case expression = 0xC949_D7C7_509E_6557
    case father = 0xFF51_AFD7_ED55_8CCD
  }

  private let index: HashIndex

  /// Reads the rows in `range`.
  init(_ table: LexiconTable, _ range: Range<Int>) {
    var reader = Reader()
    table.withBytes { bytes in
      var position = range.lowerBound
      while position < range.upperBound { position = reader.readRow(bytes, position) }
    }
    index = reader.index
  }

  /// The value of a key: of words the marks as names below those as words, of fathers where their
  /// name stands in the table.
  @inline(__always)
  func find(_ key: UInt64, _ kind: Kind) -> UInt64? { index.find(key ^ kind.rawValue) }

  private struct Reader {
    var index = HashIndex(capacity: 1024)
    private let nameBits = NameMarks.bits
    private let wordBits = WordMarks.bits

    /// Reads `key names words father`; returns where the next row begins.
    mutating func readRow(_ bytes: Span<UInt8>, _ start: Int) -> Int {
      var position = start
      var kind = Kind.word
      if bytes[start] == UInt8(ascii: "~") { position += 1 }
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
      if kind == .expression { word = LetterHash.join(joined, word) }
      let names = Self.marks(bytes, &position, nameBits)
      let words = Self.marks(bytes, &position, wordBits)
      index.insert(word ^ kind.rawValue, UInt64(names) | UInt64(words) << 32)
      position += 1
      if position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
        index.insert(word ^ Kind.father.rawValue, UInt64(position))
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
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
}
