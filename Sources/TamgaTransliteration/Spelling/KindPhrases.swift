internal import TamgaLexicons
internal import TamgaText

/// Districts, regions and republics: the word of the kind is translated, the name itself is spelled.
struct KindPhrases: Sendable {
  static let azerbaijani = KindPhrases("az")
  static let kazakh = KindPhrases("kk")

  /// A name taken apart: what the name itself may be, and the native words for its kind, each with what it costs.
  struct Split {
    var names: [(text: String, cost: Float)]
    var kinds: [(word: String, cost: Float)]
    /// Whether the native word stands before the name.
    var isLead = false
  }

  private let after: [(word: String, natives: [String])]
  private let before: [(word: String, natives: [String])]
  private let lead: [(word: String, natives: [String])]
  /// All native words for kinds, as they begin in a name.
  private let natives: Set<String>
  /// How much less likely every further native word or stem is.
  private static let further: Float = 0.5

  private init(_ code: String) {
    var after: [(word: String, natives: [String])] = []
    var before: [(word: String, natives: [String])] = []
    var lead: [(word: String, natives: [String])] = []
    if let table = try? Lexicons.shipped.table("places/kind-phrases.tsv"),
      let column = table.column(code)
    {
      table.forEachRow { row in
        let natives = row.values(column)
        switch row[1] {
        case "after": after.append((" " + row[0], natives))
        case "before": before.append((row[0] + " ", natives))
        case "lead": lead.append((row[0] + " ", natives))
        default:
          after.append((" " + row[0], natives))
          before.append((row[0] + " ", natives))
        }
      }
    }
    // Of two that fit, the longer says more.
    self.after = after.sorted { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
    self.before = before.sorted { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
    self.lead = lead
    natives = Set(
      (after + before).flatMap(\.natives).map { $0.prefix(1).uppercased() + $0.dropFirst() })
  }

  /// Whether a native word, with a capital, names a kind.
  func isKind(_ word: String) -> Bool { natives.contains(word) }

  /// The name without the word of its kind, and the native words for it; nil where there is no such word.
  func split(_ text: String) -> Split? {
    let small = text.lowercased()
    for (word, natives) in after where small.hasSuffix(word) {
      let name = String(text.dropLast(word.count))
      return Split(names: Self.stems(name), kinds: Self.ranked(natives))
    }
    for (word, natives) in before where small.hasPrefix(word) {
      return Split(
        names: [(String(text.dropFirst(word.count)), 0)], kinds: Self.ranked(natives))
    }
    for (word, natives) in lead where small.hasPrefix(word) {
      return Split(
        names: [(String(text.dropFirst(word.count)), 0)], kinds: Self.ranked(natives),
        isLead: true)
    }
    return nil
  }

  private static func ranked(_ words: [String]) -> [(word: String, cost: Float)] {
    words.enumerated().map { ($1, Float($0) * further) }
  }

  /// A word that is a Russian adjective of a place, as districts are called: its stems, and the word for district.
  func districts(_ text: String) -> [(stem: String, kind: String, cost: Float)] {
    guard !text.contains(" "), let kind = after.first(where: { $0.word == " район" })?.natives.first
    else { return [] }
    for ending in ["ский", "skiy", "skij", "skii"] where text.hasSuffix(ending) {
      let stem = String(text.dropLast(4))
      guard stem.count > 2 else { return [] }
      return Self.bases(stem).map { ($0.text, kind, $0.cost) }
    }
    return []
  }

  /// What a Russian adjective of a place may be made of; a name that is none is its own stem.
  private static func stems(_ name: String) -> [(text: String, cost: Float)] {
    for ending in ["ский", "ская", "ское"] where name.hasSuffix(ending) {
      return bases(String(name.dropLast(4)))
    }
    for ending in ["skiy", "skaya", "skoye"] where name.hasSuffix(ending) {
      return bases(String(name.dropLast(ending.count)))
    }
    return [(name, 0)]
  }

  /// The names an adjective's stem may come from: Кызылордин- from Кызылорда, Каракиян- from Каракия.
  private static func bases(_ stem: String) -> [(text: String, cost: Float)] {
    let isLatin = stem.utf8.allSatisfy { $0 < 0x80 }
    let vowels = isLatin ? "aeiouy" : "аеёиоуыэюя"
    let n: Character = isLatin ? "n" : "н"
    let short = String(stem.dropLast())
    guard stem.last == n, let vowel = short.last, vowels.contains(vowel), short.count > 2 else {
      return [(stem, 0)]
    }
    if vowel == "и" || vowel == "i" {
      let a = isLatin ? "a" : "а"
      return [(String(short.dropLast()) + a, 0.7), (short, 0.7), (stem, 0.7)]
    }
    return [(stem, 0.3), (short, 0.5)]
  }
}
