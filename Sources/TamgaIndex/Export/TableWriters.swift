internal import TamgaResolution
internal import TamgaText

/// Cells of comma-separated values, by RFC 4180.
enum CSVText {
  /// A line of cells.
  static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  private static func cell(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// One spelling a row.
struct SpellingTableWriter: EntityWriter {
  func head(_ pass: Int) -> String {
    CSVText.line([
      "entity", "type", "canonical", "canonical_language", "name", "language", "script", "count",
      "score", "sources",
    ])
  }

  func text(_ entity: Entity, _ pass: Int) -> String {
    var text = ""
    for variant in entity.variants {
      text += CSVText.line([
        entity.id, entity.type.rawValue, entity.canonical,
        entity.canonicalLanguage?.rawValue ?? "", variant.name, variant.language?.rawValue ?? "",
        variant.script.code, String(variant.count),
        JSONText.score(IndexRows.score(variant.score)), variant.sources.joined(separator: "|"),
      ])
    }
    return text
  }
}

/// One entity a row, with its forms and its aliases: what a reconciliation service of OpenRefine is fed.
struct EntityTableWriter: EntityWriter {
  private static let languages: [Language] = [.azLatn, .azCyrl, .kkCyrl, .kkLatn, .ru, .en]

  func head(_ pass: Int) -> String {
    CSVText.line(
      ["id", "name", "type", "description", "aliases"] + Self.languages.map(\.rawValue))
  }

  func text(_ entity: Entity, _ pass: Int) -> String {
    var forms: [Language: String] = [:]
    for form in entity.forms { forms[form.language] = form.form }
    var seen: Set<String> = [entity.canonical]
    let aliases = (entity.variants.map(\.name) + entity.forms.map(\.form)).filter {
      seen.insert($0).inserted
    }
    let count = entity.variants.reduce(0) { $0 + $1.count }
    let description =
      "\(entity.type.rawValue), \(count) \(count == 1 ? "mention" : "mentions") in "
      + "\(entity.variants.count) \(entity.variants.count == 1 ? "spelling" : "spellings")"
    return CSVText.line(
      [
        entity.id, entity.canonical, entity.type.rawValue, description,
        aliases.joined(separator: "|"),
      ] + Self.languages.map { forms[$0] ?? "" })
  }
}
