import Foundation
import TamgaText
import Testing

/// Precision and recall on the texts of `Corpora/`, exact in text and type.
struct MentionGoldTests {
  /// The least precision and recall of each file.
  private static let floors: [String: (precision: Double, recall: Double)] = [
    "relations-az.txt": (0.97, 0.97), "relations-en.txt": (0.97, 0.97),
    "relations-kk.txt": (0.97, 0.97), "relations-ru.txt": (0.97, 0.97),
    "culture-az.txt": (0.95, 0.95), "culture-en.txt": (0.90, 0.90),
    "science-ru.txt": (0.93, 0.95), "sport-kk.txt": (0.93, 0.93),
    "history-az.txt": (0.88, 0.93), "history-en.txt": (0.88, 0.85),
    "land-kk.txt": (0.83, 0.80), "trade-ru.txt": (0.90, 0.90),
    "letters-az-cyrl.txt": (0.90, 0.90), "letters-kk-latn.txt": (0.90, 0.90),
  ]

  @Test func everyTextHasItsFloor() throws {
    #expect(Set(try MentionGold.all().keys) == Set(Self.floors.keys))
  }

  @Test(arguments: Self.floors.keys.sorted())
  func precisionAndRecall(_ file: String) throws {
    let truth = try #require(MentionGold.all()[file])
    let found = try MentionGold.found(file)
    let hits = Double(truth.intersection(found).count)
    let precision = hits / Double(found.count)
    let recall = hits / Double(truth.count)
    print("\(file): precision \(precision), recall \(recall), \(truth.count) names")
    if ProcessInfo.processInfo.environment["TAMGA_FAULTS"] != nil {
      for name in truth.subtracting(found) { print("  missed \(name.type) \(name.text)") }
      for name in found.subtracting(truth) { print("  extra \(name.type) \(name.text)") }
    }
    let floor = try #require(Self.floors[file])
    #expect(precision >= floor.precision)
    #expect(recall >= floor.recall)
  }
}
