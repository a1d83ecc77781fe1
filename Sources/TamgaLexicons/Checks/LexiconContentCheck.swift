/// What the cells of tables hold: letters of their language, known words, keys of other tables,
/// genders that agree.
public struct LexiconContentCheck: Sendable {
  private let lexicons: Lexicons
  private let alphabets: Alphabets

  /// Reads the alphabets.
  ///
  /// - Throws: `LexiconError` when there are none.
  public init(_ lexicons: Lexicons) throws(LexiconError) {
    self.lexicons = lexicons
    alphabets = try Alphabets(lexicons)
  }

  /// Everything wrong with the cells of all shipped tables, table by table.
  public func faults() -> [LexiconError] {
    lexicons.paths.flatMap { path in
      (try? lexicons.table(path)).map { faults(of: $0, as: path) } ?? []
    }
  }

  /// Everything wrong with the cells of a table that has the columns of the shipped table `path`.
  public func faults(of table: LexiconTable, as path: String) -> [LexiconError] {
    let rules = table.columns.map { CellRule.tables[path]?[$0] }
    let keys = referenced(rules)
    let genders = genders(of: path)
    var faults: [LexiconError] = []
    table.forEachRow { row in
      let cells = row.cells
      for (rule, cell) in zip(rules, cells) {
        guard let rule, !cell.isEmpty else { continue }
        for fault in Self.values(cell).compactMap({ self.fault(in: $0, rule, keys) }) {
          faults.append(LexiconError(file: table.path, line: row.line, fault: fault))
        }
      }
      for fault in clashes(cells, genders) {
        faults.append(LexiconError(file: table.path, line: row.line, fault: fault))
      }
    }
    return faults
  }

  private static func values(_ cell: String) -> [Substring] { cell.split(separator: "|") }

  // MARK: - One value

  private func fault(in value: Substring, _ rule: CellRule, _ keys: Set<String>) -> String? {
    switch rule {
    case .letters(let language): stranger(value, language)
    case .tagged: taggedFault(value)
    case .word(let words):
      words.contains(String(value))
        ? nil
        : "\"\(value)\" is none of \(words.sorted().joined(separator: ", "))"
    case .keys(let paths):
      keys.contains(String(value)) ? nil : "\"\(value)\" is no key of \(paths[0])"
    }
  }

  private func stranger(_ value: Substring, _ language: String) -> String? {
    alphabets.stranger(in: String(value), of: language).map {
      "\"\(value)\" has the letter \"\($0)\" (U+\(Self.hexadecimal($0))), which is not of \(language)"
    }
  }

  private func taggedFault(_ value: Substring) -> String? {
    guard let colon = value.firstIndex(of: ":"), colon > value.startIndex else {
      return "\"\(value)\" is not of the form lang:Form"
    }
    var language = String(value[..<colon])
    let form = value[value.index(after: colon)...]
    if form.isEmpty { return "\"\(value)\" is not of the form lang:Form" }
    // The feminine of a surname, and patronymics, stand in the forms of Russian names.
    if language == "f" || language == "patronymic" { language = "ru" }
    return stranger(form, language)
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  // MARK: - Other tables

  private func referenced(_ rules: [CellRule?]) -> Set<String> {
    var keys: Set<String> = []
    for case .keys(let paths)? in rules {
      for path in paths { lexicons.forEachRow(path) { keys.insert($0[0]) } }
    }
    return keys
  }

  /// The columns of a table whose values are given names, each with the genders of those names.
  private func genders(of path: String) -> [(column: Int, genders: [String: String])] {
    let languages: [(Int, String)] =
      switch path {
      case "names/diminutives-az.tsv": [(2, "az")]
      case "names/diminutives-kk.tsv": [(2, "kk")]
      case "names/diminutives-ru.tsv": [(2, "ru")]
      case "names/shared.tsv": [(2, "az"), (3, "kk"), (4, "ru")]
      default: []
      }
    return languages.map { column, language in
      var genders: [String: String] = [:]
      lexicons.forEachRow("names/given-\(language).tsv") { genders[$0[0]] = $0[1] }
      return (column, genders)
    }
  }

  /// Names that are of the other gender in the tables of given names.
  private func clashes(
    _ cells: [String], _ columns: [(column: Int, genders: [String: String])]
  ) -> [String] {
    columns.flatMap { column, genders -> [String] in
      guard column < cells.count, cells[1] != "u" else { return [] }
      return Self.values(cells[column]).compactMap { name in
        guard let gender = genders[String(name)], gender != "u", gender != cells[1] else {
          return nil
        }
        return "\"\(name)\" is \(gender) among the given names, and \(cells[1]) here"
      }
    }
  }
}
