import TamgaLexicons
import TamgaNames
import TamgaText
import Testing

/// Roles are as sure as the name makes them.
struct CertaintyTests {
  @Test(arguments: [
    "Əli", "Айгүл", "Иванова", "Toyota", "Samsung", "Coca-Cola", "Kaspi", "Li Wei",
    "Wang Xiaoming", "Harley Davidson",
  ])
  func bareAndForeignNamesAreInDoubt(name: String) {
    let parsed = NameParser.shipped.parse(name)
    #expect(!parsed.tokens.isEmpty)
    for token in parsed.tokens { #expect(token.probability < 0.8, "\(token)") }
  }

  @Test(arguments: [
    "Əliyev İlham Heydər oğlu", "Назарбаев Нұрсұлтан Әбішұлы", "Пушкин Александр Сергеевич",
    "Leyla Əhməd qızı Məmmədova", "Vilayət Eyvazov",
  ])
  func fullNamesAreSure(name: String) {
    let parsed = NameParser.shipped.parse(name)
    #expect(parsed.type == .person)
    for token in parsed.tokens { #expect(token.probability > 0.9, "\(token)") }
  }

  /// An abbreviated oğlu or qızı stands behind three names; elsewhere `o.` is an initial.
  @Test func abbreviatedMarkers() {
    let full = NameParser.shipped.parse("Məmmədov Elşən İbrahim o.", type: .person)
    #expect(full.patronymic?.father == "İbrahim")
    #expect(full.given == ["Elşən"])
    let short = NameParser.shipped.parse("Hüseynov Nazim o.", type: .person)
    #expect(short.patronymic == nil)
    #expect(short.given == ["Nazim"])
  }

  @Test func aUsersNamesAreKnown() throws {
    let table = "# overlays: names/given-az.tsv\nZubqar\tf\tar\t\n"
    let lexicons = try Lexicons.embedded.overlaying(Array(table.utf8), named: "mine.tsv")
    let mine = NameParser(lexicons).parse("Zubqar Kvornix", type: .person)
    #expect(mine.given == ["Zubqar"])
    #expect(mine.gender == .female)
    #expect(NameParser.shipped.parse("Zubqar Kvornix", type: .person).gender == nil)
  }
}
