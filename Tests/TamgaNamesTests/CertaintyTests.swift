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

  /// A word that is a given name and a place is not surely either.
  @Test(arguments: ["Абай", "Нұрсұлтан"])
  func personOrPlace(name: String) {
    #expect(NameParser.shipped.parse(name).typeProbability < 0.8)
  }

  /// A stem takes endings of grammar only, capitals in a name all of capitals say nothing, two initials make the word
  /// beside them a family name, and an abbreviation goes by its place.
  @Test(arguments: [
    ("Derek Kendall", NameType.person), ("Kendall Jenner", .person), ("DEREK KENDALL", .person),
    ("Қазан көшесінде", .place), ("kəndində", .place), ("Құл-Мұхаммед М.", .person),
    ("Navis Inc.", .organization), ("АО Дукс", .organization), ("Чукотский АО", .place),
    ("Rəşid Behbudov adına Mahnı Teatrı", .organization),
  ])
  func typesByRule(name: String, type: NameType) {
    let parsed = NameParser.shipped.parse(name)
    #expect(parsed.type == type, "\(parsed)")
  }

  @Test func aWordBesideTwoInitialsIsAFamilyName() {
    #expect(NameParser.shipped.parse("Құдайберген Д. Қ.").family == ["Құдайберген"])
    #expect(NameParser.shipped.parse("Rza R.H.").family == ["Rza"])
  }

  @Test(arguments: ["Arşın mal alan", "Абай жолы", "Али и Нино", "Молла Насреддин"])
  func knownTitlesAreWorks(name: String) {
    #expect(NameParser.shipped.parse(name).type == .work)
  }

  @Test func aBareNameInQuotesIsNoPerson() {
    let parsed = NameParser.shipped.parse("«Айгүл»")
    #expect(parsed.type != .person)
    #expect(parsed.typeProbability < 0.7)
  }

  @Test(arguments: [
    ("زینب خانلاروا", "زینب", "خانلاروا", Gender.female),
    ("محمد امین رسولزاده", "محمد", "رسولزاده", .male),
    ("نۇرسۇلتان نازاربايەۆ", "نۇرسۇلتان", "نازاربايەۆ", .male),
    ("مۇحتار اۋەزوۆ", "مۇحتار", "اۋەزوۆ", .male),
  ])
  func personsInArabicLetters(name: String, given: String, family: String, gender: Gender) {
    let parsed = NameParser.shipped.parse(name)
    #expect(parsed.type == .person)
    #expect(parsed.given.first == given)
    #expect(parsed.family == [family])
    #expect(parsed.gender == gender)
  }

  /// One word behind an initial is a family name, even one that is a given name as well.
  @Test(arguments: ["R. Rza", "А. Абай"])
  func aWordBehindAnInitialIsTheFamilyName(name: String) {
    let parsed = NameParser.shipped.parse(name, type: .person)
    #expect(parsed.given.isEmpty)
    #expect(parsed.family.count == 1)
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
