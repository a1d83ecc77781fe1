internal import TamgaText

/// Russian letters behind a romanisation: most Latin forms of Kazakh names were made from Russian ones, `Amangel’dy` of
/// Амангельды.
enum RussianLetters {
  /// What stands for what, longer groups first: BGN/PCGN and what passports and newspapers make of it.
  private static let groups: [(latin: [UInt32], russian: [UInt32])] = [
    ("shch", "щ"), ("dzh", "дж"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"),
    ("yu", "ю"), ("iu", "ю"), ("ya", "я"), ("ia", "я"), ("ye", "е"), ("yo", "ё"), ("ë", "ё"),
    ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"),
    ("ī", "и"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"),
    ("s", "с"), ("t", "т"), ("u", "у"), ("ū", "у"), ("f", "ф"), ("h", "х"), ("c", "к"), ("j", "дж"),
    ("y", "ы"), ("’", "ь"), ("”", "ъ"),
  ].map { (scalars($0), scalars($1)) }
  private static let vowels = Set(scalars("аеёиоуыэюя"))
  private static let y: UInt32 = 0x79
  private static let shortI: UInt32 = 0x439

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// The Russian letters of a word in small letters; nil where it has letters that no such romanisation has.
  static func behind(_ word: [UInt32]) -> [UInt32]? {
    var russian: [UInt32] = []
    var place = 0
    while place < word.count {
      let rest = word[place...]
      guard let group = groups.first(where: { rest.starts(with: $0.latin) }) else { return nil }
      if group.latin == [y], let last = russian.last, vowels.contains(last) {
        russian.append(shortI)
      } else {
        russian += group.russian
      }
      place += group.latin.count
    }
    return russian.isEmpty ? nil : russian
  }
}
