internal import Foundation
internal import GRDB
internal import TamgaMatching

/// The rows of the tables `token` and `key` that searches have needed, kept for the next ones.
struct TokenCache {
  /// A token of the file, with its number in the searcher's own table.
  struct Token {
    var number: Int32
    var text: String
    var variants: [UInt8]
  }

  private var byKey: [Int64: [Token]] = [:]
  private var mains: [Int64: [Int64]] = [:]
  /// How many tokens are kept.
  private(set) var count = 0

  /// The tokens under a key.
  mutating func tokens(
    _ key: Int64, _ database: Database, _ collection: inout NameCollection
  ) throws -> [Token] {
    if let found = byKey[key] { return found }
    let statement = try database.cachedStatement(
      sql: "SELECT text, reading, variants FROM token WHERE key = ?")
    var tokens: [Token] = []
    let rows = try Row.fetchCursor(statement, arguments: [key])
    while let row = try rows.next() { tokens.append(try Self.token(row, &collection)) }
    byKey[key] = tokens
    count += tokens.count + 1
    return tokens
  }

  /// The tokens that begin with a text, at most `limit` of them.
  func tokens(
    prefix: String, limit: Int, _ database: Database, _ collection: inout NameCollection
  ) throws -> [Token] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT text, reading, variants FROM token WHERE text >= ?1 AND text < ?2
        ORDER BY length(variants) DESC, text, reading, key LIMIT ?3
        """)
    var tokens: [Token] = []
    // Every text that begins so is below the text with the last scalar value behind it.
    let rows = try Row.fetchCursor(
      statement, arguments: [prefix, prefix + "\u{10FFFF}", limit])
    while let row = try rows.next() {
      let token = try Self.token(row, &collection)
      // A token of two sound forms has two rows.
      if !tokens.contains(where: { $0.number == token.number }) { tokens.append(token) }
    }
    return tokens
  }

  private static func token(_ row: Row, _ collection: inout NameCollection) throws -> Token {
    let text: String = row[0]
    let letters = text.unicodeScalars.map(\.value)
    let reading: Int = row[1]
    let variants: Data = row[2]
    return Token(
      number: collection.intern(letters.span, reading: UInt8(reading)), text: text,
      variants: [UInt8](variants))
  }

  /// The main keys under a near one.
  mutating func mains(_ near: Int64, _ database: Database) throws -> [Int64] {
    if let found = mains[near] { return found }
    let statement = try database.cachedStatement(sql: "SELECT main FROM key WHERE near = ?")
    let found = try Int64.fetchAll(statement, arguments: [near])
    mains[near] = found
    count += 1
    return found
  }
}
