import TamgaICU
import Testing

/// UAX #29's own test of word boundaries, whole.
@Suite struct WordBreakConformanceTests {
  @Test func theWholeFileOfTheStandard() throws {
    guard let lines = try UnicodeFiles.lines("auxiliary/WordBreakTest.txt") else {
      print("skipped: the package unicode-data is not installed")
      return
    }
    guard UnicodeFiles.version(lines) == ICU.unicodeVersion else {
      print("skipped: the file is of another Unicode version than ICU’s \(ICU.unicodeVersion)")
      return
    }
    // CLDR’s root takes the colon out of words, against the standard; Swedish keeps it.
    let words = ICU.BreakIterator(.words, locale: "sv")
    var rows = 0
    var wrong: [String] = []
    for line in lines where !line.hasPrefix("#") {
      var units: [UInt16] = []
      var wanted: [Int] = []
      for cell in line.prefix(while: { $0 != "#" }).split(whereSeparator: { " \t".contains($0) }) {
        switch cell {
        case "÷": wanted.append(units.count)
        case "×": break
        default: units += UnicodeFiles.units(cell)
        }
      }
      rows += 1
      if try words.boundaries(in: units) != wanted { wrong.append(String(line)) }
    }
    #expect(rows > 1_800)
    #expect(wrong.isEmpty, "\(wrong.count) of \(rows), such as \(wrong.prefix(3))")
  }
}
