/// Brings a word in the second alphabet of its language to the first, for looking up and for case endings.
///
/// It is no transliteration for display: each letter becomes the one that stands for it in the lexicons.
public enum AlphabetBridge {
  /// Azerbaijani Cyrillic of 1958: letter by letter.
  private static let azerbaijani = table(
    "абвгғдеәжзыијкҝлмноөпрстуүфхһчҹш", "abvqğdeəjzıiykglmnoöprstuüfxhçcş")

  /// Kazakh Latin of 2017 to 2021, letter by letter; pairs are looked at before.
  private static let kazakh = table(
    "aäáəbvgğǵdejziıklmnñńoöóprstuūúüwyýfhqşcx",
    "аәәәбвгғғдежзиіклмнңңоөөпрстуұұүуыуфхқшцх")
  private static let kazakhPairs: [[UInt32]: UInt32] = [
    scalars("sh"): 0x448, scalars("ch"): 0x447, scalars("zh"): 0x436, scalars("ng"): 0x4A3,
    scalars("kh"): 0x445, scalars("gh"): 0x493, scalars("iý"): 0x438, scalars("ya"): 0x44F,
  ]

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private static func table(_ from: String, _ to: String) -> [UInt32: UInt32] {
    Dictionary(zip(scalars(from), scalars(to)), uniquingKeysWith: { first, _ in first })
  }

  /// A word in the main alphabet of its language; `counts[n]` letters of the word make the first n letters of the key.
  /// Nil where the word needs no bridge.
  public static func key(
    _ letters: [UInt32], _ language: Language?
  ) -> (key: [UInt32], counts: [Int])? {
    switch language {
    case .azCyrl:
      guard letters.contains(where: { azerbaijani[$0] != nil }) else { return nil }
      return (letters.map { azerbaijani[$0] ?? $0 }, Array(0...letters.count))
    case .kkLatn:
      var key: [UInt32] = []
      var counts = [0]
      var index = 0
      while index < letters.count {
        if index + 1 < letters.count,
          let pair = kazakhPairs[[letters[index], letters[index + 1]]]
        {
          key.append(pair)
          index += 2
        } else {
          key.append(kazakh[letters[index]] ?? letters[index])
          index += 1
        }
        counts.append(index)
      }
      return (key, counts)
    default: return nil
    }
  }

  private static let azerbaijaniBack = Dictionary(
    azerbaijani.map { ($1, $0) }, uniquingKeysWith: { min($0, $1) })
  private static let kazakhBack = table(
    "аәбвгғдежзийклмнңоөпрстуұүыіфхһшқц", "aäbvgğdejziiklmnñoöprstuūüyıfhhşqs")

  /// A common word of a language in that language’s second alphabet.
  public static func second(
    _ letters: [UInt32], of language: Language
  ) -> (letters: [UInt32], language: Language)? {
    switch language {
    case .azLatn: (letters.map { azerbaijaniBack[$0] ?? $0 }, .azCyrl)
    case .kkCyrl: (letters.map { kazakhBack[$0] ?? $0 }, .kkLatn)
    default: nil
    }
  }
}
