internal import TamgaLexicons
internal import TamgaText

/// The words known to be native spellings, in small letters.
struct SpellingLexicon: Sendable {
  static let azerbaijani = SpellingLexicon(.azLatn)
  static let kazakh = SpellingLexicon(.kkCyrl)

  private let words: Set<[UInt32]>
  private let given: Set<[UInt32]>
  private let isKazakh: Bool

  private init(_ language: Language) {
    isKazakh = language == .kkCyrl
    let dotless = language.hasDotlessI
    var words: Set<[UInt32]> = []
    var given: Set<[UInt32]> = []
    func add(_ text: String, to set: inout Set<[UInt32]>) {
      let words = text.unicodeScalars.split { $0 == " " || $0 == "-" || $0 == "(" || $0 == ")" }
      for word in words { set.insert(word.map { SpellingCase.lower($0, dotless: dotless) }) }
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

  private static let endings: [[UInt32]] = ["ұлы", "қызы", "ов", "ев", "ова", "ева"].map {
    $0.unicodeScalars.map(\.value)
  }
  private static let azerbaijaniEndings: [[UInt32]] = [
    "ov", "ova", "yev", "yeva", "li", "lı", "lu", "lü", "zadə", "oğlu", "qızı",
  ].map { $0.unicodeScalars.map(\.value) }

  /// How much better a word is for being known, or made of a known name and an ending: 0 to 1.
  func weight(_ word: [UInt32]) -> Float {
    if words.contains(word) || given.contains(word) { return 1 }
    if word.last == 0x430 || word.last == 0x61, words.contains(Array(word.dropLast())) { return 1 }
    for ending in isKazakh ? Self.endings : Self.azerbaijaniEndings
    where word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending) {
      if given.contains(Array(word.dropLast(ending.count))) { return 0.8 }
    }
    return 0
  }
}
