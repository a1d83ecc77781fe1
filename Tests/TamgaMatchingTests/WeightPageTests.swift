import Foundation
import TestSupport
import Testing

@testable import TamgaMatching

/// The page of the weights says what the code says.
struct WeightPageTests {
  /// The cells of the row of every weight, by section.
  private static func rows() throws -> [String: [String: [String]]] {
    let text = try String(
      contentsOf: TestFiles.root.appending(path: "Sources/Tamga/Tamga.docc/Weights.md"),
      encoding: .utf8)
    var rows: [String: [String: [String]]] = [:]
    var section = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      rows[section, default: [:]][cells[0].replacingOccurrences(of: "`", with: "")] = cells
    }
    return rows
  }

  private static func numbers(_ value: Any) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for child in Mirror(reflecting: value).children {
      if let label = child.label, let number = child.value as? Double { numbers[label] = number }
    }
    return numbers
  }

  @Test func personsWeightsAreOnThePage() throws {
    let rows = try #require(try Self.rows()["Persons"])
    let weights = Self.numbers(MatchWeights())
    #expect(weights.count > 10)
    #expect(Set(rows.keys) == Set(weights.keys))
    for (name, value) in weights { #expect(rows[name].map { Double($0[1]) } == value, "\(name)") }
  }

  @Test func otherNamesWeightsAreOnThePage() throws {
    let rows = try #require(try Self.rows()["Places, organisations and works"])
    for (column, weights) in [PhraseWeights.place, .organization, .work].enumerated() {
      let weights = Self.numbers(weights)
      #expect(weights.count > 10)
      #expect(Set(rows.keys) == Set(weights.keys))
      for (name, value) in weights {
        #expect(rows[name].map { Double($0[column + 1]) } == value, "\(name)")
      }
    }
  }

  @Test func priorsAreOnThePage() throws {
    let rows = try #require(try Self.rows()["Priors and limits"])
    let options = MatchOptions()
    #expect(rows["prior"]?[1] == "1/32" && options.prior == 1.0 / 32)
    #expect(rows["leastDoubt"].map { Double($0[1]) } == options.leastDoubt)
    #expect(rows["leastOpen"].map { Double($0[1]) } == options.leastOpen)
    #expect(rows["threshold"]?[1] == "10/11" && options.precision.threshold == 10.0 / 11)
  }
}
