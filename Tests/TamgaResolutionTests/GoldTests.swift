import Foundation
import TamgaMatching
import TamgaText
import TestSupport
import Testing

@testable import TamgaResolution

/// The figures that must not fall, on the published pairs and, where it is there, on the development gold.
@Suite struct GoldTests {
  private static func pairs(_ split: String) throws -> [JudgedPair] {
    try TestFiles.rows(TestFiles.corpus("gold/pairs.tsv")).compactMap { cells in
      guard cells[6] == split, let truth = MatchVerdict(rawValue: cells[4]) else { return nil }
      return JudgedPair(
        cells[1], cells[2], type: NameType(tag: cells[3]), truth: truth, phenomenon: cells[5])
    }
  }

  @Test(arguments: ["tune", "aside"]) func publishedPairs(_ split: String) throws {
    let pairs = try Self.pairs(split)
    #expect(pairs.count > 500)
    let judged = Evaluator().judge(pairs)
    print("pairs \(split): AUC \(judged.auc), recall \(judged.recallAtOneInThirty)")
    #expect(judged.auc > 0.95)
    #expect(judged.recallAtOneInThirty > 0.8)
    #expect(judged.falseSame < 0.05)
    #expect(judged.trueSame > 0.8)
    #expect(judged.calibrationError < 0.08)
  }

  private static func entities(_ file: String) throws -> [GoldEntity]? {
    guard let url = TestFiles.shared("gold/dev/\(file).jsonl") else {
      print("skipped: there is no development gold beside the checkout")
      return nil
    }
    let text = try String(contentsOf: url, encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(GoldEntity.self, from: Data($0.utf8))
    }
  }

  @Test func personsOfTheDevelopmentGold() throws {
    guard let entities = try Self.entities("persons") else { return }
    var options = Evaluator.Options()
    options.resolves = false
    options.mostLanguages = 3
    options.measuresBlocking = true
    let report = try Evaluator(options).evaluate(entities)
    let all = try #require(report.rows.first)
    #expect(all.rightFirst > 0.992)
    #expect(all.pairs.precision > 0.99)
    #expect(try #require(report.blocking.first).recall > 0.99)
    #expect(try #require(report.calibrationError["person"]) < 0.05)
  }

  @Test func hardNegativesOfTheDevelopmentGold() throws {
    guard let url = TestFiles.shared("gold/dev/hard_negatives.csv") else {
      print("skipped: there is no development gold beside the checkout")
      return
    }
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    let pairs = lines.dropFirst().map { line in
      var cells = [""]
      var isQuoted = false
      for letter in line {
        if letter == "\"" {
          isQuoted.toggle()
        } else if letter == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(letter)
        }
      }
      return JudgedPair(cells[0], cells[1], type: .person, truth: .different)
    }
    #expect(pairs.count > 50)
    #expect(Evaluator().judge(pairs).falseSame <= 0.02)
  }
}
