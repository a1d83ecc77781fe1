import TamgaICU
import Testing

@Suite struct ICUServiceTests {
  @Test func casesAreThoseOfTheLocaleGiven() throws {
    let azerbaijani = try ICU.CaseMapper(locale: "az")
    #expect(try azerbaijani.lowercase("IŞIQ BAĞIROVA") == "ışıq bağırova")
    #expect(try azerbaijani.lowercase("İLHAM") == "ilham")
    #expect(try azerbaijani.uppercase("ismayıl") == "İSMAYIL")
    let root = try ICU.CaseMapper(locale: "")
    #expect(try root.lowercase("IVAN") == "ivan")
  }

  @Test func aConverterThatIsNotThereIsNamed() {
    let error = #expect(throws: ICUError.self) { try ICU.CharsetConverter("koi9") }
    #expect(error?.description == "ICU could not open the converter \"koi9\": U_FILE_ACCESS_ERROR.")
    #expect(error?.symbol == "U_FILE_ACCESS_ERROR")
  }

  @Test func rulesThatFailAreNamedWithTheirPlace() {
    let error = #expect(throws: ICUError.self) {
      try ICU.Transform(identifier: "wrong", rules: "a > b;\n[ > c;")
    }
    #expect(error?.position != nil)
    let sentence = error?.description ?? ""
    #expect(sentence.hasPrefix("ICU could not open the transform \"wrong\" at line"))
  }

  @Test func aTransformThatIsNotThereIsNamed() {
    let error = #expect(throws: ICUError.self) { try ICU.Transform(identifier: "Nowhere-Latin") }
    #expect(error?.symbol == "U_INVALID_ID")
  }

  @Test(arguments: ["windows-1251", "KOI8-R", "UTF-16LE"])
  func convertersGoThereAndBack(name: String) throws {
    let converter = try ICU.CharsetConverter(name)
    let bytes = try converter.encode("Гейдар Алиев")
    var invalid = 0
    let back = try converter.decode(bytes, isLast: true, invalid: &invalid)
    #expect(String(decoding: back, as: UTF8.self) == "Гейдар Алиев")
    #expect(invalid == 0)
  }

  @Test func handlesAreSafeAcrossThreads() async throws {
    let mapper = try ICU.CaseMapper(locale: "tr")
    let normalizer = try ICU.Normalizer(.nfc)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<500 {
            guard try mapper.lowercase("IĞDIR") == "ığdır",
              try normalizer.normalize("Андреи\u{306}") == "Андрей"
            else { return false }
          }
          return true
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
