import TamgaICU
import Testing

/// UAX #15's own test of all four forms, whole.
@Suite struct NormalizationConformanceTests {
  @Test func theWholeFileOfTheStandard() throws {
    guard let lines = try UnicodeFiles.lines("NormalizationTest.txt") else {
      print("skipped: the package unicode-data is not installed")
      return
    }
    guard UnicodeFiles.version(lines) == ICU.unicodeVersion else {
      print("skipped: the file is of another Unicode version than ICU’s \(ICU.unicodeVersion)")
      return
    }
    let nfc = try ICU.Normalizer(.nfc)
    let nfd = try ICU.Normalizer(.nfd)
    let nfkc = try ICU.Normalizer(.nfkc)
    let nfkd = try ICU.Normalizer(.nfkd)
    var rows = 0
    var wrong: [String] = []
    var listed: Set<[UInt16]> = []
    var part = ""
    for line in lines {
      if line.hasPrefix("@") { part = String(line.prefix(6)) }
      guard !line.hasPrefix("#"), !line.hasPrefix("@") else { continue }
      let cells = line.split(separator: ";", omittingEmptySubsequences: false).prefix(5)
        .map { UnicodeFiles.units($0) }
      guard cells.count == 5 else { continue }
      rows += 1
      if part == "@Part1" { listed.insert(cells[0]) }
      let isRight =
        try [0, 1, 2].allSatisfy { try nfc.normalize(cells[$0]) == cells[1] }
        && [3, 4].allSatisfy { try nfc.normalize(cells[$0]) == cells[3] }
        && [0, 1, 2].allSatisfy { try nfd.normalize(cells[$0]) == cells[2] }
        && [3, 4].allSatisfy { try nfd.normalize(cells[$0]) == cells[4] }
        && cells.allSatisfy { try nfkc.normalize($0) == cells[3] }
        && cells.allSatisfy { try nfkd.normalize($0) == cells[4] }
      if !isRight { wrong.append(String(line)) }
    }
    #expect(rows > 18_000)
    #expect(wrong.isEmpty, "\(wrong.count) of \(rows), such as \(wrong.prefix(3))")
    // Every other code point is the same in all forms.
    var changed = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let units = Array(String(scalar).utf16)
      if listed.contains(units) { continue }
      for form in [nfc, nfd, nfkc, nfkd] where try form.normalize(units) != units { changed += 1 }
    }
    #expect(changed == 0)
  }
}
