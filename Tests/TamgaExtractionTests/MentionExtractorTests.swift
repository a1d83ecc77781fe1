import TamgaExtraction
import TamgaText
import Testing

struct MentionExtractorTests {
  private func names(_ text: String) -> [String] {
    MentionExtractor.shipped.extract(text).map { "\($0.type.rawValue): \($0.normalized)" }
  }

  @Test func rangesAreScalarsOfTheText() throws {
    let text = "e\u{301} 👨\u{200D}👩 O gün Heydər Əliyev Bakıdan getdi."
    let scalars = Array(text.unicodeScalars)
    let mentions = MentionExtractor.shipped.extract(text)
    #expect(mentions.map(\.text) == ["Heydər Əliyev", "Bakıdan"])
    for mention in mentions {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[mention.range])
      #expect(String(view) == mention.text)
    }
    #expect(mentions[1].normalized == "Bakı")
    #expect(mentions[1].language == .azLatn)
  }

  @Test(arguments: [
    ("Ол Ақтауда және Қарағандыдан келген.", ["place: Ақтау", "place: Қарағанды"]),
    ("Он видел Гейдара Алиева в Железноводске.", ["person: Гейдар Алиев", "place: Железноводск"]),
    ("Песни Розы Рымбаевой звучали всюду.", ["person: Роза Рымбаева"]),
    ("Bu, Qazaxıstanın və Azərbaycanın işidir.", ["place: Qazaxıstan", "place: Azərbaycan"]),
    ("It was Armenia's and Aliyev’s answer.", ["place: Armenia", "person: Aliyev"]),
    ("Абай Құнанбайұлының өлеңдері белгілі.", ["person: Абай Құнанбайұлы"]),
    ("О, Бакыда вә Москвада охумушду вә ишләмишди.", ["place: Бакы", "place: Москва"]),
    ("TÜRKSOY-a üzv olan ölkələr və təşkilatlar.", ["organization: TÜRKSOY"]),
  ])
  func baseForms(_ text: String, _ expected: [String]) {
    #expect(names(text) == expected)
  }

  @Test(arguments: [
    (
      "Они учились в Казахском национальном университете имени аль-Фараби.",
      ["organization: Казахский национальный университет имени аль-Фараби"]
    ),
    (
      "Әл-Фараби атындағы Қазақ ұлттық университеті мен олардың достары.",
      ["organization: Әл-Фараби атындағы Қазақ ұлттық университеті"]
    ),
    (
      "O, Üzeyir Hacıbəyli adına Bakı Musiqi Akademiyasında oxuyub.",
      ["organization: Üzeyir Hacıbəyli adına Bakı Musiqi Akademiyası"]
    ),
    (
      "He worked at the Ministry of Foreign Affairs of Kazakhstan and at Baku State University.",
      [
        "organization: Ministry of Foreign Affairs of Kazakhstan",
        "organization: Baku State University",
      ]
    ),
    (
      "The talks of the Commonwealth of Independent States (CIS) failed.",
      ["organization: Commonwealth of Independent States", "organization: CIS"]
    ),
  ])
  func organizations(_ text: String, _ expected: [String]) {
    #expect(names(text) == expected)
  }

  @Test(arguments: [
    ("Diaspora «Vətən» qəzetini oxuyur və bu ona kömək edir.", ["work: Vətən"]),
    ("A newspaper named \"Vətən\" was published in Baku.", ["work: Vətən", "place: Baku"]),
    ("He was awarded the medal \"Astana\" for it.", []),
    ("They signed the \"Agreement on Delimitation of the Sea\" that day.", []),
    (
      "The operetta Arshin Mal Alan by Uzeyir Hajibeyov was sung.",
      ["work: Arshin Mal Alan", "person: Uzeyir Hajibeyov"]
    ),
  ])
  func quotationsAndTitles(_ text: String, _ expected: [String]) {
    #expect(names(text) == expected)
  }

  @Test(arguments: [
    "See also", "References", "Retrieved April 14, 2010.",
    "On Monday, 5 May, the weather was good.",
    "Many Azeris and Kazakhs speak Russian.",
    "Visit http://www.Example.org/Path or Newskaz.ru today.",
    "Both countries have it.[1][2]", "В понедельник, 5 мая, было тепло.",
  ])
  func noNames(_ text: String) {
    #expect(names(text).isEmpty)
  }

  @Test func bareSurnamesAreExplainedByTheDocument() {
    let found = names(
      "Nursultan Nazarbayev paid a visit to Baku. Nazarbayev was glad. Сатпаев. ")
    #expect(found.contains("person: Nazarbayev"))
  }

  @Test func tablesAndLines() {
    let found = names("Azerbaijan |\nKazakhstan |\n---|\nAzerbaijan–Kazakhstan relations are good.")
    #expect(
      found
        == Array(repeating: ["place: Azerbaijan", "place: Kazakhstan"], count: 2).flatMap { $0 })
  }

  @Test func compoundsOfPlacesAreTakenApart() {
    #expect(
      names("It is in the Baku-Tbilisi-Ceyhan project.").prefix(2)
        == ["place: Baku", "place: Tbilisi"])
  }

  @Test func emptyTexts() {
    for text in ["", " ", "\n\n", "…", "—", "\u{FEFF}", "|||", "«", "\"", "."] {
      #expect(names(text).isEmpty)
    }
  }
}
