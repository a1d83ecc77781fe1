import TamgaText
import TamgaTransliteration
import Testing

@Suite struct SchemeDetectorTests {
  @Test(arguments: [
    ("Iuliia Shcheglova", "ru", ["ru-icao"]),
    ("Yuliya", "ru", ["ru-bgn", "ru-mvd-782"]),
    ("Julija", "ru", ["ru-scholarly"]),
    ("Qasym-Jomart", "kk-Latn", ["kk-2018", "kk-2021", "kk-qazaqparat"]),
    ("Qasım-Jomart", "kk-Latn", ["kk-qazaqparat"]),
    ("Kasym-Zhomart", "kk-Latn", ["kk-passport"]),
  ])
  func likeliest(_ form: String, _ language: String, _ schemes: [String]) throws {
    let guesses = SchemeDetector.shipped.rank(
      form, language: try #require(Language(tag: language)))
    #expect(schemes.contains(guesses.first?.scheme ?? ""), "\(guesses.prefix(4))")
    #expect(abs(guesses.map(\.probability).reduce(0, +) - 1) < 1e-6)
  }

  @Test func aColumnIsSurerThanAName() throws {
    let one = SchemeDetector.shipped.rank("Yuliya", language: .ru)
    let column = SchemeDetector.shipped.rank(
      column: ["Yuliya", "Vasil’yev", "Yëlkin", "Shchukin", "Podyachev"], language: .ru)
    #expect(column.first?.scheme == "ru-bgn")
    #expect((column.first?.probability ?? 0) > (one.first?.probability ?? 1))
    #expect(SchemeDetector.shipped.rank("Müller", language: .de).isEmpty)
  }
}
