internal import TamgaText

/// The language of a line of text, from its letters and its commonest words.
struct TextLanguage {
  /// How many points each language has.
  private var points: [Language: Int] = [:]
  private(set) var words = 0
  /// How many words are Cyrillic: where nothing else decides, these are Russian.
  private var cyrillic = 0

  /// Letters that few languages have, with what they speak for.
  private static let letters: [UInt32: [Language]] = {
    var table: [UInt32: [Language]] = [:]
    for (language, letters) in [
      (Language.azLatn, "əğışçöü"), (.tr, "ğışçöüâî"), (.kkLatn, "ūñğäöüşıáóúǵńý"),
      (.kkCyrl, "қңұіәғһөү"), (.azCyrl, "ҹҝәғһөүј"), (.ru, "ъэщё"),
    ] {
      for scalar in letters.unicodeScalars { table[scalar.value, default: []].append(language) }
    }
    return table
  }()

  /// Counts one word, given as folded letters.
  mutating func count(_ letters: Span<UInt32>, commonIn languages: [Language]) {
    words += 1
    if letters.count > 0, (0x400..<0x530).contains(letters[0]) { cyrillic += 1 }
    for language in languages { points[language, default: 0] += 6 }
    for index in 0..<letters.count {
      guard letters[index] > 0x7F, let languages = Self.letters[letters[index]] else { continue }
      for language in languages { points[language, default: 0] += 1 }
    }
  }

  mutating func add(_ other: TextLanguage) {
    words += other.words
    cyrillic += other.cyrillic
    for (language, value) in other.points { points[language, default: 0] += value }
  }

  /// The language with most points; nil where there are none.
  var best: (language: Language, points: Int)? {
    let order: [Language] = [.en, .ru, .azLatn, .kkCyrl, .azCyrl, .kkLatn, .tr]
    var best: (language: Language, points: Int)?
    for language in order {
      let value = points[language] ?? 0
      if value > best?.points ?? 0 { best = (language, value) }
    }
    return best ?? (cyrillic > 0 ? (.ru, 1) : nil)
  }
}
