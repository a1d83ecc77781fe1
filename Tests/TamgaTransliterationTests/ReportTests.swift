import TamgaText
import TamgaTransliteration
import Testing

@Suite struct ReportTests {
  @Test func lossesAreNamed() throws {
    let report = try Transliterator("ru-icao").report("Әлия Ёлкина, Игорь")
    #expect(report.text == "Aliia Elkina, Igor")
    let found = report.changes.map { "\($0.kind.rawValue) \($0.letter) \($0.result)" }
    #expect(found.contains("folded Ә A"))
    #expect(found.contains("merged Ё E"))
    #expect(found.contains("dropped ь "))
  }

  @Test func errorsAreSentences() {
    #expect(
      SchemeError.unknown("ru-ica", nearest: ["ru-icao"]).description
        == "There is no scheme \"ru-ica\". Nearest: ru-icao. \"tamga schemes\" lists all.")
    #expect(
      SchemeError.noWay(from: "de", to: "ru").description
        == "There is no way from de to ru. \"tamga schemes\" lists what there is.")
    #expect(
      SchemeError.syntax("x", "a rule without ;").description
        == "The rules of x hold what Tamga's schemes may not: a rule without ;.")
  }

  @Test func asciiSchemesGiveASCII() throws {
    let small = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяҝҹј"
    let letters = small + small.uppercased()
    for scheme in SchemeCatalog.shipped.schemes
    where scheme.isASCII && scheme.from.hasSuffix("Cyrl") {
      let transliterator = try Transliterator(scheme)
      for first in letters {
        let alone = transliterator.transliterate(String(first))
        #expect(
          alone.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(scheme.id): \(first) \(alone)")
      }
    }
  }

  @Test func illFormedBytesBecomeReplacementCharacters() throws {
    let transducer = try Transliterator("ru-icao").transducer
    var output = ByteBuffer()
    let bytes: [UInt8] = [0xD0, 0x90, 0xFF, 0xD0, 0xB1]
    transducer.apply(bytes.span, into: &output)
    #expect(String(decoding: output.array, as: UTF8.self) == "A\u{FFFD}b")
  }
}
