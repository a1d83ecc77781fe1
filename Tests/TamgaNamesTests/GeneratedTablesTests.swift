import Foundation
import TamgaLexicons
import TestSupport
import Testing

@testable import TamgaNames

/// The tables that are generated from other files of the checkout are what their generators make.
struct GeneratedTablesTests {
  private static func date(_ path: String) throws -> String {
    try Lexicons.shipped.table(path).header["date"] ?? ""
  }

  @Test func wordsOfNames() throws {
    let text = PartTableWriter(.shipped).text(date: try Self.date(PartTable.path))
    #expect(
      try TestFiles.isCurrent("Lexicons/\(PartTable.path)", text),
      "run tools/check-lexicons --write and build again")
  }

  @Test func tagsAreTheNamesOfTheCases() {
    for feature in RoleFeature.allCases { #expect(feature.tag == "\(feature)") }
    for feature in TypeFeature.allCases { #expect(feature.tag == "\(feature)") }
    for ending in SurnameEnding.allCases where ending != .none {
      #expect(SurnameEnding(tag: "\(ending)") == ending)
    }
  }

  /// The weights are fitted to the written part of the gold; a fit on ten processors of ten kinds
  /// may differ in the last digit, so they are compared as numbers.
  @Test func weightsOfRoles() throws {
    let examples = try ParseGold.examples("written")
    var weights: [String: Double] = [:]
    Lexicons.shipped.forEachRow(RoleWeights.path) { weights[$0[0]] = Double($0[1]) }
    let rows = RoleTrainer(.shipped).fit(examples)
    if ProcessInfo.processInfo.environment["TAMGA_WRITE"] != nil {
      let url = TestFiles.root.appending(path: "Lexicons/\(RoleWeights.path)")
      let header = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        .filter { $0.hasPrefix("#") }.map(String.init)
      let lines = rows.map {
        "\($0.feature)\t\(Self.digits($0.weight))\t\(Self.digits($0.prior))"
      }
      try ((header + lines).joined(separator: "\n") + "\n")
        .write(to: url, atomically: true, encoding: .utf8)
      return
    }
    #expect(rows.count == weights.count)
    for row in rows {
      let weight = try #require(weights[row.feature])
      #expect(abs(weight - row.weight) <= 0.011, "\(row.feature): \(weight) is \(row.weight) now")
    }
  }

  private static func digits(_ value: Double) -> String { String(format: "%.2f", value) }

  @Test func countsOfRows() throws {
    let path = "Lexicons/README.md"
    let text = try String(contentsOf: TestFiles.root.appending(path: path), encoding: .utf8)
    let parts = text.components(separatedBy: LexiconCounts.mark)
    try #require(parts.count == 3, "\(path) has no place for the counts")
    let counted = [parts[0], "\n" + LexiconCounts.table(.shipped), parts[2]]
      .joined(separator: LexiconCounts.mark)
    #expect(
      try TestFiles.isCurrent(path, counted), "run tools/check-lexicons --write for the counts")
  }
}
