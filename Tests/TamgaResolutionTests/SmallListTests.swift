import TamgaResolution
import TamgaText
import Testing

@Suite("A short list of names")
struct SmallListTests {
  static let names = [
    "Heydər Əliyev", "Heydar Aliyev", "Гейдар Алиев", "İlham Əliyev", "Ilham Aliyev",
    "Абай Құнанбайұлы", "Abay Kunanbayev", "Абай Кунанбаев", "Нұрсұлтан Назарбаев",
    "Nursultan Nazarbayev", "Назарбаев Н.А.", "Қасым-Жомарт Тоқаев", "Касым-Жомарт Токаев",
    "Kassym-Jomart Tokayev",
  ]

  /// The names of the entity that has a name.
  static func members(_ resolution: Resolution, of name: String) -> Set<String> {
    let entity = resolution.entities.first { $0.variants.contains { $0.name == name } }
    return Set(entity?.variants.map(\.name) ?? [])
  }

  @Test func spellingsOfOnePersonAreOneEntity() throws {
    let resolution = try Resolver().resolve(NameTable(Self.names, type: .person))
    #expect(
      Self.members(resolution, of: "Heydər Əliyev")
        == ["Heydər Əliyev", "Heydar Aliyev", "Гейдар Алиев"])
    #expect(Self.members(resolution, of: "İlham Əliyev") == ["İlham Əliyev", "Ilham Aliyev"])
    #expect(
      Self.members(resolution, of: "Абай Құнанбайұлы")
        == ["Абай Құнанбайұлы", "Abay Kunanbayev", "Абай Кунанбаев"])
    #expect(
      Self.members(resolution, of: "Назарбаев Н.А.")
        == ["Нұрсұлтан Назарбаев", "Nursultan Nazarbayev", "Назарбаев Н.А."])
    #expect(resolution.entities.count == 5)
  }

  /// They share every word but the country, each in three languages.
  @Test func ministriesOfTwoCountriesStayTwo() throws {
    let one = [
      "Azərbaycan Xarici İşlər Nazirliyi", "Ministry of Foreign Affairs of Azerbaijan",
      "Министерство иностранных дел Азербайджана", "МИД Азербайджана",
      "Әзербайжан Сыртқы істер министрлігі",
      "Ministry of Foreign Affairs of the Republic of Azerbaijan", "Azerbaijani Foreign Ministry",
    ]
    let other = [
      "Qazaxıstan Xarici İşlər Nazirliyi", "Ministry of Foreign Affairs of Kazakhstan",
      "Министерство иностранных дел Республики Казахстан", "МИД Казахстана", "МИД РК",
      "Қазақстан Сыртқы істер министрлігі",
      "Ministry of Foreign Affairs of the Republic of Kazakhstan", "Kazakh Foreign Ministry",
    ]
    let resolution = try Resolver().resolve(NameTable(one + other, type: .organization))
    #expect(Self.members(resolution, of: one[0]) == Set(one))
    #expect(Self.members(resolution, of: other[0]) == Set(other))
  }

  @Test func everyRowHasAnEntityAndAConfidence() throws {
    let resolution = try Resolver().resolve(NameTable(Self.names + ["", "  "], type: .person))
    #expect(resolution.assignment.count == Self.names.count + 2)
    for row in Self.names.indices {
      let entity = resolution.entities[Int(resolution.assignment[row])]
      #expect(entity.variants.contains { $0.name == Self.names[row] })
      #expect(resolution.confidence[row] > 0.5 && resolution.confidence[row] <= 1)
    }
    #expect(resolution.assignment.suffix(2).elementsEqual([-1, -1]))
  }

  @Test func entitiesHaveFormsInAllLanguages() throws {
    let resolution = try Resolver().resolve(NameTable(Self.names, type: .person))
    let entity = try #require(
      resolution.entities.first { $0.variants.contains { $0.name == "Heydər Əliyev" } })
    #expect(
      entity.forms.map(\.language.rawValue)
        == ["az-Cyrl", "az-Latn", "en", "kk-Cyrl", "kk-Latn", "ru"])
    let forms = Dictionary(uniqueKeysWithValues: entity.forms.map { ($0.language, $0) })
    #expect(forms[.azLatn]?.form == "Heydər Əliyev")
    #expect(forms[.azLatn]?.status == .attested)
    #expect(forms[.azLatn]?.scheme == "")
    #expect(forms[.ru]?.form == "Гейдар Алиев")
    #expect(forms[.azCyrl]?.form == "Һејдәр Әлијев")
    #expect(forms[.azCyrl]?.status == .generated)
    #expect(forms[.azCyrl]?.scheme == "az-1958-r")
  }

  @Test func initialsGiveWayToAFormMadeByRule() throws {
    let resolution = try Resolver().resolve(NameTable(Self.names, type: .person))
    let entity = try #require(
      resolution.entities.first { $0.variants.contains { $0.name == "Назарбаев Н.А." } })
    let russian = try #require(entity.forms.first { $0.language == .ru })
    #expect(russian.form == "Нурсултан Назарбаев")
    #expect(russian.status == .generated)
    #expect(russian.scheme == "kk-ru")
    #expect(entity.canonical == "Нұрсұлтан Назарбаев")
    #expect(entity.parts.contains(EntityPart(role: "family", text: "Назарбаев")))
    #expect(entity.parts.contains(EntityPart(role: "given", text: "Нұрсұлтан")))
    #expect(entity.aliases.contains("Nursultan Nazarbayev"))
    #expect(!entity.aliases.contains(entity.canonical))
  }

  @Test func formsCanBeLeftOut() throws {
    var options = ResolutionOptions()
    options.makesForms = false
    let resolution = try Resolver(options).resolve(NameTable(Self.names, type: .person))
    #expect(resolution.entities.count == 5)
    #expect(resolution.entities.allSatisfy { $0.forms.isEmpty && $0.aliases.isEmpty })
  }

  @Test func anEmptyTableHasNoEntities() throws {
    let resolution = try Resolver().resolve(NameTable([String]()))
    #expect(resolution.entities.isEmpty)
    #expect(resolution.assignment.isEmpty)
  }

  @Test func strictMergesNoMoreThanBroad() throws {
    var counts: [Int] = []
    for precision in [ResolutionOptions.Precision.strict, .balanced, .broad] {
      var options = ResolutionOptions()
      options.precision = precision
      counts.append(
        try Resolver(options).resolve(NameTable(Self.names, type: .person)).entities.count)
    }
    #expect(counts[0] >= counts[1] && counts[1] >= counts[2])
  }
}
