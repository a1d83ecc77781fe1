internal import TamgaLexicons
internal import TamgaText

/// The names of places in all languages, by the letters of their words.
struct Gazetteer: Sendable {
  /// A name in the table.
  struct Entry: Sendable {
    /// Whether it names a country, a region or the like rather than a town or a river.
    var isRegion: Bool
    /// Whether it is a country, a city, a region or a sea: one that more people know than a namesake.
    var isMajor: Bool
    /// The number of the name as the lexicon writes it.
    var name: Int32
  }

  /// The most words a name has.
  static let longest = 5

  private var entries: [UInt64: Entry] = [:]
  private var stems: [UInt64: Entry] = [:]
  /// First words of names of several words, as letters and as Russian stems.
  private var opens: Set<UInt64> = []
  private(set) var names: [String] = []

  init(_ lexicons: Lexicons) {
    guard let table = try? lexicons.table("places/places.tsv"),
      let former = table.column("former"), let other = table.column("other")
    else { return }
    let languages = ["az", "kk", "ru", "en", "tr"].compactMap { name in
      table.column(name).map { (name, $0) }
    }
    var isMajor = true
    table.forEachRow { row in
      let isRegion = ["country", "region", "district", "territory", "historical"].contains(row[1])
      isMajor = !["village", "district", "town", "river", "lake", "mountain"].contains(row[1])
      for (language, column) in languages {
        for name in row.values(column) { add(name, language, isRegion, isMajor) }
      }
      for column in [former, other] {
        for value in row.values(column) {
          let parts = value.split(separator: ":", maxSplits: 1)
          guard parts.count == 2 else { continue }
          let name = parts[1].split(separator: "(").first.map(String.init) ?? ""
          add(name, String(parts[0]), isRegion, isMajor)
        }
      }
    }
  }

  private mutating func add(
    _ name: String, _ language: String, _ isRegion: Bool, _ isMajor: Bool
  ) {
    guard !name.isEmpty else { return }
    let entry = Entry(isRegion: isRegion, isMajor: isMajor, name: Int32(names.count))
    names.append(name)
    let words = Self.words(name, dotlessI: language == "az" || language == "tr")
    guard words.count <= Self.longest, let first = words.first else { return }
    let phrase = Self.phrase(words.map { WordHash.hash($0) })
    if entries[phrase].map({ !$0.isMajor && isMajor }) ?? true { entries[phrase] = entry }
    if words.count > 1 { opens.insert(WordHash.hash(first)) }
    guard language == "ru" else { return }
    let stemmed = words.map { WordHash.hash(RussianCases.stem($0)) }
    let key = Self.phrase(stemmed)
    if words.count > 1 {
      if stems[key] == nil { stems[key] = entry }
      opens.insert(stemmed[0])
    }
  }

  /// The words of a name as folded letters; hyphens stay inside words.
  private static func words(_ name: String, dotlessI: Bool) -> [[UInt32]] {
    name.split(separator: " ").map { FoldedText.scalars(String($0), dotlessI: dotlessI) }
  }

  static func phrase(_ words: [UInt64]) -> UInt64 {
    guard var phrase = words.first else { return 0 }
    for word in words.dropFirst() { phrase = WordHash.join(phrase, word) }
    return phrase
  }

  /// Whether a name of several words begins so.
  func opens(_ word: UInt64) -> Bool { opens.contains(word) }

  /// The place of exactly these words.
  func find(_ phrase: UInt64) -> Entry? { entries[phrase] }

  /// The place of several Russian words in any case, by their stems.
  func findStems(_ phrase: UInt64) -> Entry? { stems[phrase] }

  func name(_ entry: Entry) -> String { names[Int(entry.name)] }
}
