import TamgaLexicons
import TamgaMatching
import TestSupport
import Testing

/// The tables of concepts are what their generators make of the lexicons.
struct GeneratedConceptsTests {
  @Test func conceptsOfNamesAndKnownThings() throws {
    let date = try Lexicons.shipped.table("models/name-concepts.tsv").header["date"] ?? ""
    let tables =
      NameConceptTables(.shipped).tables(date: date)
      + KnownNames.generated(.shipped, date: date)
    #expect(tables.count == 5)
    for table in tables {
      #expect(
        try TestFiles.isCurrent("Lexicons/\(table.path)", table.text),
        "\(table.path): run tools/check-lexicons --write and build again")
    }
  }
}
