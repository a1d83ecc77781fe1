import TamgaNames
import TamgaText
import Testing

/// What a parser keeps of names changes nothing of those that follow.
struct BulkNameParserTests {
  private func described(_ name: String, _ type: NameType?, _ bulk: inout BulkNameParser) -> String
  {
    let bytes = Array(name.utf8)
    bulk.parse(bytes.span, type: type)
    return "\(bulk.assembled(bytes.span, language: nil))"
  }

  @Test func keptWordsAndReadingsChangeNothing() throws {
    let rows = try ParseGold.rows("written") + ParseGold.rows("aside")
    try #require(rows.count > 600)
    var names = rows.map { NameCleaner().clean($0.name).text }
    names += [
      "Əliyev, İlham", "Ə. Əliyev", "М.Ю.Лермонтов", "«Нұр» Отан", "-", "", "a\u{A0}b", "O’Brien",
      "علی، حسن", "Ali (Vəli)", "Nobel Oil Services", "ƏLİYEV İlham", "Əli  Vəli", "x, y, z",
    ]
    var kept = BulkNameParser()
    for type in [nil, NameType.person, .place, .organization] {
      for _ in 0..<2 {
        for name in names {
          var fresh = BulkNameParser()
          #expect(described(name, type, &kept) == described(name, type, &fresh), "\(name)")
        }
      }
    }
  }

  /// A full name in brackets says more of its bearer's gender than the pen name before it.
  @Test func fullNamesInBracketsDecideGender() {
    let names: [(String, Gender)] = [
      ("Bülbül (Murtuza Məmmədov)", .male), ("Ахматова (Анна Горенко)", .female),
      ("Leyla (Əli)", .female),
    ]
    for (name, gender) in names {
      #expect(NameParser.shipped.parse(name).gender == gender, "\(name)")
    }
  }
}
