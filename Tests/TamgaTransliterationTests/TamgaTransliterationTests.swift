import TamgaText
import TamgaTransliteration
import Testing

@Suite struct ChainTests {
  @Test(arguments: [
    ("kk-Cyrl", "en", "Құнанбайұлы", "Kunanbaiuly"),
    ("ru", "en", "Кунанбаев", "Kunanbayev"),
    ("az-Latn", "ru", "Hacıbəyov", "Гаджибеков"),
    ("az-Latn", "en", "Heydər Əliyev", "Heydar Aliyev"),
    ("az-Latn", "az-Cyrl", "Heydər Əliyev", "Һејдәр Әлијев"),
    ("az-Cyrl", "en", "Һејдәр Әлијев", "Heydar Aliyev"),
    ("kk-Cyrl", "kk-Latn", "Бұрыңғы", "Būryñğy"),
    ("ru", "az-Latn", "Пушкин", "Puşkin"),
  ])
  func ways(_ from: String, _ to: String, _ name: String, _ expected: String) throws {
    let chain = try TransliterationChain(
      from: #require(Language(tag: from)), to: #require(Language(tag: to)))
    #expect(chain.transliterate(name) == expected)
    #expect(chain.explain(name).text == expected)
  }

  @Test func systemsAndVia() throws {
    let icao = try TransliterationChain(from: .ru, to: .en, system: "icao")
    #expect(icao.transliterate("Юлия Щеглова") == "Iuliia Shcheglova")
    let via = try TransliterationChain(from: .azLatn, to: .en, via: .ru)
    #expect(via.transliterate("Hacıbəyov") == "Gadzhibekov")
    #expect(via.explain("Hacıbəyov").scheme == "az-ru+ru-odni")
    let order = try TransliterationChain(from: .kkCyrl, to: .kkLatn, system: "2018")
    #expect(order.transliterate("Қасым") == "Qasym")
    let none = #expect(throws: SchemeError.self) {
      try TransliterationChain(from: .ru, to: .en, system: "icoa")
    }
    #expect(none?.description.contains("icao") == true)
  }
}
