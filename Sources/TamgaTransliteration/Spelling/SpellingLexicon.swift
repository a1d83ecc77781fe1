internal import TamgaLexicons
internal import TamgaText

/// The words known to be native spellings, in small letters.
struct SpellingLexicon: Sendable {
  static let azerbaijani = SpellingLexicon(.azLatn)
  static let kazakh = SpellingLexicon(.kkCyrl)

  /// Words by the marks of their letters: a mark of 64 bits stands for one word as surely as anything does.
  private let words: Set<UInt64>
  private let given: Set<UInt64>
  private let isKazakh: Bool

  private init(_ language: Language) {
    isKazakh = language == .kkCyrl
    let dotless = language.hasDotlessI
    var words: Set<UInt64> = []
    var given: Set<UInt64> = []
    words.reserveCapacity(1 << 15)
    given.reserveCapacity(1 << 13)
    func add(_ text: String, to set: inout Set<UInt64>) {
      var mark: UInt64 = 1
      for scalar in text.unicodeScalars {
        switch scalar {
        case " ", "-", "(", ")":
          if mark != 1 { set.insert(mark) }
          mark = 1
        default:
          mark = SpellingModel.mark(mark, then: SpellingCase.lower(scalar, dotless: dotless))
        }
      }
      if mark != 1 { set.insert(mark) }
    }
    let code = language.code
    let lexicons = Lexicons.shipped
    lexicons.forEachRow("names/given-\(code).tsv") { add($0[0], to: &given) }
    lexicons.forEachRow("names/surnames-\(code).tsv") { add($0[0], to: &words) }
    if let shared = try? lexicons.table("names/shared.tsv"), let column = shared.column(code) {
      shared.forEachRow { row in for value in row.values(column) { add(value, to: &given) } }
    }
    if let places = try? lexicons.table("places/places.tsv"), let column = places.column(code) {
      places.forEachRow { row in for value in row.values(column) { add(value, to: &words) } }
    }
    for path in ["frequencies/persons.tsv", "frequencies/places.tsv"] {
      guard let table = try? lexicons.table(path), let column = table.column(code) else { continue }
      table.forEachRow { row in if !row[column].isEmpty { add(row[0], to: &words) } }
    }
    self.words = words
    self.given = given
  }

  /// Whether a word in small letters is a given name.
  func isGiven(_ word: [UInt32]) -> Bool { given.contains(Self.mark(word)) }

  private static func mark(_ word: some Sequence<UInt32>) -> UInt64 {
    word.reduce(1) { SpellingModel.mark($0, then: $1) }
  }

  private static let endings: [[UInt32]] = ["ұлы", "қызы", "ов", "ев", "ова", "ева"].map {
    $0.unicodeScalars.map(\.value)
  }
  private static let azerbaijaniEndings: [[UInt32]] = [
    "ov", "ova", "yev", "yeva", "li", "lı", "lu", "lü", "zadə", "oğlu", "qızı",
  ].map { $0.unicodeScalars.map(\.value) }

  /// How much better a word is for being known, or made of a known name and an ending: 0 to 1.
  func weight(_ word: [UInt32]) -> Float {
    let mark = Self.mark(word)
    if words.contains(mark) || given.contains(mark) { return 1 }
    let isFeminine = word.last == 0x430 || word.last == 0x61
    if isFeminine, words.contains(Self.mark(word.dropLast())) { return 1 }
    for ending in isKazakh ? Self.endings : Self.azerbaijaniEndings
    where word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending) {
      if given.contains(Self.mark(word.dropLast(ending.count))) { return 0.8 }
    }
    return 0
  }
}
