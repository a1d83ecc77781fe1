internal import TamgaLexicons
internal import TamgaText

/// A patronymic of Russian or Kazakh make, in Cyrillic or romanised, taken back to the names the father may have had.
struct Patronymic {
  /// The father's name, as far as it can be told, in small letters.
  let bases: [[UInt32]]
  /// Whether the word was of Kazakh make already.
  let isKazakh: Bool
  /// Whether the father’s name is a Russian one, which Kazakh leaves as it is: Яковлевич.
  let isSlavic: Bool
  /// What Kazakh adds to it.
  let ending: [UInt32]

  private static let endings: [(text: [UInt32], isSon: Bool, isSoft: Bool)] = [
    ("евич", true, true), ("ович", true, false), ("евна", false, true), ("овна", false, false),
    ("yevich", true, true), ("evich", true, true), ("ovich", true, false),
    ("yevna", false, true), ("evna", false, true), ("ovna", false, false),
  ].map { (scalars($0), $1, $2) }
  private static let own: [(text: [UInt32], isSon: Bool)] = [
    ("улы", true), ("ули", true), ("кызы", false), ("кизи", false),
    ("uly", true), ("uli", true), ("ulı", true), ("ūly", true), ("ulu", true),
    ("kyzy", false), ("qyzy", false), ("kizi", false), ("qizi", false), ("kyzi", false),
    ("qyzi", false), ("qızı", false),
  ].map { (scalars($0), $1) }
  private static let vowels = Set(scalars("аеиоуыэюяәөүұіaeiouy"))
  private static let son = scalars("ұлы")
  private static let daughter = scalars("қызы")

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// Takes a word in small letters apart; nil where it is no patronymic.
  init?(_ word: [UInt32]) {
    let fit = Self.endings.first {
      word.count > $0.text.count + 2 && word.suffix($0.text.count).elementsEqual($0.text)
    }
    if let own = Self.own.first(where: {
      word.count > $0.text.count + 2 && word.suffix($0.text.count).elementsEqual($0.text)
    }) {
      bases = [Array(word.dropLast(own.text.count))]
      ending = own.isSon ? Self.son : Self.daughter
      isKazakh = true
      isSlavic = false
      return
    }
    isKazakh = false
    guard let fit, let last = word.dropLast(fit.text.count).last else { return nil }
    let stem = Array(word.dropLast(fit.text.count))
    isSlavic = Self.isSlavic(word)
    let isCyrillic = last >= 0x400
    if fit.isSoft, Self.vowels.contains(last) {
      // Алтаевич is of Алтай; Зайруллаевич, of Зайрулла.
      bases = [stem + [isCyrillic ? 0x439 : 0x79], stem]
    } else if !fit.isSoft, last == 0x43D || last == 0x6E,
      Self.vowels.contains(stem.dropLast().last ?? 0)
    {
      // Амангельдинович is of Амангельди, Кабдоллинович of Кабдолла; Ерланович, of Ерлан.
      let short = Array(stem.dropLast())
      let isI = short.last == 0x438 || short.last == 0x69
      bases = [stem, short] + (isI ? [Array(short.dropLast()) + [isCyrillic ? 0x430 : 0x61]] : [])
    } else {
      bases = [stem]
    }
    ending = fit.isSon ? Self.son : Self.daughter
  }

  /// The patronymics of Russian given names, each in its masculine form.
  private static let slavic: Set<[UInt32]> = {
    var words: Set<[UInt32]> = []
    Lexicons.shipped.forEachRow("names/patronymics-east-slavic.tsv") { row in
      words.insert(FoldedText.scalars(row[0]))
    }
    return words
  }()

  private static func isSlavic(_ word: [UInt32]) -> Bool {
    guard var russian = word[0] < 0x400 ? RussianLetters.behind(word) : word else { return false }
    if russian.last == 0x430 { russian = russian.dropLast(2) + scalars("ич") }
    return slavic.contains(russian.map { FoldedText.fold($0) })
  }
}
