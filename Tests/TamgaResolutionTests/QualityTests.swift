import Foundation
import TamgaResolution
import TamgaText
import TestSupport
import Testing

@Suite("Columns of names with known entities")
struct QualityTests {
  /// An entity of a gold file.
  private struct Gold: Decodable {
    struct Name: Decodable {
      let name: String
      let lang: String?
    }

    let type: String
    let names: [Name]
  }

  private func figures(_ url: URL, type: String) throws -> (precision: Double, recall: Double) {
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let entities = try lines.map { try JSONDecoder().decode(Gold.self, from: Data($0.utf8)) }
      .filter { $0.type == type }
    var owners: [String: Set<Int>] = [:]
    for (number, entity) in entities.enumerated() {
      for name in entity.names { owners[name.name.lowercased(), default: []].insert(number) }
    }
    var truth: [Int] = []
    var names: [String] = []
    for (number, entity) in entities.enumerated() {
      // Homonyms cannot be told apart by one column.
      for name in Set(entity.names.map(\.name)).sorted()
      where owners[name.lowercased()]?.count == 1 {
        truth.append(number)
        names.append(name)
      }
    }
    let resolution = try Resolver().resolve(NameTable(names, type: NameType(tag: type)))
    return bCubed(truth, resolution.assignment.map(Int.init))
  }

  private func bCubed(_ truth: [Int], _ found: [Int]) -> (precision: Double, recall: Double) {
    let byTruth = Dictionary(grouping: truth.indices) { truth[$0] }
    let byFound = Dictionary(grouping: truth.indices) { found[$0] }
    var (precision, recall) = (0.0, 0.0)
    for row in truth.indices {
      let own = byFound[found[row]] ?? []
      let shared = Double(own.count { truth[$0] == truth[row] })
      precision += shared / Double(own.count)
      recall += shared / Double(byTruth[truth[row]]?.count ?? 1)
    }
    return (precision / Double(truth.count), recall / Double(truth.count))
  }

  @Test(arguments: [("person", 0.96, 0.85), ("place", 0.90, 0.70)])
  func ofTheSamples(_ type: String, _ precision: Double, _ recall: Double) throws {
    let found = try figures(TestFiles.corpus("samples/truth.jsonl"), type: type)
    #expect(found.precision > precision)
    #expect(found.recall > recall)
  }

  @Test(
    .enabled(if: TestFiles.shared("gold/dev/persons.jsonl") != nil, "no gold beside the checkout"),
    arguments: [("persons", "person", 0.98, 0.94), ("places", "place", 0.87, 0.75)])
  func ofTheDevelopmentSet(
    _ file: String, _ type: String, _ precision: Double, _ recall: Double
  ) throws {
    let url = try #require(TestFiles.shared("gold/dev/\(file).jsonl"))
    let found = try figures(url, type: type)
    #expect(found.precision > precision)
    #expect(found.recall > recall)
  }
}
