internal import Foundation
internal import GRDB
internal import TamgaMatching

/// The rows of the tables `token` and `key` that searches have needed, kept for the next ones.
struct TokenCache {
  /// A token of the file.
  final class Token {
    let text: String
    let reading: UInt8
    /// The skeleton of its sound form, as ASCII letters.
    let sound: [UInt8]
    /// The spellings it stands in, as `Postings` holds them.
    let variants: [UInt8]
    /// How it sounds; found out when it is needed.
    private(set) lazy var sketch = SoundSketch(text, reading: reading)

    init(_ row: Row) {
      text = row[0]
      reading = UInt8(clamping: row[1] as Int)
      sound = Array((row[2] as String).utf8)
      variants = [UInt8](row[3] as Data)
    }

    /// Whether it is the word of another row, under another key.
    func isTwin(of other: Token) -> Bool {
      reading == other.reading && text.utf8.count == other.text.utf8.count && text == other.text
    }

    /// How rare it is among so many spellings, in bits, as far as the length of its list tells.
    func rarity(among count: Int) -> Float {
      log2(Float(max(count, 64)) / Float(max(variants.count, 1)) + 1)
    }

    /// Whether it is written in a script without short vowels.
    var isAbjad: Bool {
      (text.unicodeScalars.first?.value).map { (0x600...0x6FF).contains($0) } ?? false
    }
  }

  /// A token that may be the same as another, with what that is worth.
  struct Neighbour {
    let token: Token
    let sixteenths: UInt16
    /// Whether it is the same word, read the same way.
    let isSame: Bool
  }

  /// A row of `key`.
  struct Pair {
    let main: Int64
    let text: String
  }

  private struct Question: Hashable {
    var token: Int32
    var farther: Bool
  }

  private var byKey: [Int64: [Token]] = [:]
  private var byNear: [Int64: [Pair]] = [:]
  private var answers: [Question: [Neighbour]] = [:]
  /// How much is kept, in tokens and pairs.
  private(set) var count = 0

  private static let columns = "text, reading, sound, variants"

  /// The tokens under a key.
  mutating func tokens(_ key: Int64, _ database: Database) throws -> [Token] {
    if let found = byKey[key] { return found }
    let statement = try database.cachedStatement(
      sql: "SELECT \(Self.columns) FROM token WHERE key = ?")
    var tokens: [Token] = []
    let rows = try Row.fetchCursor(statement, arguments: [key])
    while let row = try rows.next() { tokens.append(Token(row)) }
    byKey[key] = tokens
    count += tokens.count + 1
    return tokens
  }

  /// The tokens that begin with a text, those in most spellings first, at most `limit` of them.
  func tokens(prefix: String, limit: Int, _ database: Database) throws -> [Token] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM token WHERE text >= ?1 AND text < ?2
        ORDER BY length(variants) DESC, text, reading, key LIMIT ?3
        """)
    var tokens: [Token] = []
    var seen: Set<String> = []
    // Every text that begins so is below the text with the last scalar value behind it.
    let rows = try Row.fetchCursor(
      statement, arguments: [prefix, prefix + "\u{10FFFF}", limit])
    while let row = try rows.next() {
      let token = Token(row)
      // A token of two sound forms has two rows.
      if seen.insert("\(token.text) \(token.reading)").inserted { tokens.append(token) }
    }
    return tokens
  }

  /// The main keys that are one consonant away from those of a token, or linked to it by a lexicon; each once.
  mutating func pairs(_ keys: SearchKeys, _ database: Database) throws -> [Pair] {
    var whole: Set<Int64> = []
    var pairs: [Pair] = []
    for near in keys.main + keys.near {
      if !keys.main.contains(near), whole.insert(near).inserted {
        pairs.append(Pair(main: near, text: ""))
      }
      for pair in try self.pairs(near, database) where whole.insert(pair.main).inserted {
        pairs.append(pair)
      }
    }
    for linked in keys.linked {
      for pair in try self.pairs(linked, database) where !whole.contains(pair.main) {
        pairs.append(pair)
      }
    }
    return pairs
  }

  private mutating func pairs(_ near: Int64, _ database: Database) throws -> [Pair] {
    if let found = byNear[near] { return found }
    let statement = try database.cachedStatement(
      sql: "SELECT main, text FROM key WHERE near = ?")
    let found = try Row.fetchAll(statement, arguments: [near])
      .map { Pair(main: $0[0], text: $0[1]) }
    byNear[near] = found
    count += found.count + 1
    return found
  }

  /// What was found for a token before.
  func neighbours(_ token: Int32, farther: Bool) -> [Neighbour]? {
    answers[Question(token: token, farther: farther)]
  }

  /// Keeps what was found for a token.
  mutating func keep(_ neighbours: [Neighbour], _ token: Int32, farther: Bool) {
    answers[Question(token: token, farther: farther)] = neighbours
    count += neighbours.count + 1
  }
}
