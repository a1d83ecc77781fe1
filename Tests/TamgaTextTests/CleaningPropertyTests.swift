import TestSupport
import Testing

@testable import TamgaText

/// What holds for any text whatever.
@Suite struct CleaningPropertyTests {
  private func friendly(_ bytes: [UInt8]) -> [UInt8] {
    Array(NameCleaner().clean(String(decoding: bytes, as: UTF8.self)).text.utf8)
  }

  @Test func cleaningTwiceIsCleaningOnce() {
    var names = RandomNames(seed: 11)
    for _ in 0..<30_000 {
      let once = friendly(names.next())
      #expect(friendly(once) == once)
    }
  }

  @Test func bulkAndFriendlyGiveTheSameBytes() {
    var names = RandomNames(seed: 5)
    var bulk = BulkNameCleaner()
    var block: [UInt8] = []
    var wanted: [UInt8] = []
    for _ in 0..<30_000 {
      let name = names.next()
      let clean = friendly(name)
      var output = ByteBuffer()
      bulk.clean(name.span, into: &output)
      #expect(output.array == clean)
      block += name + [0x0A]
      wanted += clean + [0x0A]
    }
    var output = ByteBuffer()
    var cleaner = BlockCleaner()
    let report = cleaner.clean(block.span, into: &output)
    #expect(report.lines == 30_000)
    #expect(output.array == wanted)
  }

  @Test func namesThatPassTheGateNeedNoCleaning() throws {
    let gate = CleanGate(repairsCase: true)
    var passed = 0
    for row in try TestFiles.rows(TestFiles.corpus("gold/language.tsv")) {
      let bytes = Array(row[0].utf8)
      guard gate.passes(bytes.span) else { continue }
      passed += 1
      var pass = CleaningPass(options: CleaningOptions(), recording: false)
      pass.run(bytes.span)
      #expect(UTF8Decoding.text(pass.text.scalars) == row[0])
    }
    #expect(passed > 300)
  }

  @Test func longLinesNulsAndLoneMarksDoNotTrap() {
    let long = [UInt8](repeating: 0x41, count: 10 << 20)
    var output = ByteBuffer()
    var cleaner = BlockCleaner()
    let report = cleaner.clean(long.span, into: &output)
    #expect(report.lines == 1)
    #expect(output.count == long.count + 1)
    #expect(NameCleaner().clean("\u{0}").text.isEmpty)
    #expect(NameCleaner().clean("\u{301}").text.unicodeScalars.count <= 1)
    #expect(NameCleaner().clean("").text.isEmpty)
    #expect(friendly([0xFF, 0xC3, 0xE2, 0x80]).isEmpty == false)
  }

  @Test func linesEndAsTheyShould() {
    var output = ByteBuffer()
    var cleaner = BlockCleaner()
    let block = Array("Əliyev\r\n\n  Rəşad \nABBAS".utf8)
    let report = cleaner.clean(block.span, into: &output)
    #expect(String(decoding: output.array, as: UTF8.self) == "Əliyev\n\nRəşad\nAbbas\n")
    #expect(report.lines == 4)
    #expect(report.changed == 2)
  }

  @Test func invalidBytesAreNamedByLine() {
    var output = ByteBuffer()
    var cleaner = BlockCleaner()
    let block = Array("Abay\n".utf8) + [0x41, 0xFF, 0x62, 0x0A]
    let report = cleaner.clean(block.span, into: &output)
    #expect(report.invalid == [1])
    #expect(report.invalidCount == 1)
    #expect(String(decoding: output.array, as: UTF8.self) == "Abay\nA\u{FFFD}b\n")
  }
}
