import TamgaLexicons
import TamgaNames
import TamgaText
import TamgaTransliteration
import Testing

@testable import TamgaMatching

@Suite struct ExplanationTests {
  private func explain(_ a: String, _ b: String) -> NameMatch {
    var options = MatchOptions()
    options.explainsSpelling = true
    return NameMatcher(options).match(a, b, type: .person)
  }

  @Test func everyDifferenceHasItsRule() throws {
    let match = explain("Абай Құнанбайұлы", "Abay Kunanbaev")
    let family = try #require(match.evidence.first { $0.first == "Құнанбайұлы" })
    #expect(family.level == .kinship)
    #expect(family.cause.contains("surname kinship"))
    #expect(family.differences.contains { $0.first == "Қ" && $0.rule == "kk-ru" })
    #expect(match.sentence.contains("Құнанбайұлы = Kunanbaev"))
  }

  @Test func aSchemeThatExplainsAWholeWordIsNamed() throws {
    let match = explain("Һејдәр Әлијев", "Heydər Əliyev")
    for part in match.evidence where !part.first.isEmpty && part.bits > 0 {
      #expect(part.rule.contains("az-1958"), "\(part)")
    }
  }

  /// One alphabet is not explained by a detour through another: no q where neither word has one.
  @Test func noSchemeBringsInLettersOfNeitherWord() throws {
    let match = explain("Сергей Сергеевич Иванов", "Сергій Сергійович Іванов")
    let father = try #require(match.evidence.first { $0.first == "Сергеевич" })
    #expect(!father.differences.isEmpty)
    for difference in father.differences {
      #expect("Сергеевич".contains(difference.first), "\(difference)")
      #expect("Сергійович".contains(difference.second), "\(difference)")
    }
  }

  @Test func theBitsAddUp() {
    for (a, b) in AcceptanceTests.different {
      let match = explain(a, b)
      let sum = match.prior + match.evidence.reduce(0) { $0 + $1.bits }
      #expect(abs(sum - match.logOdds) < 0.001, "\(a) ~ \(b)")
    }
  }

  @Test func everyRuleHasASource() throws {
    var rules: Set<String> = []
    for names in AcceptanceTests.same {
      for b in names.dropFirst() {
        for part in explain(names[0], b).evidence {
          rules.formUnion(part.rule.split(separator: " ").map(String.init))
          rules.formUnion(part.differences.map(\.rule))
        }
      }
    }
    #expect(!rules.isEmpty)
    for rule in rules.sorted() {
      if rule.contains("/") {
        let table = try Lexicons.shipped.table("\(rule).tsv")
        #expect(table.header["source"]?.isEmpty == false, "\(rule)")
      } else {
        #expect(try SchemeCatalog.shipped.scheme(rule).source.isEmpty == false, "\(rule)")
      }
    }
  }

  @Test func theSentenceSaysWhichPartsContradict() {
    let match = explain("Мамедов Рашид Ахмед оглы", "Мамедов Рашид Самед оглы")
    #expect(match.reason == .otherPatronymic)
    #expect(match.sentence.contains("Ахмед") && match.sentence.contains("Самед"))
  }
}
