import TamgaLexicons
import TamgaTransliteration
import Testing

@testable import TamgaNames

/// Forms that are generated from base forms lead back to them.
struct LexiconFormsTests {
  /// Base forms through a scheme and back, and what did not come back.
  private static func lost(
    _ path: String, _ there: String, _ back: String
  ) throws -> (count: Int, lost: [String]) {
    let there = try ReferenceTransliterator(SchemeCatalog.shipped.scheme(there))
    let back = try ReferenceTransliterator(SchemeCatalog.shipped.scheme(back))
    var names: [String] = []
    Lexicons.shipped.forEachRow(path) { names.append($0[0]) }
    var lost: [String] = []
    for name in names {
      let returned = try back.apply(there.apply(name))
      if returned != name { lost.append("\(name) → \(try there.apply(name)) → \(returned)") }
    }
    return (names.count, lost)
  }

  @Test(arguments: [
    "names/given-az.tsv", "names/diminutives-az.tsv", "names/surnames-az.tsv",
  ])
  func azerbaijaniThroughCyrillic(path: String) throws {
    let result = try Self.lost(path, "az-1958-r", "az-1958")
    #expect(result.count > 100)
    #expect(result.lost.isEmpty, "\(result.lost.prefix(10))")
  }

  /// The Latin alphabet of 2021 has one letter where Cyrillic has и and й, у and в in some places:
  /// few names are lost by that.
  @Test(arguments: [
    "names/given-kk.tsv", "names/diminutives-kk.tsv", "names/surnames-kk.tsv",
  ])
  func kazakhThroughLatin(path: String) throws {
    let result = try Self.lost(path, "kk-2021", "kk-2021-r")
    #expect(result.count > 100)
    print("\(path): \(result.lost.count) of \(result.count) do not return")
    #expect(Double(result.lost.count) <= 0.02 * Double(result.count), "\(result.lost.prefix(10))")
  }

  /// What the parser's own letter tables write is what the schemes write.
  @Test func secondAlphabetsAgreeWithSchemes() throws {
    let cases: [(String, SecondAlphabet, String)] = [
      ("names/given-az.tsv", .azerbaijani, "az-1958-r"), ("names/given-kk.tsv", .kazakh, "kk-2021"),
    ]
    for (path, alphabet, scheme) in cases {
      let transliterator = try ReferenceTransliterator(SchemeCatalog.shipped.scheme(scheme))
      var faults: [String] = []
      for name in Lexicons.shipped.rows(path).map({ $0[0] }) {
        let folded = PartTableWriter.folded(name)
        let spelled = PartTableWriter.text(alphabet.spell(folded.span))
        let other = try transliterator.apply(PartTableWriter.text(folded))
        if spelled != other { faults.append("\(name): \(spelled), \(other)") }
      }
      #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(10))")
    }
  }
}
