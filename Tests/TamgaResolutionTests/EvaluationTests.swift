import TamgaMatching
import TamgaText
import Testing

@testable import TamgaResolution

@Suite struct EvaluationTests {
  @Test func bCubedOfPerfectClustersIsOne() {
    let figures = BCubed.figures(truth: [0, 0, 1, 1, 2], clusters: [7, 7, 3, 3, 9])
    #expect(figures.precision == 1 && figures.recall == 1 && figures.f1 == 1)
  }

  @Test func bCubedCountsMergesAgainstPrecisionAndSplitsAgainstRecall() {
    let merged = BCubed.figures(truth: [0, 0, 1, 1], clusters: [0, 0, 0, 0])
    #expect(merged.precision == 0.5 && merged.recall == 1)
    let split = BCubed.figures(truth: [0, 0, 1, 1], clusters: [0, 1, 2, 3])
    #expect(split.precision == 1 && split.recall == 0.5)
  }

  @Test func bCubedOfASelectionPassesOverTheRest() {
    let figures = BCubed.figures(truth: [0, 0, 1], clusters: [0, 0, 0], selected: [0, 1])
    #expect(figures.precision == 1 && figures.recall == 1)
  }

  @Test func statisticsOfPairs() {
    var statistics = PairStatistics()
    for (score, truth) in [(0.9, true), (0.8, true), (0.7, false), (0.2, false), (0.1, true)] {
      statistics.add(score: score, rank: score, isMerged: score > 0.75, truth: truth)
    }
    #expect(statistics.figures.precision == 1)
    #expect(abs(statistics.figures.recall - 2.0 / 3) < 1e-9)
    #expect(abs(statistics.auc - 4.0 / 6) < 1e-9)
    #expect(abs(statistics.recall(falsePositives: 0) - 2.0 / 3) < 1e-9)
    #expect(statistics.recall(falsePositives: 0.5) == 2.0 / 3)
    // Each pair stands in a bin of its own.
    let error = (0.1 + 0.2 + 0.7 + 0.2 + 0.9) / 5
    #expect(abs(statistics.calibrationError - error) < 1e-9)
  }

  private static let entities = (0..<12).map { number in
    let given = ["Серік", "Нұрлан", "Айгүл", "Ерлан"][number % 4]
    let latin = ["Serik", "Nurlan", "Aigul", "Yerlan"][number % 4]
    let family = ["Құнанбаев", "Сейфуллин", "Майлин"][number / 4]
    let other = ["Kunanbayev", "Seifullin", "Mailin"][number / 4]
    return GoldEntity(
      id: "e\(number)", type: "person",
      names: [
        .init(name: "\(given) \(family)", lang: "kk"), .init(name: "\(latin) \(other)", lang: "en"),
      ])
  }

  @Test func everyNameFindsItsOwnEntity() throws {
    var options = Evaluator.Options()
    options.measuresBlocking = true
    let report = try Evaluator(options).evaluate(Self.entities)
    let row = try #require(report.rows.first { $0.from == "kk" && $0.to == "en" })
    #expect(row.queries == 12)
    #expect(row.rightFirst == 1)
    #expect(row.pairs.precision == 1)
    #expect(try #require(row.bcubed).precision > 0.9)
    #expect(report.rows.first?.from == "all")
    #expect(report.blocking.first?.recall == 1)
    #expect(try #require(report.calibrationError["person"]) < 0.1)
  }

  @Test func languagesWithFewNamesAreLeftOut() throws {
    var options = Evaluator.Options()
    options.leastQueries = 13
    let report = try Evaluator(options).evaluate(Self.entities)
    #expect(report.rows.isEmpty)
  }

  @Test func tiesCountForTheirShare() throws {
    let twins = Self.entities.map { entity in
      GoldEntity(
        id: entity.id, type: "person",
        names: [entity.names[0], .init(name: "Serik Kunanbayev", lang: "en")])
    }
    let report = try Evaluator().evaluate(twins)
    let row = try #require(report.rows.first { $0.from == "kk" && $0.to == "en" })
    #expect(abs(row.rightFirst - 1.0 / 12) < 1e-9)
  }

  @Test func judgedPairsAreCountedByPhenomenon() throws {
    let judged = Evaluator().judge([
      JudgedPair("Абай Құнанбаев", "Abai Kunanbayev", type: .person, truth: .same, phenomenon: "x"),
      JudgedPair(
        "Абай Құнанбаев", "Мұхтар Әуезов", type: .person, truth: .different, phenomenon: "y"),
    ])
    #expect(judged.auc == 1)
    #expect(judged.falseSame == 0 && judged.trueSame == 1)
    #expect(judged.phenomena.map(\.name).sorted() == ["x", "y"])
  }
}
