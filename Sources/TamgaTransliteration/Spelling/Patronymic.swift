/// A patronymic of Russian or Kazakh make, in Cyrillic or romanised, taken back to the names the father may have had.
struct Patronymic {
  /// The father's name, as far as it can be told, in small letters.
  let bases: [[UInt32]]
  /// Whether the word was of Kazakh make already.
  let isKazakh: Bool
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
      return
    }
    isKazakh = false
    guard let fit, let last = word.dropLast(fit.text.count).last else { return nil }
    let stem = Array(word.dropLast(fit.text.count))
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
}
