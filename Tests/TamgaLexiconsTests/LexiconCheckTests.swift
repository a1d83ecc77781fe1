import Foundation
import TestSupport
import Testing

@testable import TamgaLexicons

/// Every table keeps the rules, and a table that breaks one is told so with its line.
struct LexiconCheckTests {
  private static func table(_ text: String) throws -> LexiconTable {
    try LexiconTable(path: "own.tsv", bytes: LexiconBytes(Array(text.utf8)))
  }

  private static let header = """
    # title: T
    # columns: name gender origin forms
    # source: S
    # licence: L
    # date: 2026-11-23

    """

  @Test func everyTableHasItsForm() throws {
    let tables = Lexicons.shipped.paths.filter { $0.hasSuffix(".tsv") }
    #expect(tables.count > 30)
    for path in tables {
      let faults = LexiconCheck.faults(of: try Lexicons.shipped.table(path))
      #expect(faults.isEmpty, "\(faults.prefix(5).map(\.description))")
    }
  }

  @Test func everyTableIsNormalized() throws {
    for path in Lexicons.shipped.paths {
      let bytes = try #require(Lexicons.shipped.bytes(path))
      let text = bytes.text(0..<bytes.count)
      // String equality is canonical, so the scalars are compared.
      for (number, line) in text.split(separator: "\n").enumerated() {
        let normal = String(line).precomposedStringWithCanonicalMapping
        if !line.unicodeScalars.elementsEqual(normal.unicodeScalars) {
          Issue.record("\(path):\(number + 1) is not in NFC")
        }
      }
    }
  }

  @Test func everyCellHoldsWhatItsColumnMay() throws {
    let faults = try LexiconContentCheck(.shipped).faults()
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(10).map(\.description))")
  }

  @Test func everyFileIsEmbeddedAsItIs() throws {
    let root = TestFiles.root.appending(path: "Lexicons")
    var found: [String] = []
    let files = FileManager.default.enumerator(atPath: root.path)
    while let path = files?.nextObject() as? String {
      guard path.hasSuffix(".tsv") || path.hasSuffix(".txt") else { continue }
      found.append(path)
      let bytes = try #require(
        Lexicons.shipped.bytes(path), "\(path) is not embedded: run tools/embed-lexicons")
      let data = try Data(contentsOf: root.appending(path: path))
      #expect(bytes.withSpan { span in data.elementsEqual((0..<span.count).map { span[$0] }) })
    }
    #expect(Lexicons.shipped.paths == found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test(arguments: [
    ("Əli\tm\tar\t\nƏli\tm\tar\t\n", 7, "the key \"Əli\" stands twice"),
    ("Əli\tm\tar\t\nAbbas\tm\tar\t\n", 7, "is out of order"),
    ("Əli\tm\tar\n", 6, "there are 3 cells where the header names 4"),
    ("Əli \tm\tar\t\n", 6, "a cell begins or ends with a space"),
    ("\tm\tar\t\n", 6, "the key is empty"),
    ("\n", 6, "the line is empty"),
    ("Əli\tm\tar\t\r\n", 6, "carriage return"),
  ])
  func faultsOfFormAreTold(rows: String, line: Int, sentence: String) throws {
    let faults = LexiconCheck.faults(of: try Self.table(Self.header + rows))
    #expect(faults.contains { $0.line == line && $0.fault.contains(sentence) }, "\(faults)")
  }

  @Test func missingHeaderLinesAreTold() throws {
    let faults = LexiconCheck.faults(of: try Self.table("# columns: name\nA\n"))
    #expect(faults.first?.description == "own.tsv:1: the header has no \"# title: …\".")
    #expect(faults.count == 4)
  }

  @Test(arguments: [
    ("names/given-az.tsv", "Әli\tm\tar\t\n", "the letter \"ә\" (U+04D9), which is not of az"),
    ("names/given-az.tsv", "Əli\tx\tar\t\n", "\"x\" is none of f, m, u"),
    ("names/given-az.tsv", "Əli\tm\tqq\t\n", "\"qq\" is none of "),
    ("names/given-az.tsv", "Əli\tm\tar\tАли\n", "\"Али\" is not of the form lang:Form"),
    ("names/given-az.tsv", "Əli\tm\tar\tru:Aли\n", "the letter \"a\" (U+0061), which is not of ru"),
  ])
  func faultsOfContentAreTold(path: String, rows: String, sentence: String) throws {
    let check = try LexiconContentCheck(.shipped)
    let faults = check.faults(of: try Self.table(Self.header + rows), as: path)
    #expect(faults.count == 1)
    #expect(faults.first?.line == 6)
    #expect(faults.first?.fault.contains(sentence) == true, "\(faults)")
  }

  @Test func gendersAndReferencesAreChecked() throws {
    let check = try LexiconContentCheck(.shipped)
    let header = "# columns: short gender full\n"
    let table = try Self.table(header + "Alik\tf\tƏli\nVəliş\tm\tVəllli\n")
    let faults = check.faults(of: table, as: "names/diminutives-az.tsv").map(\.fault)
    #expect(
      faults == [
        "\"Əli\" is m among the given names, and f here",
        "\"Vəllli\" is no key of names/given-az.tsv",
      ])
  }
}
