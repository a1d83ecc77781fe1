internal import Synchronization
internal import TamgaLexicons
internal import TamgaText

/// What the lexicons know of words, by the hashes of their folded letters.
///
/// It is read from `models/name-parts.tsv`, which is generated from all lexicons of words and names,
/// because reading those themselves takes a hundred milliseconds; only a user's own tables make that
/// necessary. The rows of a first letter are read when a word with that letter is first looked up:
/// a program that parses one name reads a few hundred rows of seventy thousand.
struct PartTable: Sendable {
  static let path = "models/name-parts.tsv"

  /// The most words an expression has.
  static let longestExpression = 6

  private let table: LexiconTable?
  /// By the first letters of words, up to the end of Arabic script.
  private let words: LazyShards
  /// By the first phones of skeletons.
  private let sounds: LazyShards

  init(_ lexicons: Lexicons) {
    if lexicons.overlayPaths.isEmpty {
      table = try? lexicons.table(Self.path)
    } else {
      let text = PartTableWriter(lexicons).text(date: "")
      table = try? LexiconTable(path: Self.path, bytes: LexiconBytes(Array(text.utf8)))
    }
    words = LazyShards(count: 0x700)
    sounds = LazyShards(count: 0x80)
  }

  // MARK: - Looking up

  /// The marks of a word, by its hash and its first letter.
  @inline(__always)
  func find(_ word: UInt64, _ first: UInt32) -> (names: NameMarks, words: WordMarks) {
    guard let value = shard(first)?.find(word, .word) else { return ([], []) }
    return (
      NameMarks(rawValue: UInt32(truncatingIfNeeded: value)),
      WordMarks(rawValue: UInt32(truncatingIfNeeded: value >> 32))
    )
  }

  /// The marks of a word as a person's name.
  @inline(__always)
  func names(_ word: UInt64, _ first: UInt32) -> NameMarks {
    NameMarks(rawValue: UInt32(truncatingIfNeeded: shard(first)?.find(word, .word) ?? 0))
  }

  /// The rows of a first letter, for a word that is looked up in several ways.
  @inline(__always)
  func shard(_ first: UInt32) -> PartShard? {
    guard let table else { return nil }
    return words.shard(Int(first)) { number in
      var key = ByteBuffer(capacity: 4)
      key.append(scalar: UInt32(number))
      return PartShard(table, key.withSpan { table.range(prefix: $0) })
    }
  }

  /// The marks of an expression, by the joined hashes of its words and its first letter.
  @inline(__always)
  func expression(_ joined: UInt64, _ first: UInt32) -> WordMarks? {
    shard(first)?.find(joined, .expression)
      .map { WordMarks(rawValue: UInt32(truncatingIfNeeded: $0 >> 32)) }
  }

  /// The marks of the given names that sound so, by their skeleton.
  func sound(_ skeleton: Span<UInt8>) -> NameMarks {
    guard let table, skeleton.count > 0 else { return [] }
    let shard = sounds.shard(Int(skeleton[0])) { number in
      let key = [UInt8(ascii: "~"), UInt8(number)]
      return PartShard(table, table.range(prefix: key.span))
    }
    return NameMarks(
      rawValue: UInt32(truncatingIfNeeded: shard?.find(LetterHash.hash(skeleton), .word) ?? 0))
  }

  /// Where the father of an irregular patronymic stands in the table.
  @inline(__always)
  func father(_ patronymic: UInt64, _ first: UInt32) -> UInt32? {
    shard(first)?.find(patronymic, .father).map { UInt32($0) }
  }

  /// The letters of the father that stands at `position`.
  func father(at position: UInt32) -> [UInt32] {
    guard let table else { return [] }
    return table.withBytes { bytes in
      var father: [UInt32] = []
      var position = Int(position)
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
        father.append(UTF8Decoding.next(bytes, &position))
      }
      return father
    }
  }
}

/// Shards that are made when they are first asked for, by any thread.
private final class LazyShards: Sendable {
  private final class Place: Sendable {
    let shard = AtomicLazyReference<PartShard>()
  }

  private let places: [Place]

  init(count: Int) { places = (0..<count).map { _ in Place() } }

  @inline(__always)
  func shard(_ number: Int, make: (Int) -> PartShard) -> PartShard? {
    guard number < places.count else { return nil }
    if let shard = places[number].shard.load() { return shard }
    return places[number].shard.storeIfNil(make(number))
  }
}
