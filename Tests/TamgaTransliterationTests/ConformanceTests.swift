import TamgaTransliteration
import TestSupport
import Testing

@Suite struct ConformanceTests {
  /// What no rule of the document gives, with the reason.
  private static let exceptions: [String: String] = [
    "alalc-aze-Cyrl-Latn-1997 I͡e": "the same file has Ѣ → I͡E, as the table prints capitals",
    "alalc-aze-Cyrl-Latn-1997 I͡u": "the same file has Ю → I͡U",
    "alalc-aze-Cyrl-Latn-1997 T͡s": "the same file has Ц → T͡S",
    "alalc-rus-Cyrl-Latn-2012 I͡ulii͡a,": "three vectors of this file write both letters as capitals",
    "az-aze-Latn-Cyrl-ru-practical Довлят": "a traditional form; the rule gives ё for ö",
    "iso-kaz-Cyrl-Latn-9-1995 Tildeskiš,": "made from a text that has Latin i for і",
    "un-rus-Cyrl-Latn-1987 Julija,": "the other vectors have ’ ” for ь ъ, as the resolution does",
  ]

  @Test func ownVectors() throws {
    var schemes: [String: Transliterator] = [:]
    for vector in try Vector.own() {
      let scheme = try schemes[vector.scheme] ?? Transliterator(vector.scheme)
      schemes[vector.scheme] = scheme
      let made = scheme.transliterate(vector.source)
      #expect(made == vector.expected, "\(vector)")
      #expect(Array(made.unicodeScalars) == Array(vector.expected.unicodeScalars), "\(vector)")
    }
    #expect(schemes.count > 75)
  }

  @Test(.enabled(if: TestFiles.shared("vectors") != nil, "needs the vectors beside the checkout"))
  func publishedVectors() throws {
    var schemes: [String: Transliterator] = [:]
    var excused = 0
    var total = 0
    for vector in try Vector.published() {
      let scheme = try schemes[vector.scheme] ?? Transliterator(vector.scheme)
      schemes[vector.scheme] = scheme
      total += 1
      let made = scheme.transliterate(vector.source)
      if Array(made.unicodeScalars) != Array(vector.expected.unicodeScalars) {
        let mark = "\(vector.scheme) \(vector.expected.prefix { $0 != " " })"
        if Self.exceptions[mark] != nil {
          excused += 1
          continue
        }
        Issue.record("\(vector): made \(made), wanted \(vector.expected) \(vector.flags)")
      }
    }
    #expect(total > 3000)
    #expect(excused == Self.exceptions.count)
  }
}
