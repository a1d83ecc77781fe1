internal import TamgaMatching
internal import TamgaNames

/// What further columns say of a pair: birth date, gender, country, identifier.
struct EvidenceColumns: Sendable {
  /// Bits for agreement and against for disagreement, by column.
  private enum Weight {
    /// A full date agrees by chance once in some twenty thousand pairs; a year once in sixty.
    static let sameDate: Float = 12
    static let sameYear: Float = 5
    /// Dates differ for one person by mistakes of typing, years less often.
    static let otherDate: Float = -4
    static let otherYear: Float = -8
    /// Dates of which nothing agrees are of two people: one person's is not mistaken in all its parts.
    static let strangeDate: Float = -18
    static let otherGender: Float = -8
    static let sameCountry: Float = 1.5
    static let otherCountry: Float = -1.5
    static let sameIdentifier: Float = 25
    static let otherIdentifier: Float = -25
  }

  private let rows: [Int32]
  private let birthDates: [String]
  private let genders: [Gender?]
  private let countries: [String]
  private let identifiers: [String]
  /// Whether there is any further column at all.
  let isEmpty: Bool

  init(_ book: ItemBook) {
    birthDates = book.table.birthDates
    genders = book.table.genders
    countries = book.table.countries
    identifiers = book.table.identifiers
    isEmpty =
      birthDates.isEmpty && genders.isEmpty && countries.isEmpty && identifiers.isEmpty
    rows = isEmpty ? [] : (0..<book.count).map { Int32(book.firstRow($0)) }
  }

  /// The bits of a pair of items.
  func bits(_ a: Int32, _ b: Int32) -> Float {
    guard !isEmpty else { return 0 }
    let (x, y) = (Int(rows[Int(a)]), Int(rows[Int(b)]))
    var sum: Float = 0
    if !birthDates.isEmpty { sum += dates(birthDates[x], birthDates[y]) }
    if !genders.isEmpty, let first = genders[x], let second = genders[y], first != second {
      sum += Weight.otherGender
    }
    if !countries.isEmpty, !countries[x].isEmpty, !countries[y].isEmpty {
      sum += countries[x] == countries[y] ? Weight.sameCountry : Weight.otherCountry
    }
    if !identifiers.isEmpty, !identifiers[x].isEmpty, !identifiers[y].isEmpty {
      sum += identifiers[x] == identifiers[y] ? Weight.sameIdentifier : Weight.otherIdentifier
    }
    return sum
  }

  private func dates(_ a: String, _ b: String) -> Float {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    if a == b { return a.utf8.count > 4 ? Weight.sameDate : Weight.sameYear }
    guard let first = Self.year(a), let second = Self.year(b) else { return 0 }
    if first != second {
      let isNear = abs(first - second) <= 1 || Self.rest(a) == Self.rest(b) && Self.rest(a) != []
      return isNear ? Weight.otherYear : Weight.strangeDate
    }
    return a.utf8.count > 4 && b.utf8.count > 4 ? Weight.otherDate : Weight.sameYear
  }

  /// The numbers in a date beside the year.
  private static func rest(_ date: String) -> [Int] {
    date.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).filter { $0.count != 4 }
      .compactMap { Int($0) }.sorted()
  }

  /// The year in a date: its run of four digits.
  private static func year(_ date: String) -> Int? {
    date.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).first { $0.count == 4 }
      .flatMap { Int($0) }
  }
}
