internal import TamgaNames

/// A distinct word of a document in one language, with what is known of it.
struct WordEntry: Sendable {
  /// Its letters, folded.
  var letters: [UInt32]
  /// The same in the main alphabet of the language.
  var key: [UInt32]
  /// How many letters the first n of the key stand for; empty where these are the same.
  var counts: [Int]
  /// The hash of the key.
  var hash: UInt64
  var tongue: Tongue
  var classes: WordClasses
  var facts: TokenFacts
  /// How often it stands in small letters, and with a capital where small letters were possible.
  var small: Int32 = 0
  var capital: Int32 = 0

  /// How many letters of the word the first `count` of its key stand for.
  func letterCount(_ count: Int) -> Int { counts.isEmpty ? count : counts[count] }
}
