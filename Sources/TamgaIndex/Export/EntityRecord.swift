internal import Foundation
internal import TamgaResolution
internal import TamgaText

/// A line of `index export --as jsonl`, to be read again.
private struct EntityRecord: Decodable {
  struct Form: Decodable {
    var form: String
    var status: String
    var scheme: String?
  }

  struct Variant: Decodable {
    var name: String
    var language: String?
    var script: String?
    var count: Int?
    var score: Double?
    var sources: [String]?
  }

  enum CodingKeys: String, CodingKey {
    case id, type, canonical, forms, variants, parts
    case canonicalLanguage = "canonical_language"
  }

  var id: String
  var type: String
  var canonical: String
  var canonicalLanguage: String?
  var forms: [String: Form]?
  var variants: [Variant]
  var parts: [String: [String]]?
}

extension IndexContent {
  /// Whether a line is one of `index export --as jsonl`, and not just any object with a name.
  public static func isRecord(_ line: String) -> Bool {
    guard let record = try? JSONDecoder().decode(EntityRecord.self, from: Data(line.utf8)) else {
      return false
    }
    return !record.id.isEmpty && !record.variants.isEmpty
  }

  /// Reads the lines of `index export --as jsonl`: the same entities with the same ids.
  ///
  /// - Throws: `IndexError.record` with the line at fault.
  public init(records lines: some Sequence<String>, file: String) throws(IndexError) {
    var entities: [Entity] = []
    var ids: Set<String> = []
    let decoder = JSONDecoder()
    for (number, line) in lines.enumerated() where !line.isEmpty {
      let record: EntityRecord
      do { record = try decoder.decode(EntityRecord.self, from: Data(line.utf8)) } catch {
        throw .record(
          file: file, line: number + 1,
          fault: "this is not an entity of \"tamga index export --as jsonl\"")
      }
      guard ids.insert(record.id).inserted else {
        throw .record(
          file: file, line: number + 1, fault: "the id \"\(record.id)\" was there before")
      }
      guard let type = NameType(tag: record.type) else {
        throw .record(
          file: file, line: number + 1, fault: "there is no type \"\(record.type)\"")
      }
      guard !record.variants.isEmpty else {
        throw .record(
          file: file, line: number + 1, fault: "the entity \"\(record.id)\" has no spelling")
      }
      entities.append(Self.entity(record, type))
    }
    entities.sort { $0.id < $1.id }
    self.init(entities: entities)
  }

  private static func entity(_ record: EntityRecord, _ type: NameType) -> Entity {
    var entity = Entity(
      id: record.id, type: type, canonical: record.canonical,
      canonicalLanguage: record.canonicalLanguage.flatMap { Language(tag: $0) })
    for (tag, form) in (record.forms ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let language = Language(tag: tag) else { continue }
      entity.forms.append(
        EntityForm(
          language: language, form: form.form,
          status: EntityForm.Status(rawValue: form.status) ?? .attested,
          scheme: form.scheme ?? ""))
    }
    entity.variants = record.variants.map { variant in
      EntityVariant(
        name: variant.name, language: variant.language.flatMap { Language(tag: $0) },
        script: Script.allCases.first { $0.code == variant.script } ?? .other,
        count: variant.count ?? 1, score: variant.score ?? 1, sources: variant.sources ?? [])
    }
    for role in (record.parts ?? [:]).keys.sorted() {
      for text in record.parts?[role] ?? [] {
        entity.parts.append(EntityPart(role: role, text: text))
      }
    }
    return entity
  }
}
