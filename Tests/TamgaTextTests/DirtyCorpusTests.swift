import TamgaText
import TestSupport
import Testing

/// The project's own dirty names with the clean form each must become.
@Suite struct DirtyCorpusTests {
  @Test func everyRowIsCleaned() throws {
    let rows = try TestFiles.rows(TestFiles.corpus("gold/dirty.tsv"))
    var wrong: [String] = []
    for row in rows {
      let dirty = TestFiles.unescaped(row[0])
      let wanted = TestFiles.unescaped(row[1])
      let cleaner = NameCleaner(CleaningOptions())
      let result = cleaner.clean(dirty)
      if Array(result.text.utf8) != Array(wanted.utf8) {
        wrong.append("\(row[0]) → \(result.text) ≠ \(row[1]) [\(row[2])] \(row[4])")
      }
    }
    let share = Double(rows.count - wrong.count) / Double(rows.count)
    #expect(share >= 0.999, "\(wrong.count) of \(rows.count):\n\(wrong.joined(separator: "\n"))")
  }
}
