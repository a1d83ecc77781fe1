/// The other alphabet of a language, letter for letter, so that what a lexicon writes in one is found in both.
struct SecondAlphabet: Sendable {
  /// Azerbaijani Latin to the Cyrillic alphabet of 1958.
  static let azerbaijani = SecondAlphabet(
    "a а b б c ҹ ç ч d д e е ə ә f ф g ҝ ğ ғ h һ x х ı ы i и j ж k к q г l л m м n н o о ö ө p п "
      + "r р s с ş ш t т u у ü ү v в y ј z з")

  /// Kazakh Cyrillic to the Latin alphabet of 2021.
  static let kazakh = SecondAlphabet(
    "а a ә ä б b в v г g ғ ğ д d е e ж j з z и i й i к k қ q л l м m н n ң ñ о o ө ö п p р r с s "
      + "т t у u ұ ū ү ü ф f х h һ h ц ts ч ch ш ş щ şç ы y і ı э e ю yu я ya ё yo",
    silent: "ьъ")

  /// Kazakh Cyrillic to Arabic letters, but for the hamza before a word with front vowels.
  static let kazakhArabic = SecondAlphabet(
    "а ا ә ا б ب в ۆ г گ ғ ع д د е ە ж ج з ز и ىي й ي к ك қ ق л ل м م н ن ң ڭ о و ө و п پ р ر с س "
      + "т ت у ۋ ұ ۇ ү ۇ ф ف х ح һ ح ц س ч چ ш ش щ شش ы ى і ى э ە ю يۋ я يا ё يو",
    silent: "ьъ")

  /// The hamza that Arabic letters set before such a word.
  static let hamza: UInt32 = 0x674

  /// For each letter of the one alphabet, those of the other.
  private var letters = [[UInt32]](repeating: [], count: 0x500)
  private let silent: Set<UInt32>

  /// - Parameter silent: letters that the other alphabet leaves out.
  private init(_ pairs: String, silent: String = "") {
    let parts = pairs.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
    for index in stride(from: 0, to: parts.count, by: 2) {
      letters[Int(parts[index][0])] = parts[index + 1]
    }
    self.silent = Set(silent.unicodeScalars.map(\.value))
  }

  /// A folded word in the other alphabet; empty where a letter has none there.
  func spell(_ word: Span<UInt32>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(word.count + 2)
    for index in 0..<word.count {
      let letter = Int(word[index])
      if letter < letters.count, !letters[letter].isEmpty {
        result.append(contentsOf: letters[letter])
      } else if letter < 0x80 {
        result.append(word[index])
      } else if !silent.contains(word[index]) {
        return []
      }
    }
    return result
  }
}
