import TamgaLexicons
import TamgaMatching
import TestSupport
import Testing

/// The tables of concepts are what their generators make of the lexicons.
struct GeneratedConceptsTests {
  @Test func conceptsOfNamesAndPlaces() throws {
    let date = try Lexicons.shipped.table("models/name-concepts.tsv").header["date"] ?? ""
    let tables =
      NameConceptTables(.shipped).tables(date: date)
      + [PlaceConcepts.generated(.shipped, date: date)]
    #expect(tables.count == 3)
    for table in tables {
      #expect(
        try TestFiles.isCurrent("Lexicons/\(table.path)", table.text),
        "\(table.path): run tools/check-lexicons --write and build again")
    }
  }
}
