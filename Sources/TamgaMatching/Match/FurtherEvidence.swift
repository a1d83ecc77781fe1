public import TamgaNames

/// What is known of an entity beside its name. Whatever is missing counts neither for nor against.
public struct FurtherEvidence: Sendable, Hashable {
  /// `1961`, `1961-12` or `1961-12-24`.
  public var birthDate: String?
  /// The bearer’s gender.
  public var gender: Gender?
  /// A code or a name, compared without regard to case.
  public var country: String?
  /// An identifier that one entity has, such as a tax number.
  public var identifier: String?

  /// Evidence; nothing by default.
  public init(
    birthDate: String? = nil, gender: Gender? = nil, country: String? = nil,
    identifier: String? = nil
  ) {
    self.birthDate = birthDate
    self.gender = gender
    self.country = country
    self.identifier = identifier
  }

  /// Bits for agreement and against for disagreement.
  public enum Weight {
    /// A full date agrees by chance once in some twenty thousand pairs; a month in some seven hundred; a year in sixty.
    public static let sameDate = 12.0
    /// The same year and month.
    public static let sameMonth = 8.0
    /// The same year.
    public static let sameYear = 5.0
    /// The dates of one person differ by mistakes of typing, the years less often.
    public static let otherDate = -4.0
    /// Different years.
    public static let otherYear = -10.0
    /// One is a man, the other a woman.
    public static let otherGender = -8.0
    /// The same country.
    public static let sameCountry = 1.5
    /// Different countries: people move, and have two.
    public static let otherCountry = -1.5
    /// The same identifier.
    public static let sameIdentifier = 25.0
    /// Different identifiers.
    public static let otherIdentifier = -25.0
  }

  /// What two entities' further evidence says, column by column.
  public static func compare(
    _ first: FurtherEvidence, _ second: FurtherEvidence
  ) -> [(level: PartEvidence.Level, first: String, second: String, bits: Double)] {
    var found: [(level: PartEvidence.Level, first: String, second: String, bits: Double)] = []
    if let a = filled(first.birthDate), let b = filled(second.birthDate) {
      found.append((.birthDate, a, b, dates(a, b)))
    }
    if let a = first.gender, let b = second.gender, a != b {
      found.append((.gender, a.rawValue, b.rawValue, Weight.otherGender))
    }
    if let a = filled(first.country), let b = filled(second.country) {
      let isSame = a.lowercased() == b.lowercased()
      found.append((.country, a, b, isSame ? Weight.sameCountry : Weight.otherCountry))
    }
    if let a = filled(first.identifier), let b = filled(second.identifier) {
      found.append(
        (.identifier, a, b, a == b ? Weight.sameIdentifier : Weight.otherIdentifier))
    }
    return found
  }

  private static func filled(_ value: String?) -> String? {
    value.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Compares dates as far as both are known.
  private static func dates(_ a: String, _ b: String) -> Double {
    let x = a.split(separator: "-").compactMap { Int($0) }
    let y = b.split(separator: "-").compactMap { Int($0) }
    guard let year = x.first, let other = y.first else {
      return a == b ? Weight.sameDate : Weight.otherDate
    }
    guard year == other else { return Weight.otherYear }
    let known = min(x.count, y.count, 3)
    guard x.prefix(known).elementsEqual(y.prefix(known)) else { return Weight.otherDate }
    return switch known {
    case 1: Weight.sameYear
    case 2: Weight.sameMonth
    default: Weight.sameDate
    }
  }
}
