internal import TamgaLexicons
internal import TamgaText

/// Districts, regions and republics: the word of the kind is translated, the name itself is spelled.
struct KindPhrases: Sendable {
  static let azerbaijani = KindPhrases("az")
  static let kazakh = KindPhrases("kk")

  private let after: [(word: String, native: String)]
  private let before: [(word: String, native: String)]

  private init(_ code: String) {
    var after: [(word: String, native: String)] = []
    var before: [(word: String, native: String)] = []
    if let table = try? Lexicons.shipped.table("places/kind-phrases.tsv"),
      let column = table.column(code)
    {
      table.forEachRow { row in
        if row[1] == "after" {
          after.append((" " + row[0], row[column]))
        } else {
          before.append((row[0] + " ", row[column]))
        }
      }
    }
    self.after = after
    self.before = before
  }

  /// The name without the word of its kind, and the native word that follows it; nil where there is no such word.
  func split(_ text: String) -> (name: String, kind: String)? {
    let small = text.lowercased()
    for (word, native) in after where small.hasSuffix(word) {
      let name = String(text.dropLast(word.count))
      return (Self.stem(name), native)
    }
    for (word, native) in before where small.hasPrefix(word) {
      return (String(text.dropFirst(word.count)), native)
    }
    return nil
  }

  /// A word that is a Russian adjective of a place, as districts are called: its stem, and the word for district.
  func district(_ text: String) -> (stem: String, kind: String)? {
    for ending in ["ский", "skiy", "skij", "skii"] where text.hasSuffix(ending) {
      let stem = String(text.dropLast(4))
      let kind = after.first { $0.word == " район" }?.native
      guard stem.count > 2, let kind, !text.contains(" ") else { return nil }
      return (stem, kind)
    }
    return nil
  }

  /// A Russian adjective of a place without its ending.
  private static func stem(_ name: String) -> String {
    for ending in ["ский", "ская", "ское"] where name.hasSuffix(ending) {
      return String(name.dropLast(4))
    }
    return name
  }
}
