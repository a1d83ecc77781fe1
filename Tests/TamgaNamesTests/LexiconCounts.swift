import TamgaLexicons

/// The table of Lexicons/README.md that counts the rows of what people write.
enum LexiconCounts {
  static let mark = "<!-- counted by tools/check-lexicons -->"

  static func table(_ lexicons: Lexicons) -> String {
    var lines = ["| file | rows | of these |", "|---|---|---|"]
    for path in lexicons.overlayTargets where path.hasSuffix(".tsv") {
      guard let table = try? lexicons.table(path) else { continue }
      lines.append("| \(path) | \(table.rowCount) | \(parts(table)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a table's rows are, where one of its columns says it.
  private static func parts(_ table: LexiconTable) -> String {
    guard let column = table.column("gender") ?? table.column("class") ?? table.column("country"),
      table.path != "organizations/legal-forms.tsv"
    else { return "" }
    var counts: [String: Int] = [:]
    table.forEachRow { counts[$0[column], default: 0] += 1 }
    counts[""] = nil
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8)
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
