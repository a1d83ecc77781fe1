/// What a word does in names, by the lexicons of words.
public struct WordMarks: OptionSet, Sendable, Hashable {
  /// A bit for each mark.
  public let rawValue: UInt32
  /// Makes marks of bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// It makes the name before it a patronymic.
  public static let patronymicMarker = WordMarks(rawValue: 1 << 0)
  /// It announces a maiden name.
  public static let maidenMarker = WordMarks(rawValue: 1 << 1)
  /// It announces another name.
  public static let aliasMarker = WordMarks(rawValue: 1 << 2)
  /// It stands between a person and what is named after them.
  public static let namedAfter = WordMarks(rawValue: 1 << 3)
  /// A particle of family names: `ибн`, `von`.
  public static let particle = WordMarks(rawValue: 1 << 4)
  /// A title that stands before names.
  public static let titleBefore = WordMarks(rawValue: 1 << 5)
  /// A title that stands behind names.
  public static let titleAfter = WordMarks(rawValue: 1 << 6)
  /// A rank, office or degree; other titles are forms of address.
  public static let rank = WordMarks(rawValue: 1 << 7)
  /// A kind of place: `rayonu`, `область`.
  public static let placeKind = WordMarks(rawValue: 1 << 8)
  /// A kind of organisation: `bank`, `университеті`.
  public static let organizationKind = WordMarks(rawValue: 1 << 9)
  /// `dövlət`, `национальный`: a word that describes an organisation.
  public static let descriptor = WordMarks(rawValue: 1 << 10)
  /// A word that only joins others: `and`, `және`.
  public static let grammar = WordMarks(rawValue: 1 << 11)
  /// A legal form: `ООО`, `MMC`.
  public static let legalForm = WordMarks(rawValue: 1 << 12)
  /// A kind of work: `roman`, `газеті`.
  public static let workKind = WordMarks(rawValue: 1 << 13)
  /// The name of a place.
  public static let place = WordMarks(rawValue: 1 << 14)
  /// An abbreviation of organisations.
  public static let abbreviation = WordMarks(rawValue: 1 << 15)
  /// A kind of place or organisation that is often named after a person: a street, a university.
  public static let honours = WordMarks(rawValue: 1 << 16)
  /// A marker or title of men.
  public static let male = WordMarks(rawValue: 1 << 17)
  /// A marker or title of women.
  public static let female = WordMarks(rawValue: 1 << 18)
  /// It may begin an expression of several words.
  public static let opens = WordMarks(rawValue: 1 << 19)

  /// A marker between a person and a thing that stands before the person: `имени`.
  public static let precedes = WordMarks(rawValue: 1 << 20)
  /// A religious title: `Hacı`, `Şeyx`.
  public static let religious = WordMarks(rawValue: 1 << 21)

  /// It ends as names of companies do: `-bank`, `-газ`.
  public static let organizationEnding = WordMarks(rawValue: 1 << 22)

  /// A work’s title, or a word of one: `Аршин мал алан`.
  public static let workTitle = WordMarks(rawValue: 1 << 23)

  static let title: WordMarks = [.titleBefore, .titleAfter]
  static let organization: WordMarks = [.organizationKind, .descriptor]
  static let kind: WordMarks = [.placeKind, .organizationKind, .workKind]
}
