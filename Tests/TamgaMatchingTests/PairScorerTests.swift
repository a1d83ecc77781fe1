import TamgaText
import Testing

@testable import TamgaMatching

@Suite struct PairScorerTests {
  static let pairs = [
    ("Əliyev İlham", "Ильхам Алиев"), ("Heydar Aliyev", "Ильхам Алиев"),
    ("Gəncə", "Гянджа"), ("Bakı Dövlət Universiteti", "Baku State University"),
    ("", "Əli"), ("Əli", ""), ("…", "—"), ("\u{301}", "Абай"),
  ]

  @Test func manyPairsAreComparedAsFewAre() {
    let first = NameBatch(Self.pairs.map(\.0))
    let second = NameBatch(Self.pairs.map(\.1))
    let scores = PairScorer.scores(first, second)
    for (index, pair) in Self.pairs.enumerated() {
      let match = NameMatcher().match(pair.0, pair.1)
      #expect(scores[index].logOdds == match.logOdds, "\(pair)")
      #expect(scores[index].verdict == match.verdict, "\(pair)")
      #expect(scores[index].reason == match.reason, "\(pair)")
    }
  }

  @Test func whatElseIsInABatchDoesNotMatter() {
    let many = (0..<20_000).map { Self.pairs[$0 % Self.pairs.count] }
    let scores = PairScorer.scores(
      NameBatch(many.map(\.0)), NameBatch(many.map(\.1)))
    #expect(scores.count == many.count)
    for index in scores.indices {
      #expect(scores[index] == scores[index % Self.pairs.count])
    }
  }

  @Test func theLongerBatchIsCut() {
    let scores = PairScorer.scores(NameBatch(["Abay", "Abai"]), NameBatch(["Абай"]))
    #expect(scores.count == 1)
  }

  @Test func nothingToCompareIsDifferent() {
    let match = NameMatcher().match("", "Абай")
    #expect(match.verdict == .different)
    #expect(match.reason == .empty)
  }

  @Test func aScoreIsNeverZeroOrOne() {
    for (a, b) in Self.pairs {
      let score = NameMatcher().match(a, b).score
      #expect(score > 0 && score < 1)
    }
    let same = NameMatcher().match("Шоқан Шыңғысұлы Уәлиханов", "Шоқан Шыңғысұлы Уәлиханов")
    #expect(same.score > 0.999 && same.score < 1)
  }
}
