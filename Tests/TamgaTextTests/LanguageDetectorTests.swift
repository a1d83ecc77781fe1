import TamgaText
import TestSupport
import Testing

@Suite struct LanguageDetectorTests {
  private let detector = LanguageDetector.shipped

  @Test(arguments: [
    ("Heydər Əliyev", Language.azLatn), ("Һејдәр Әлијев", .azCyrl), ("Гейдар Алиев", .ru),
    ("Құнанбайұлы Абай", .kkCyrl), ("Qūnanbaiūly Abai", .kkLatn), ("John Smith", .en),
    ("Шевченко Тарас Григорьевич", .ru), ("Любов Олійник", .uk),
  ])
  func plainNames(name: String, language: Language) {
    let found = detector.detect(name)
    #expect(found.language == language, "\(found.candidates.prefix(3))")
    #expect(found.candidates.map(\.probability).reduce(0, +) > 0.999)
  }

  @Test func whatHasNoLettersIsUndecided() {
    let found = detector.detect("123 – 45")
    #expect(found.language == nil)
    #expect(found.script == .common)
    #expect(found.candidates.isEmpty)
    #expect(detector.detect("").confidence == 0)
  }

  @Test func decomposedAndCapitalLettersMakeNoDifference() {
    #expect(detector.detect("Қасым Тоқаев") == detector.detect("ҚАСЫМ ТОҚАЕВ"))
    #expect(detector.detect("Андрей Иванов") == detector.detect("Андреи\u{306} Иванов"))
  }

  /// The figure on the project’s own list, over the languages Tamga is for, and the orders of Kazakh Latin.
  @Test func theCorpusIsTold() throws {
    var all = 0
    var right = 0
    var orders = 0
    var orderly = 0
    for row in try TestFiles.rows(TestFiles.corpus("gold/language.tsv")) {
      let found = detector.detect(row[0])
      if row[1] == "kk-Latn" {
        orders += 1
        if (found.order?.rawValue ?? "") == row[2] { orderly += 1 }
      }
      guard ["az", "kk", "ru", "en"].contains(row[1].prefix(2)) else { continue }
      all += 1
      if found.candidates.first?.language.rawValue == row[1] { right += 1 }
    }
    #expect(Double(right) / Double(all) >= 0.97, "\(right) of \(all)")
    #expect(Double(orderly) / Double(orders) >= 0.9, "\(orderly) of \(orders)")
  }

  @Test func aColumnHasALanguageWhenItsRowsAgree() {
    let names = NameBatch([
      "Heydər Əliyev", "Rəşid Behbudov", "Üzeyir Hacıbəyov", "Vaqif Səmədoğlu",
    ])
    #expect(detector.language(ofColumn: names) == .azLatn)
    let mixed = NameBatch(["Heydər Əliyev", "John Smith", "Ayşe Yılmaz", "William Jones"])
    #expect(detector.language(ofColumn: mixed) == nil)
  }

  @Test func aColumnSpeaksForTheNamesThatLeaveItOpen() {
    let candidates = [
      DetectedLanguage.Candidate(language: .en, probability: 0.6),
      DetectedLanguage.Candidate(language: .azLatn, probability: 0.4),
    ]
    let found = DetectedLanguage(script: .latin, candidates: candidates, language: .en, order: nil)
    let placed = found.inColumn(of: .azLatn)
    #expect(placed.language == .azLatn)
    #expect(abs(placed.confidence - 1.6 / 2.2) < 1e-9)
    #expect(abs(placed.candidates.map(\.probability).reduce(0, +) - 1) < 1e-9)
    #expect(found.inColumn(of: .ru) == found)
  }

  @Test func theCapitalIOfAFileIsDecidedByItsOtherNames() {
    let lines = Array("Rəşid Behbudov\nIşıq Bağırova\nCəfər Cabbarlı\n".utf8)
    #expect(detector.dotlessLanguage(of: lines.span) == .azLatn)
    let column = NameBatch(["Rəşid Behbudov", "Işıq Bağırova", "Cəfər Cabbarlı"])
    #expect(detector.dotlessLanguage(ofColumn: column) == .azLatn)
    #expect(detector.dotlessLanguage(ofColumn: NameBatch(["Rashid Behbudov"])) == nil)
    let plain = Array("Rashid Behbudov\nIvan Petrov\n".utf8)
    #expect(detector.dotlessLanguage(of: plain.span) == nil)
  }
}
