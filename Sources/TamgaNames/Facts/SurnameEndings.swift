internal import TamgaLexicons
internal import TamgaText

/// The endings of family names.
struct SurnameEndings: Sendable {
  struct Row: Sendable {
    var tradition: SurnameEnding
    var gender: Gender?
    /// 1 a hint, 2 something, 3 much.
    var strength: UInt8
  }

  private(set) var rows: [Row] = []
  private(set) var index = EndingIndex()

  init(_ lexicons: Lexicons) {
    let strengths: [String: UInt8] = ["faint": 1, "weak": 2, "strong": 3]
    lexicons.forEachRow("names/surname-endings.tsv") { row in
      guard let tradition = SurnameEnding(tag: row[1]), let strength = strengths[row[3]] else {
        return
      }
      let gender: Gender? = row[2] == "m" ? .male : row[2] == "f" ? .female : nil
      index.insert(row.foldedLetters(0).span, row: rows.count)
      rows.append(Row(tradition: tradition, gender: gender, strength: strength))
    }
  }
}
