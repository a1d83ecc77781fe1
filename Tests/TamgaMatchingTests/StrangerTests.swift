import Foundation
import TamgaText
import TestSupport
import Testing

@testable import TamgaMatching

/// The quick look at names of which nothing is alike decides as a full comparison does.
struct StrangerTests {
  @Test func theVerdictIsThatOfAFullComparison() throws {
    let text = try String(contentsOf: TestFiles.corpus("samples/persons.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").dropFirst()
    var collection = NameCollection()
    for line in lines {
      let name = line.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init)
      if let name, !name.isEmpty, !name.hasPrefix("\"") { collection.add(name, type: .person) }
    }
    let table = collection.table
    let judge = MatchJudge(MatchOptions())
    var matcher = PersonMatcher()
    var quick = 0
    for (i, first) in collection.names.enumerated() {
      for j in stride(from: i + 1, to: collection.names.count, by: 7) {
        let (a, b) = Self.ordered(first, collection.names[j])
        guard matcher.haveNothingAlike(a, b, table) else { continue }
        quick += 1
        let bits = Double(matcher.compare(a, b, table))
        #expect(judge.decide(bits: bits, a, b, matcher.evidence).verdict == .different)
        let full = Double(matcher.compare(a, b, table, looksQuickly: false))
        #expect(judge.decide(bits: full, a, b, matcher.evidence).verdict == .different)
      }
    }
    #expect(quick > 10_000)
  }

  private static func ordered(
    _ a: PreparedName, _ b: PreparedName
  ) -> (PreparedName, PreparedName) { b.precedes(a) ? (b, a) : (a, b) }
}
