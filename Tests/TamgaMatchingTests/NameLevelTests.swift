import TamgaNames
import TamgaText
import Testing

@testable import TamgaMatching

@Suite struct NameLevelTests {
  private func match(_ a: String, _ b: String, _ type: NameType) -> NameMatch {
    NameMatcher().match(a, b, type: type)
  }

  @Test func numbersAreNeverSpellings() {
    let same = match("Школа № 5", "School No 5", .organization)
    let other = match("Школа № 5", "School No 7", .organization)
    #expect(same.logOdds - other.logOdds > 8)
    #expect(other.reason == .otherNumber)
  }

  @Test func yearsInBracketsTellNamesakesApart() {
    let other = match(
      "Александр Попов (1859–1906)", "Александр Попов (1971)", .person)
    #expect(other.verdict != .same)
    #expect(other.reason == .otherBirthDate)
    let same = match("Александр Попов (1859–1906)", "Alexander Popov (1859)", .person)
    #expect(same.logOdds > match("Александр Попов", "Alexander Popov", .person).logOdds)
  }

  @Test func anOmittedPatronymicIsNeutralAndAnotherIsNot() {
    let bare = match("Мамедов Рашид", "Мамедов Рашид", .person)
    let omitted = match("Мамедов Рашид Ахмед оглы", "Мамедов Рашид", .person)
    let other = match("Мамедов Рашид Ахмед оглы", "Мамедов Рашид Самед оглы", .person)
    #expect(abs(bare.logOdds - omitted.logOdds) < 1)
    #expect(bare.logOdds - other.logOdds > 7)
  }

  @Test func twoFathersAreNeverTheSameHoweverMuchElseAgrees() {
    let match = NameMatcher().match("Зейнал Рашидович Халфаев", "Зейнал Рашадович Халфаев")
    #expect(match.verdict != .same)
    #expect(match.reason == .otherPatronymic)
  }

  /// Endings swallow what the father's name ends in, each in its own way.
  @Test(arguments: [
    ("Попов Юрий Юрьевич", "Yuriy Yurevich Popov"),
    ("Андрей Юрьевич Павлюченко", "Андрэй Юр’евіч Паўлючэнка"),
    ("Олена Василівна Шевченко", "Елена Васильевна Шевченко"),
    ("Зинаида Гавриловна Наден", "Zinaida Gavrilovna Naden"),
    ("Mütəllibov Ayaz Niyazi oğlu", "Аяз Ниязович Муталибов"),
  ])
  func oneFatherHoweverHisNameWasEnded(_ a: String, _ b: String) {
    #expect(match(a, b, .person).verdict == .same)
  }

  @Test(arguments: [
    ("Абишев Нурлан Маратович", "Абишев Нурлан Муратович"),
    ("Попов Юрий Юрьевич", "Yuriy Ivanovich Popov"),
    ("İlham Əliyev (prezident)", "İlham Əliyev (jurnalist)"),
    ("Қасым-Жомарт Тоқаев", "Қасым Тоқаев"),
  ])
  func whatTellsNamesakesApart(_ a: String, _ b: String) {
    #expect(match(a, b, .person).verdict != .same)
  }

  @Test(arguments: [
    ("Қадыр Мырза Әлі", "Kadyr Myrzaali", NameType.person),
    ("Əzizə Mustafazadə", "Aziza Mustafa Zadeh", .person),
    ("Ибн Сина", "Avicenna", .person), ("Əmir Teymur", "Тамерлан", .person),
    ("Kür çayı", "Kura River", .place), ("Жайық өзені", "Ural River", .place),
    ("Heydər Əliyev Fondu", "Фонд Гейдара Алиева", .organization),
    ("«Қазақтелеком» АҚ", "АО «Казахтелеком»", .organization),
    ("Қырық мысал", "Сорок басен", .work),
  ])
  func oneThingUnderTwoNames(_ a: String, _ b: String, _ type: NameType) {
    #expect(match(a, b, type).verdict == .same)
  }

  @Test(arguments: [
    ("Арал теңізі", "Арал қаласы", NameType.place), ("Astana", "Astana Airport", .place),
    ("«Қыз Жібек» операсы", "«Қыз Жібек» фильмі", .work),
    ("Газпром", "Газпромбанк", .organization),
    (
      "Московский государственный университет",
      "Московский педагогический государственный университет", .organization
    ),
  ])
  func twoThingsOfOneName(_ a: String, _ b: String, _ type: NameType) {
    #expect(match(a, b, type).verdict != .same)
  }

  @Test func wordsInASecondAlphabetMeanTheSame() {
    let match = match("Азәрбајҹан Милли Мәҹлиси", "Azərbaycan Milli Məclisi", .organization)
    #expect(match.verdict == .same)
  }

  @Test func theKindOfAThingMatters() {
    let same = match("Қызылорда облысы", "Кызылординская область", .place)
    #expect(same.verdict == .same)
    let fund = match("Heydər Əliyev Fondu", "Heydər Əliyev Beynəlxalq Hava Limanı", .organization)
    #expect(fund.verdict != .same)
  }

  @Test func formerNamesAreKnown() {
    let match = match("Целиноград", "Астана", .place)
    #expect(match.verdict == .same)
    #expect(match.reason == .known)
  }

  @Test func furtherEvidenceCounts() {
    let matcher = NameMatcher()
    func odds(_ a: FurtherEvidence, _ b: FurtherEvidence) -> Double {
      matcher.match("Əli Məmmədov", "Ali Mammadov", type: .person, first: a, second: b).logOdds
    }
    let none = odds(FurtherEvidence(), FurtherEvidence())
    let year = FurtherEvidence(birthDate: "1961")
    #expect(abs(odds(year, FurtherEvidence(birthDate: "1961-12-24")) - none - 5) < 1e-9)
    #expect(abs(odds(year, FurtherEvidence(birthDate: "1962")) - none + 10) < 1e-9)
    #expect(odds(year, FurtherEvidence()) == none)
    let (az, other) = (FurtherEvidence(country: "AZ"), FurtherEvidence(country: "az"))
    #expect(abs(odds(az, other) - none - 1.5) < 1e-9)
    let (man, woman) = (FurtherEvidence(gender: .male), FurtherEvidence(gender: .female))
    #expect(abs(odds(man, woman) - none + 8) < 1e-9)
    let number = FurtherEvidence(identifier: "1")
    #expect(abs(odds(number, number) - none - 25) < 1e-9)
  }

  @Test func precisionMovesTheThreshold() {
    #expect(MatchPrecision.strict.threshold > MatchPrecision.balanced.threshold)
    #expect(MatchPrecision.balanced.threshold == 10.0 / 11)
    #expect(MatchPrecision.broad.threshold == 0.5)
    var options = MatchOptions()
    options.precision = .strict
    #expect(NameMatcher(options).match("Əli Məmmədov", "Ali Mammadov").verdict != .same)
  }

  @Test func givenNamesOneLetterApartAreTwo() {
    for (a, b) in [("Rəşid", "Rəşad"), ("Серік", "Берік"), ("Əli", "Vəli"), ("Самат", "Самал")] {
      let found = match("\(a) Abbasov", "\(b) Abbasov", .person)
      #expect(found.verdict != .same, "\(a) \(b) \(found.logOdds)")
    }
  }
}
