import TamgaText
import TestSupport
import Testing

/// The project's own dirty names with the clean form each must become.
@Suite struct DirtyCorpusTests {
  /// With nothing known but the name; a few rows need to be told their language.
  @Test func nearlyEveryRowIsCleanedUnaided() throws {
    let wrong = try wrong { _ in nil }
    #expect(wrong.share >= 0.985, "\(wrong.rows.joined(separator: "\n"))")
  }

  @Test func everyRowIsCleanedWhenItsLanguageIsKnown() throws {
    let wrong = try wrong { Language(tag: $0) }
    #expect(wrong.share >= 0.995, "\(wrong.rows.joined(separator: "\n"))")
  }

  private func wrong(
    _ language: (String) -> Language?
  ) throws -> (rows: [String], share: Double) {
    let rows = try TestFiles.rows(TestFiles.corpus("gold/dirty.tsv"))
    var wrong: [String] = []
    for row in rows {
      let cleaner = NameCleaner(CleaningOptions(language: language(row[2])))
      let result = cleaner.clean(TestFiles.unescaped(row[0]))
      if Array(result.text.utf8) != Array(TestFiles.unescaped(row[1]).utf8) {
        wrong.append("\(row[0]) → \(result.text) ≠ \(row[1]) [\(row[2])] \(row[4])")
      }
    }
    return (wrong, Double(rows.count - wrong.count) / Double(rows.count))
  }
}
