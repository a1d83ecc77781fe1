import TamgaNames
import TamgaResolution
import TamgaText
import Testing

@Suite("Further columns and documents")
struct EvidenceTests {
  @Test func otherIdentifiersKeepOneSpellingApart() throws {
    var table = NameTable(["Əli Məmmədov", "Али Мамедов", "Əli Məmmədov"], type: .person)
    table.identifiers = ["7", "7", "8"]
    let resolution = try Resolver().resolve(table)
    #expect(resolution.assignment[0] == resolution.assignment[1])
    #expect(resolution.assignment[0] != resolution.assignment[2])
  }

  @Test func birthDatesTellNamesakesApart() throws {
    var table = NameTable(
      ["Асқар Серіков", "Аскар Сериков", "Асқар Серіков", "Askar Serikov"], type: .person)
    table.birthDates = ["1950-03-12", "1950-03-12", "1981-11-02", "1981"]
    let resolution = try Resolver().resolve(table)
    #expect(resolution.assignment[0] == resolution.assignment[1])
    #expect(resolution.assignment[2] == resolution.assignment[3])
    #expect(resolution.assignment[0] != resolution.assignment[2])
  }

  @Test func aBareSurnameJoinsAFullNameOfItsDocument() throws {
    var table = NameTable(
      ["Nursultan Nazarbayev", "Nazarbayev", "Nazarbayev", "Heydar Aliyev"], type: .person)
    table.documents = [1, 1, 2, 2]
    let resolution = try Resolver().resolve(table)
    #expect(resolution.assignment[0] == resolution.assignment[1])
    #expect(resolution.assignment[0] != resolution.assignment[2])
  }

  @Test func aBareSurnameOfTwoInTheDocumentJoinsNeither() throws {
    var table = NameTable(["Heydər Əliyev", "İlham Əliyev", "Əliyev"], type: .person)
    table.documents = [1, 1, 1]
    let resolution = try Resolver().resolve(table)
    #expect(resolution.entities.count == 3)
  }

  @Test func withoutDocumentsABareSurnameIsAQuestion() throws {
    let table = NameTable(["Nursultan Nazarbayev", "Nazarbayev"], type: .person)
    let resolution = try Resolver().resolve(table)
    #expect(resolution.entities.count == 2)
    #expect(resolution.questions.first?.reason == "a single word may be anybody’s who bears it")
  }
}
