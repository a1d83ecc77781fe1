import TamgaICU
import TamgaText
import Testing

@Suite struct EncodingTests {
  private static let names = """
    Гейдар Алиев
    Абай Кунанбаев
    Нурсултан Назарбаев
    Пушкин Александр Сергеевич

    """
  private static let turkish = "İsmayıl Şıxəliyev\nGülşən Çobanoğlu\nÖmer Güneş\n"
    .replacing("ə", with: "e")

  private func bytes(_ text: String, _ encoding: String) throws -> [UInt8] {
    try ICU.CharsetConverter(encoding).encode(text)
  }

  private func decode(_ bytes: [UInt8], _ encoding: TextEncoding, block: Int) -> (String, Int) {
    var decoder = TextDecoder(encoding)
    var output = ByteBuffer()
    var start = 0
    repeat {
      let end = min(start + block, bytes.count)
      decoder.decode(
        bytes.span.extracting(start..<end), isLast: end == bytes.count, into: &output)
      start = end
    } while start < bytes.count
    return (String(decoding: output.array, as: UTF8.self), decoder.invalidCount)
  }

  @Test(arguments: [1, 2, 3, 7, 4096])
  func blocksMayCutCharacters(block: Int) throws {
    for (encoding, name) in [
      (TextEncoding.windows1251, "windows-1251"), (.koi8R, "KOI8-R"),
      (.utf16LittleEndian, "UTF-16LE"),
      (.utf16BigEndian, "UTF-16BE"), (.utf8, "UTF-8"),
    ] {
      let found = decode(try bytes(Self.names, name), encoding, block: block)
      #expect(found.0 == Self.names, "\(name)")
      #expect(found.1 == 0)
    }
  }

  @Test func marksAreTakenAwayAndDecideTheOrder() throws {
    let little = [0xFF, 0xFE] + (try bytes("Абай", "UTF-16LE"))
    let big = [0xFE, 0xFF] + (try bytes("Абай", "UTF-16BE"))
    #expect(decode(little, .utf16, block: 64).0 == "Абай")
    #expect(decode(big, .utf16, block: 64).0 == "Абай")
    #expect(decode([0xEF, 0xBB, 0xBF, 0x41], .utf8, block: 64).0 == "A")
  }

  @Test(arguments: ["windows-1251", "koi8-r", "utf-16le", "utf-16be", "utf-8"])
  func cyrillicFilesAreTold(name: String) throws {
    let sample = try bytes(Self.names, name)
    #expect(EncodingDetector.detect(sample.span).encoding.rawValue == name)
    let capitals = try bytes(Self.names.uppercased(), name)
    #expect(EncodingDetector.detect(capitals.span).encoding.rawValue == name)
  }

  @Test func turkicFilesAreTold() throws {
    let sample = try bytes(Self.turkish, "windows-1254")
    let guess = EncodingDetector.detect(sample.span)
    #expect(guess.encoding == .windows1254)
    #expect(
      guess.sentence
        == "read as windows-1254: it is not UTF-8, and its letters fit Turkish or Azerbaijani best")
  }

  @Test func illFormedBytesAreCountedByLine() {
    var decoder = TextDecoder(.utf8)
    var output = ByteBuffer()
    let text: [UInt8] = [0x41, 0x0A, 0xFF, 0x42, 0xC3, 0x0A, 0x0A, 0xE2, 0x80]
    decoder.decode(text.span, isLast: true, into: &output)
    #expect(decoder.invalidCount == 3)
    #expect(decoder.invalidLines == [2, 4])
    #expect(String(decoding: output.array, as: UTF8.self) == "A\n\u{FFFD}B\u{FFFD}\n\n\u{FFFD}")
  }

  @Test func namesOfEncodingsAreUnderstood() {
    #expect(TextEncoding(name: "CP1251") == .windows1251)
    #expect(TextEncoding(name: "UTF8") == .utf8)
    #expect(TextEncoding(name: "latin5") == .iso88599)
    #expect(TextEncoding(name: "koi9") == nil)
  }
}
