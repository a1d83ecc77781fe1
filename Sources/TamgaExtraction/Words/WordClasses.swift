/// What a word does in running text, in one language.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt32

  /// A small word, or one that begins sentences.
  static let common = WordClasses(rawValue: 1 << 0)
  /// A people, a language, a religion, or an adjective of these.
  static let people = WordClasses(rawValue: 1 << 1)
  /// A month, a weekday, an era.
  static let calendar = WordClasses(rawValue: 1 << 2)
  /// Furniture of web pages.
  static let navigation = WordClasses(rawValue: 1 << 3)
  /// A kind of event: what is named so is no mention, but the places in it are.
  static let event = WordClasses(rawValue: 1 << 4)
  /// A treaty, a law and the like.
  static let document = WordClasses(rawValue: 1 << 5)
  static let award = WordClasses(rawValue: 1 << 6)
  /// What a person is: it stands beside the name.
  static let occupation = WordClasses(rawValue: 1 << 7)
  /// A preposition that stands before places.
  static let inside = WordClasses(rawValue: 1 << 8)
  static let placeKind = WordClasses(rawValue: 1 << 9)
  /// A kind of place whose word belongs to the name: a region, a sea, an empire.
  static let keptKind = WordClasses(rawValue: 1 << 10)
  static let organizationKind = WordClasses(rawValue: 1 << 11)
  /// A word that describes organisations: `national`, `дел`, `иностранных`.
  static let organizationWord = WordClasses(rawValue: 1 << 12)
  static let workKind = WordClasses(rawValue: 1 << 13)
  /// A title that stands before or after a person’s name.
  static let title = WordClasses(rawValue: 1 << 14)
  /// `adına`, `имени`: what something is named after stands beside it.
  static let namedAfter = WordClasses(rawValue: 1 << 15)
  static let legalForm = WordClasses(rawValue: 1 << 16)
  /// A particle of family names.
  static let particle = WordClasses(rawValue: 1 << 17)
  /// A form of address that follows a given name: `bəy`, `xanım`.
  static let honorific = WordClasses(rawValue: 1 << 18)
  /// `oğlu`, `қызы`: it makes the name before it a patronymic.
  static let marker = WordClasses(rawValue: 1 << 19)

  /// A title that belongs to the name: `Hacı`, `Mirzə`, `Molla`.
  static let nameTitle = WordClasses(rawValue: 1 << 20)

  /// What a name’s head word can be.
  static let kinds: WordClasses = [
    .placeKind, .keptKind, .organizationKind, .workKind, .event, .document, .award,
  ]

  /// The class of that name in `extraction/words.tsv`.
  init?(tag: String) {
    switch tag {
    case "common": self = .common
    case "people": self = .people
    case "month", "weekday", "era": self = .calendar
    case "navigation": self = .navigation
    case "event": self = .event
    case "document": self = .document
    case "award": self = .award
    case "occupation": self = .occupation
    case "inside": self = .inside
    case "organization": self = .organizationKind
    case "place": self = [.placeKind, .keptKind]
    case "nameTitle": self = .nameTitle
    default: return nil
    }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}
