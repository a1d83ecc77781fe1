import TamgaResolution
import TamgaText
import Testing

@Suite("Names with initials only")
struct InitialNamesTests {
  @Test func theyJoinTheOnlyPersonTheyFit() throws {
    let names = [
      "Әлкей Марғұлан", "Alkey Margulan", "Марғұлан Ә.", "Шоқан Уәлиханов", "Чокан Валиханов",
    ]
    let resolution = try Resolver().resolve(NameTable(names, type: .person))
    #expect(
      SmallListTests.members(resolution, of: "Марғұлан Ә.")
        == ["Әлкей Марғұлан", "Alkey Margulan", "Марғұлан Ә."])
  }

  @Test func theyJoinNobodyWhereSeveralFit() throws {
    let names = ["Асқар Серікбаев", "Айдос Серікбаев", "А. Серікбаев", "А. Серикбаев"]
    let resolution = try Resolver().resolve(NameTable(names, type: .person))
    #expect(SmallListTests.members(resolution, of: "А. Серікбаев") == ["А. Серікбаев"])
    #expect(SmallListTests.members(resolution, of: "Асқар Серікбаев") == ["Асқар Серікбаев"])
    #expect(SmallListTests.members(resolution, of: "Айдос Серікбаев") == ["Айдос Серікбаев"])
    #expect(resolution.questions.contains { $0.first.contains("А. ") || $0.second.contains("А. ") })
  }

  @Test func theyJoinEachOtherWhereNobodyElseFits() throws {
    let names = ["Э. Гумилёвский", "E. Gumilyovsky", "Роза Бағланова"]
    let resolution = try Resolver().resolve(NameTable(names, type: .person))
    #expect(resolution.entities.count == 2)
  }

  @Test func aJudgementTakesOneAsItIs() throws {
    let names = ["Асқар Серікбаев", "Айдос Серікбаев", "А. Серікбаев"]
    var options = ResolutionOptions()
    options.judgements = Judgements([
      Judgements.Judgement(a: "А. Серікбаев", b: "Айдос Серікбаев", isSame: true)
    ])
    let resolution = try Resolver(options).resolve(NameTable(names, type: .person))
    #expect(
      SmallListTests.members(resolution, of: "А. Серікбаев") == ["Айдос Серікбаев", "А. Серікбаев"])
  }

  @Test func twoFathersAreTwoPersons() throws {
    let names = [
      "Халафов Зейнал", "Зейнал Халафов", "Халафов Зейнал Фахраддинович",
      "Xələfov Zeynal Fəxrəddin oğlu", "Халафов Зейнал Самедович",
    ]
    let resolution = try Resolver().resolve(NameTable(names, type: .person))
    #expect(
      SmallListTests.members(resolution, of: "Халафов Зейнал Самедович").isDisjoint(
        with: ["Халафов Зейнал Фахраддинович", "Xələfov Zeynal Fəxrəddin oğlu"]))
  }
}
