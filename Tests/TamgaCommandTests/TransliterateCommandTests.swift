import Foundation
import TestSupport
import Testing

/// `tamga transliterate` and `tamga schemes`, as a user would type them.
@Suite struct TransliterateCommandTests {
  private func one(_ name: String, _ options: String...) throws -> String {
    let run = try CommandRun.run(["transliterate", "-q"] + options, input: Data("\(name)\n".utf8))
    #expect(run.status == 0, "\(run.diagnostics)")
    return run.output.trimmingCharacters(in: .newlines)
  }

  @Test(arguments: [
    ("Ж. Щ. Ёлкин", "ru-bgn", "Zh. Shch. Yëlkin"),
    ("Юлия Щеглова", "ru-icao", "Iuliia Shcheglova"),
    ("ЩЕДРИН ЮРИЙ", "ru-bgn", "SHCHEDRIN YURIY"),
    ("Щедрин ЮРИЙ", "ru-bgn", "Shchedrin YURIY"),
    ("Vətən", "az-en-2020", "Vatan"),
    ("Юлия", "icao-rus-Cyrl-Latn-9303", "Iuliia"),
    ("Юлия", "ru-Latn-t-ru-cyrl-x0-icao", "Iuliia"),
    ("Қазақстан, улица Щорса №5", "kk-passport", "Kazakstan, ulitsa Shchorsa №5"),
    ("Көк, Ёлка", "ru-icao", "Kok, Elka"),
  ])
  func schemes(_ name: String, _ scheme: String, _ expected: String) throws {
    #expect(try one(name, "--scheme", scheme) == expected)
  }

  @Test func chainsAndTheirSteps() throws {
    #expect(try one("Құнанбайұлы", "--to", "en") == "Kunanbaiuly")
    #expect(try one("Құнанбаев", "--to", "en", "--via", "ru") == "Kunanbayev")
    #expect(
      try one("Құнанбаев", "--to", "en", "--via", "ru", "--explain")
        == "Kunanbayev\tkk-ru: Кунанбаев; ru-odni: Kunanbayev")
    #expect(try one("Юлия", "--to", "en", "--system", "icao") == "Iuliia")
    #expect(try one("Шоқан Уәлиханов", "--to", "ru") == "Чокан Валиханов")
    #expect(try one("Füzuli", "--to", "ru", "--from", "az-Latn") == "Физули")
    #expect(try one("Юлия", "--scheme", "ru-icao", "--explain") == "Iuliia\tru-icao: Iuliia")
  }

  @Test func lossesAreReported() throws {
    #expect(
      try one("Ёлкин Көк", "--scheme", "ru-icao", "--report")
        == "Elkin Kok\tЁ→E (merged); ө→o (folded)")
    let run = try CommandRun.run(
      "transliterate", "--to", "ru", "--from", "az-Latn", "--json", text: "Əliyev\n")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["transliteration"] as? String == "Алиев")
    #expect(object["scheme"] as? String == "az-ru")
    #expect((object["steps"] as? [Any])?.count == 1)
  }

  @Test(arguments: ["Qunanbaiuli", "Kunanbaiuly", "Кунанбайулы"])
  func theWayBack(_ name: String) throws {
    let found = try one(name, "--to", "kk-Cyrl", "--n-best", "2").split(separator: "\t")
    #expect(found.contains("Құнанбайұлы"), "\(name): \(found)")
    #expect(found.count == 2)
  }

  @Test func candidatesAsColumns() throws {
    let run = try CommandRun.run(
      "transliterate", "--to", "az-Latn", "--from", "ru", "--n-best", "3", "--format", "csv",
      text: "name\nАлиев\n")
    #expect(run.lines.first == "name,transliteration,candidates,scheme")
    #expect(run.lines.last?.hasPrefix("Алиев,Əliyev,") == true, "\(run.output)")
  }

  @Test func whatCannotBeAsked() throws {
    let unknown = try CommandRun.run("transliterate", "--scheme", "ru-icaoo", text: "Пётр\n")
    #expect(unknown.status == 64)
    #expect(unknown.diagnostics.contains("There is no scheme \"ru-icaoo\". Nearest: ru-icao"))
    let system = try CommandRun.run(
      "transliterate", "--to", "en", "--system", "icoa", text: "Пётр\n")
    #expect(system.status == 64)
    #expect(system.diagnostics.contains("ru-icao"))
    let both = try CommandRun.run(
      "transliterate", "--to", "en", "--scheme", "ru-icao", text: "Пётр\n")
    #expect(both.status == 64)
    let none = try CommandRun.run("transliterate", text: "Пётр\n")
    #expect(none.status == 64)
    let many = try CommandRun.run("transliterate", "--to", "az", "--n-best", "0", text: "Пётр\n")
    #expect(many.status == 64)
  }

  @Test func schemesAreListedAndShown() throws {
    let list = try CommandRun.run("schemes", text: "")
    #expect(list.lines.count >= 80)
    #expect(list.lines.contains { $0.hasPrefix("ru-icao\tru-Cyrl\tru-Latn\tnot reversible\t") })
    let show = try CommandRun.run("schemes", "show", "icao-rus-Cyrl-Latn-9303", text: "")
    #expect(show.lines.first?.hasPrefix("ru-icao: ") == true)
    #expect(show.output.contains("щ shch"))
    #expect(show.output.contains("ICAO Doc 9303"))
    let wrong = try CommandRun.run("schemes", "show", "kk-20211", text: "")
    #expect(wrong.status == 64)
    #expect(wrong.diagnostics.contains("kk-2021"))
  }

  @Test func theSchemeOfASpelling() throws {
    func scheme(_ name: String, _ language: String) throws -> String {
      let run = try CommandRun.run("detect", "-q", "--language", language, text: "\(name)\n")
      return run.lines.first?.split(separator: "\t", omittingEmptySubsequences: false).last
        .map(String.init) ?? ""
    }
    #expect(try scheme("Iuliia Shcheglova", "ru") == "ru-icao")
    #expect(["ru-bgn", "ru-mvd-782"].contains(try scheme("Yuliya", "ru")))
    #expect(try scheme("Julija", "ru") == "ru-scholarly")
    #expect(["kk-2018", "kk-2021", "kk-qazaqparat"].contains(try scheme("Qasym-Jomart", "kk")))
    let wrong = try CommandRun.run("detect", "--language", "xx", text: "a\n")
    #expect(wrong.status == 64)
  }
}
