import TamgaTransliteration
import Testing

/// Every letter and every pair of letters of the alphabets, in both cases, through every scheme of their language.
@Suite struct AlphabetTests {
  private static let alphabets = [
    "ru-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "kk-Cyrl": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "az-Cyrl": "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш",
    "az-Latn": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
  ]

  /// A letter of an alphabet in both cases, with Azerbaijani's two i's.
  private static func cases(_ letter: Character, _ alphabet: String) -> [String] {
    let upper = alphabet == "az-Latn" && letter == "i" ? "İ" : letter.uppercased()
    return [String(letter), upper]
  }

  /// Whether a letter of the script a scheme reads is left in what it made.
  private static func survives(_ scalar: Unicode.Scalar, _ scheme: Scheme) -> Bool {
    (0x400...0x52F).contains(scalar.value) && scheme.from.hasSuffix("Cyrl")
      && !scheme.to.hasSuffix("Cyrl")
  }

  @Test(
    arguments: SchemeCatalog.shipped.schemes.filter { alphabets[$0.from] != nil }.map(\.id))
  func lettersAndPairs(_ id: String) throws {
    let made = try Transliterator(id)
    let scheme = made.scheme
    let letters = try #require(Self.alphabets[scheme.from]).flatMap {
      Self.cases($0, scheme.from)
    }
    var faults: [String] = []
    func check(_ text: String) {
      let result = made.transliterate(text)
      for scalar in result.unicodeScalars {
        let isControl = scalar.properties.generalCategory == .control
        if isControl || scalar == "?" || scalar == "\u{FFFD}" || Self.survives(scalar, scheme)
          || scheme.isASCII && !scalar.isASCII
        {
          faults.append("\(text) → \(result)")
        }
      }
    }
    for first in letters {
      check(first)
      for second in letters { check(first + second) }
    }
    #expect(faults.isEmpty, "\(id): \(faults.count): \(faults.prefix(5))")
    #expect(letters.filter { made.transliterate($0).isEmpty }.count <= 6, "\(id)")
  }
}
