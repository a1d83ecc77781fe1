import TamgaNames
import TamgaText
import Testing

@testable import TamgaMatching

/// What a user would try: names of public persons, and made-up ones, that are one name or must never be.
@Suite struct AcceptanceTests {
  /// Spellings of one name.
  static let same: [[String]] = [
    [
      "Əliyev İlham Heydər oğlu", "Ильхам Гейдарович Алиев", "Ilham Heydar oglu Aliyev",
    ],
    [
      "Назарбаев Нұрсұлтан Әбішұлы", "Нурсултан Абишевич Назарбаев", "Nursultan Nazarbayev",
    ],
    [
      "Мамедова Лейла Ахмед кызы", "Leyla Əhməd qızı Məmmədova", "Leyla Ahmad gizi Mammadova",
    ],
    [
      "Polad Bülbüloğlu", "Полад Бюльбюль-оглы", "Bülbül oğlu Polad", "Polad Bulbuloghlu",
    ],
    [
      "Қасым-Жомарт Тоқаев", "Касым-Жомарт Токаев", "Касымжомарт Токаев",
      "Kassym-Jomart Tokayev", "Qasym-Jomart Toqaev",
    ],
    [
      "Абай Құнанбайұлы", "Abai Qunanbaiuly", "Abai Qūnanbaiūly", "Абай Кунанбаев",
      "Abay Kunanbaev", "Abai Kunanbayev", "Құнанбаев Абай",
    ],
    ["Шоқан Уәлиханов", "Чокан Валиханов"],
    ["Дінмұхамед Қонаев", "Динмухамед Кунаев"],
    ["Жамбыл Жабаев", "Джамбул Джабаев", "Jambyl Jabaev"],
    ["Қаныш Сәтбаев", "Каныш Сатпаев"],
    ["Üzeyir Hacıbəyov", "Узеир Гаджибеков", "Uzeyir Hajibeyov", "Үзејир Һаҹыбәјов"],
    ["Cəfər Cabbarlı", "Джафар Джаббарлы", "Jafar Jabbarly", "Ҹәфәр Ҹаббарлы"],
    ["Qara Qarayev", "Кара Караев", "Гара Гарајев"],
    ["Şövkət Ələkbərova", "Шовкет Алекперова"],
    ["Heydər Əliyev", "Һејдәр Әлијев", "Гейдар Алиев", "Heydar Aliyev"],
  ]

  /// Names of two people.
  static let different: [(String, String)] = [
    ("Абай Құнанбайұлы", "Шәкәрім Құдайбердіұлы"),
    ("Пушкин А. С.", "А. П. Пушкин"), ("Пушкин Александр Сергеевич", "А. П. Пушкин"),
    ("Мамедов Рашид Ахмед оглы", "Мамедов Рашид Самед оглы"),
    ("Иванов Сергей Петрович", "Иванов Сергей Павлович"),
    ("Александр Иванов", "Александра Иванова"), ("Heydar Aliyev", "Heydar Aliyeva"),
    ("Гульнара Алиева", "Гульнар Алиев"), ("Rəşid Behbudov", "Rəşad Behbudov"),
    ("Серік Сейітов", "Берік Сейітов"), ("Әлия Қонысбаева", "Әсия Қонысбаева"),
    ("Самат Ержанов", "Самал Ержанова"), ("Ənvər Məmmədov", "Anar Məmmədov"),
    ("Elçin Quliyev", "Elçin Vəliyev"), ("İlham Əliyev", "Heydər Əliyev"),
  ]

  /// Names that may be one, with the reason a person is told.
  static let ask: [(String, String, MatchReason)] = [
    ("Məmmədov Elçin", "Məmmədli Elçin", .surnameReform),
    ("Məmmədli Elçin", "Elçin Məmmədzadə", .surnameReform),
    ("Məmmədov Elçin", "Elçin Məmmədzadə", .surnameReform),
    ("Джанбулатов", "Жанбулат", .surnameReform), ("Ivanov", "Ivanova", .genderTwin),
  ]

  private func match(_ a: String, _ b: String) -> NameMatch {
    NameMatcher().match(a, b, type: .person)
  }

  @Test(arguments: same) func spellingsOfOneName(_ names: [String]) {
    for a in names {
      for b in names where a != b {
        let found = match(a, b)
        #expect(found.verdict == .same, "\(a) ~ \(b): \(found.score) \(found.sentence)")
      }
    }
  }

  @Test(arguments: different) func namesOfTwo(_ a: String, _ b: String) {
    let found = match(a, b)
    #expect(found.verdict == .different, "\(a) ~ \(b): \(found.score) \(found.sentence)")
    #expect(found.score < 0.5, "\(a) ~ \(b): \(found.score) \(found.sentence)")
  }

  @Test(arguments: ask) func namesThatMayBeOne(_ a: String, _ b: String, _ reason: MatchReason) {
    let found = match(a, b)
    #expect(found.verdict == .ask, "\(a) ~ \(b): \(found.score) \(found.sentence)")
    #expect(found.reason == reason)
  }

  @Test(arguments: [
    ("Пушкин А. С.", "А.С. Пушкин"), ("Пушкин А. С.", "Пушкин Александр Сергеевич"),
    ("А.С. Пушкин", "A.S. Pushkin"), ("Пушкин Александр Сергеевич", "A.S. Pushkin"),
    ("Қасым-Жомарт Тоқаев", "Тоқаев Қ.К."),
  ]) func initialsAreCompatible(_ a: String, _ b: String) {
    let found = match(a, b)
    #expect(found.verdict != .different, "\(a) ~ \(b): \(found.score) \(found.sentence)")
  }

  @Test func swappingChangesNothing() {
    let names = Self.same.flatMap { $0 } + Self.different.flatMap { [$0.0, $0.1] }
    for a in names {
      for b in names.shuffled().prefix(12) {
        let (one, two) = (match(a, b), match(b, a))
        #expect(one.logOdds == two.logOdds, "\(a) ~ \(b)")
        #expect(one.verdict == two.verdict && one.reason == two.reason, "\(a) ~ \(b)")
      }
    }
  }

  @Test func aBareCommonNameIsWeakEvidence() {
    let found = match("Əli Məmmədov", "Əli Məmmədov")
    #expect(found.score < 0.99)
    #expect(found.reason == .commonName)
    #expect(found.evidence.contains { $0.cause.contains("borne by about one in") })
  }

  @Test func birthYearsTellHomonymsApart() {
    let found = NameMatcher().match(
      "Əli Məmmədov", "Əli Məmmədov", type: .person,
      first: FurtherEvidence(birthDate: "1961"), second: FurtherEvidence(birthDate: "1984"))
    #expect(found.verdict != .same)
    #expect(found.reason == .otherBirthDate)
  }

  @Test func theFatherIsNamedInTheExplanation() {
    let found = match("Əliyev İlham Heydər oğlu", "Ильхам Гейдарович Алиев")
    let father = found.evidence.first { $0.first.contains("Heydər") }
    #expect(father?.cause.contains("father") == true)
  }
}
