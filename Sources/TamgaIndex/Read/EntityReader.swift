internal import Foundation
internal import GRDB
internal import TamgaResolution
internal import TamgaText

/// Makes entities of rows, as they are stored.
struct EntityReader {
  private let forms: Statement
  private let variants: Statement
  private let languages = Language.allCases
  private let sourceSets: [Int64: [String]]
  /// Whether entities are stored with all their forms and parts.
  let areFormsComplete: Bool

  init(_ database: Database) throws {
    forms = try database.cachedStatement(
      sql: """
        SELECT form.language, coalesce(form.form, variant.name), form.scheme
        FROM form LEFT JOIN variant ON variant.number = form.variant WHERE form.entity = ?
        """)
    variants = try database.cachedStatement(
      sql: """
        SELECT name, language, script, count, score, sources FROM variant WHERE entity = ?
        ORDER BY count DESC, name, language, number
        """)
    var sets: [Int64: [String]] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT number, sources FROM source_set") {
      sets[row[0]] = JSONText.strings(row[1])
    }
    sourceSets = sets
    let forms = try String.fetchOne(
      database, sql: "SELECT value FROM meta WHERE key = ?", arguments: [IndexFormat.forms])
    areFormsComplete = forms != IndexFormat.attestedForms
  }

  private func language(_ number: Int?) -> Language? {
    guard let number, languages.indices.contains(number) else { return nil }
    return languages[number]
  }

  /// The entity of a row of `entity`.
  func entity(_ row: Row) throws -> Entity {
    let number: Int64 = row["number"]
    var entity = Entity(
      id: row["id"], type: NameType.allCases[min(max(row["type"], 0), 3)],
      canonical: row["canonical"], canonicalLanguage: language(row["language"]))
    if let parts: String = row["parts"] { entity.parts = Self.parts(parts) }
    let formRows = try Row.fetchCursor(forms, arguments: [number])
    while let row = try formRows.next() {
      guard let language = language(row[0]) else { continue }
      let scheme: String? = row[2]
      entity.forms.append(
        EntityForm(
          language: language, form: row[1] ?? "", status: scheme == nil ? .attested : .generated,
          scheme: scheme ?? ""))
    }
    entity.forms.sort { $0.language.rawValue < $1.language.rawValue }
    let rows = try Row.fetchCursor(variants, arguments: [number])
    while let row = try rows.next() {
      let score: Int = row[4]
      entity.variants.append(
        EntityVariant(
          name: row[0], language: language(row[1]), script: Script(rawValue: row[2]) ?? .other,
          count: row[3], score: Double(score) / 10_000, sources: sourceSets[row[5]] ?? []))
    }
    return entity
  }

  /// The parts of a name, by role.
  static func parts(_ json: String) -> [EntityPart] {
    let decoded =
      (try? JSONDecoder().decode([String: [String]].self, from: Data(json.utf8))) ?? [:]
    return decoded.keys.sorted().flatMap { role in
      (decoded[role] ?? []).map { EntityPart(role: role, text: $0) }
    }
  }
}
