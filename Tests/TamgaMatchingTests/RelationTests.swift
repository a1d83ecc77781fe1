import TamgaText
import Testing

@testable import TamgaMatching

/// Things with the same words in other relations, and titles by what their words mean.
@Suite struct RelationTests {
  static let exchanged = [
    ("Embassy of Azerbaijan in Kazakhstan", "Embassy of Kazakhstan in Azerbaijan"),
    ("Посольство Азербайджана в Казахстане", "Посольство Казахстана в Азербайджане"),
    ("Azərbaycanın Qazaxıstandakı səfirliyi", "Qazaxıstanın Azərbaycandakı səfirliyi"),
    ("Әзербайжанның Қазақстандағы елшілігі", "Қазақстанның Әзербайжандағы елшілігі"),
  ]

  @Test(arguments: exchanged) func anEmbassyInTheOtherCountryIsAnother(_ a: String, _ b: String) {
    let match = NameMatcher().match(a, b, type: .organization)
    #expect(match.verdict == .different)
    #expect(match.reason == .otherRelation)
    #expect(match.score == NameMatcher().match(b, a, type: .organization).score)
  }

  @Test func oneEmbassyInFourLanguagesIsOne() {
    let names = Self.exchanged.map(\.0)
    for a in names {
      for b in names where a != b {
        let match = NameMatcher().match(a, b, type: .organization)
        #expect(match.verdict == .same, "\(a) \(b)")
      }
    }
  }

  @Test(arguments: [
    ("Cinayət və cəza", "Преступление и наказание"), ("Қан мен тер", "Blood and Sweat"),
    ("Yeddi gözəl", "Семь красавиц"),
  ])
  func titlesAreOneByWhatTheirWordsMean(_ a: String, _ b: String) {
    let match = NameMatcher().match(a, b, type: .work)
    #expect(match.verdict == .same)
    #expect(
      match.evidence.filter { $0.level == .linked }.allSatisfy {
        ["works/words", "works/titles", "organizations/words"].contains($0.rule)
      })
  }

  @Test func kazakhInArabicLettersHasItsVowels() {
    let match = NameMatcher().match("Мағжан Жұмабаев", "ماعجان جۇمابايەۆ", type: .person)
    #expect(match.verdict == .same)
  }
}
