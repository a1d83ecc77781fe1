import TamgaText
import Testing

@testable import TamgaMatching

/// What workers remember never changes a score.
@Suite struct PairPoolTests {
  @Test func whatWasComparedBeforeDoesNotMatter() {
    let first = NameBatch(
      (0..<2000).map { PairScorerTests.pairs[$0 % PairScorerTests.pairs.count].0 })
    let second = NameBatch(
      (0..<2000).map { PairScorerTests.pairs[$0 * 7 % PairScorerTests.pairs.count].1 })
    let pool = PairPool(threads: 2)
    let scores = pool.scores(first, second)
    #expect(pool.scores(first, second) == scores)
    #expect(PairPool(threads: 1).scores(first, second) == scores)
    // The other way round, to the last bit.
    #expect(pool.scores(second, first) == scores)
  }

  @Test func aComparerIsAsThePool() {
    var comparer = PairComparer()
    let pool = PairPool(threads: 1)
    for (a, b) in PairScorerTests.pairs {
      let (x, y) = (Array(a.utf8), Array(b.utf8))
      let one = comparer.score(x.span, y.span)
      #expect([one] == pool.scores(NameBatch([a]), NameBatch([b])))
    }
  }
}
