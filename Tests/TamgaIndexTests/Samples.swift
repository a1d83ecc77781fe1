import Foundation
import TamgaResolution
import TamgaText
import TestSupport

@testable import TamgaIndex

/// Indexes of the sample names, with their truth.
enum Samples {
  struct Truth: Decodable {
    struct Name: Decodable {
      var name: String
      var lang: String
    }
    var id: String
    var type: String
    var names: [Name]
  }

  /// The entities of the samples as they truly are.
  static func truth() throws -> [Truth] {
    let text = try String(contentsOf: TestFiles.corpus("samples/truth.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Truth.self, from: Data($0.utf8))
    }
  }

  /// The entities of the truth, without the spellings that `isHeldOut` says.
  static func entities(
    without isHeldOut: (_ entity: Truth, _ name: Int) -> Bool = { _, _ in false }
  ) throws -> [Entity] {
    try truth().map { truth in
      var counts: [String: Int] = [:]
      for (number, name) in truth.names.enumerated() where !isHeldOut(truth, number) {
        counts[name.name, default: 0] += 1
      }
      return Entity(
        id: truth.id, type: NameType(tag: truth.type) ?? .person, canonical: truth.names[0].name,
        canonicalLanguage: Language(tag: truth.names[0].lang),
        variants: counts.keys.sorted().map {
          EntityVariant(
            name: $0, language: nil, script: .other, count: counts[$0] ?? 1, score: 1, sources: [])
        })
    }
  }

  /// A folder of its own for a test.
  static func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "tamga-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// Calls `body` with the path of an index of these entities, which is removed afterwards.
  static func withIndex<Value>(
    _ content: IndexContent, _ body: (String) throws -> Value
  ) throws -> Value {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "names.tamga").path(percentEncoded: false)
    try NameIndex.build(content, to: path)
    return try body(path)
  }

  /// The export of an index as text.
  static func export(_ path: String, _ export: IndexExport = IndexExport(.jsonl)) throws -> String {
    var text = ""
    try export.write(try NameIndex(path: path)) { text += $0 }
    return text
  }

  /// A handful of entities with what is hard to write: quotes, commas, tabs, line ends, backslashes, no letters.
  static let awkward: [Entity] = [
    Entity(
      id: "t0000000000001", type: .person, canonical: "Heydər Əliyev", canonicalLanguage: .azLatn,
      forms: [
        EntityForm(language: .azLatn, form: "Heydər Əliyev", status: .attested),
        EntityForm(
          language: .en, form: "Heydar Aliyev", status: .generated, scheme: "az-en-2020"),
      ],
      variants: [
        EntityVariant(
          name: "Heydər Əliyev", language: .azLatn, script: .latin, count: 3, score: 0.98765,
          sources: ["a.csv", "b \"x\".csv"]),
        EntityVariant(
          name: "Алиев, Гейдар", language: .ru, script: .cyrillic, count: 1, score: 0.5,
          sources: []),
        EntityVariant(
          name: "Һејдәр Әлијев", language: .azCyrl, script: .cyrillic, count: 2, score: 1,
          sources: ["a.csv"]),
      ],
      parts: [
        EntityPart(role: "given", text: "Heydər"), EntityPart(role: "family", text: "Əliyev"),
      ]),
    Entity(
      id: "t0000000000002", type: .organization, canonical: "ООО «А, Б => \\В»",
      canonicalLanguage: .ru,
      variants: [
        EntityVariant(
          name: "ООО «А, Б => \\В»", language: .ru, script: .cyrillic, count: 1, score: 1,
          sources: []),
        EntityVariant(
          name: "# OOO 'A\tB'\n\"V\"", language: nil, script: .latin, count: 1, score: 1,
          sources: []),
        EntityVariant(
          name: "—", language: nil, script: .common, count: 1, score: 0.2, sources: []),
      ]),
  ]
}
