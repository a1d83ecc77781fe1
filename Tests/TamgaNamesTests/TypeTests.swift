import Foundation
import TamgaNames
import TamgaText
import TestSupport
import Testing

struct TypeTests {
  private static let languages: Set<String> = [
    "az", "az-Cyrl", "az-Arab", "kk", "kk-Latn", "kk-Arab", "ru", "en", "tr",
  ]

  @Test func typesOfBareNames() throws {
    let files = [
      (NameType.person, "persons"), (.place, "places"), (.organization, "orgs"),
    ]
    var table: [NameType: [NameType: Int]] = [:]
    var faults: [String] = []
    for (type, file) in files {
      guard let rows = try SharedEntity.rows("gold/dev/\(file).jsonl") else { return }
      let names = rows.flatMap(\.names).filter { Self.languages.contains($0.lang) }.map(\.name)
      for name in Set(names).sorted() {
        let parsed = NameParser.shipped.parse(name)
        table[type, default: [:]][parsed.type, default: 0] += 1
        if parsed.type != type {
          faults.append(
            "\(type) → \(parsed.type) \(Int(parsed.typeProbability * 100)) %: \(name)")
        }
      }
    }
    print("type      → person  place  organization  work")
    var right = 0.0
    for (type, _) in files {
      let row = table[type] ?? [:]
      let all = row.values.reduce(0, +)
      let cells = NameType.allCases.map { "\(row[$0] ?? 0)" }.joined(separator: "  ")
      let share = Double(row[type] ?? 0) / Double(all)
      right += share / Double(files.count)
      print("\(type.rawValue)  \(cells)  right \(share)")
    }
    print("types: mean \(right)")
    if ProcessInfo.processInfo.environment["TAMGA_FAULTS"] != nil {
      for fault in faults { print("  ✗ \(fault)") }
    }
    #expect(right >= 0.85)
  }
}
