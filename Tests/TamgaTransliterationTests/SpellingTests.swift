import TamgaText
import Testing

@testable import TamgaTransliteration

/// The way back: native spellings from romanisations, Russian forms and Arabic script.
@Suite struct SpellingTests {
  @Test(arguments: [
    ("kk-Cyrl", "en", "Qunanbaiuli", "Құнанбайұлы"),
    ("kk-Cyrl", "en", "Kunanbaiuly", "Құнанбайұлы"),
    ("kk-Cyrl", "ru", "Кунанбайулы", "Құнанбайұлы"),
    ("kk-Cyrl", "en", "Nazarbayev", "Назарбаев"),
    ("kk-Cyrl", "en", "Tokayev", "Тоқаев"),
    ("az-Latn", "en", "Aliyev", "Əliyev"),
    ("az-Latn", "ru", "Алиев", "Əliyev"),
    ("az-Latn", "ru", "Мамедов", "Məmmədov"),
    // Latin letters in a column of Russian, and native ones in a column of English.
    ("kk-Cyrl", "ru", "Zhambyl", "Жамбыл"),
    ("az-Latn", "en", "Böyükqışlaq", "Böyükqışlaq"),
    // Shapes of persons' names.
    ("az-Latn", "ru", "Алиев Ильхам Гейдар оглы", "Əliyev İlham Heydər oğlu"),
    ("kk-Cyrl", "en", "NAZARBAYEV Nursultan", "Нұрсұлтан НАЗАРБАЕВ"),
    // Words of kinds, directions and patronymics.
    ("az-Latn", "en", "Lachin District", "Laçın rayonu"),
    ("kk-Cyrl", "ru", "Жамбылский район", "Жамбыл ауданы"),
    ("kk-Cyrl", "ru", "Нурлан Серикович", "Нұрлан Серікұлы"),
  ])
  func amongTheFirstTwo(
    _ target: String, _ source: String, _ name: String, _ native: String
  ) throws {
    let spelling = try NativeSpelling(
      #require(Language(tag: target)), from: #require(Language(tag: source)))
    let found = spelling.candidates(name, count: 2)
    #expect(found.map(\.text).contains(native), "\(name): \(found)")
  }

  @Test("a capital I is no letter that only Azerbaijani has")
  func capitalOfDotlessI() throws {
    let spelling = try NativeSpelling(.azLatn, from: .en)
    for (name, native) in [
      ("Ilham Aliyev", "İlham Əliyev"), ("Imadaddin Nasimi", "İmadəddin Nəsimi"),
      ("Ilgar Mammadov", "İlqar Məmmədov"),
    ] {
      #expect(spelling.candidates(name, count: 1).first?.text == native)
    }
  }

  @Test func capitalsFollowAndProbabilitiesAddUp() throws {
    let spelling = try NativeSpelling(.kkCyrl, from: .ru)
    let found = spelling.candidates("КУНАНБАЕВ Абай", count: 5)
    #expect(found.first?.text == "ҚҰНАНБАЕВ Абай")
    #expect(found.map(\.probability).reduce(0, +) <= 1.0001)
    #expect(spelling.candidates("", count: 3).map(\.text) == [""])
    let again = try NativeSpelling(.kkCyrl, from: .ru)
    #expect(spelling.candidates("Орал", count: 5) == again.candidates("Орал", count: 5))
  }

  @Test func unknownPairsAreRefused() {
    #expect(throws: SchemeError.noWay(from: "ru", to: "en")) {
      try NativeSpelling(.en, from: .ru)
    }
  }
}

/// Russian patronymics, taken back to the father's name.
@Suite struct PatronymicTests {
  private func bases(_ word: String) -> [String]? {
    Patronymic(word.unicodeScalars.map(\.value))?.bases.map { base in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: base.compactMap(Unicode.Scalar.init))
      return String(text)
    }
  }

  @Test func fathers() {
    #expect(bases("серикович") == ["серик"])
    #expect(bases("алтаевич")?.first == "алтай")
    #expect(bases("зайруллаевич")?.contains("зайрулла") == true)
    #expect(bases("амангельдинович")?.contains("амангельди") == true)
    #expect(bases("kabdollinovich")?.contains("kabdolla") == true)
    #expect(bases("назарбаев") == nil)
  }

  /// Kazakh leaves the patronymics of Russian names, and turns the others into its own.
  @Test func slavicFathers() {
    func isSlavic(_ word: String) -> Bool? {
      Patronymic(word.unicodeScalars.map(\.value))?.isSlavic
    }
    #expect(isSlavic("яковлевич") == true)
    #expect(isSlavic("яковлевна") == true)
    #expect(isSlavic("yakovlevich") == true)
    #expect(isSlavic("бирмагамбетовна") == false)
    #expect(isSlavic("нурланулы") == false)
  }
}

/// The Russian letters behind a romanisation.
@Suite struct RussianLettersTests {
  private func russian(_ word: String) -> String? {
    RussianLetters.behind(word.unicodeScalars.map(\.value)).map { letters in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: letters.compactMap(Unicode.Scalar.init))
      return String(text)
    }
  }

  @Test func words() {
    #expect(russian("amangel’dy") == "амангельды")
    #expect(russian("zhanaozen") == "жанаозен")
    #expect(russian("dzhezkazgan") == "джезказган")
    #expect(russian("aydarlinskiy") == "айдарлинский")
    #expect(russian("shchuch’ye") == "щучье")
    #expect(russian("qaraghandy") == nil)
    #expect(russian("") == nil)
  }
}
