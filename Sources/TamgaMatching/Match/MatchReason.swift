/// The one thing that decided a comparison, named.
public enum MatchReason: String, Sendable, CaseIterable, Codable {
  /// All parts agree.
  case agreement
  /// Parts agree, others were left out in one of the names.
  case omission
  /// Family names of one stem with the endings of two traditions: `-ov`, `-lı`, `-zadə`, `-ұлы`, or none.
  case surnameReform = "surname reform"
  /// The masculine and the feminine of one family name.
  case genderTwin = "gender twin"
  /// The names agree, but many people bear them.
  case commonName = "common name"
  /// Nothing but an initial speaks for the given name.
  case initialOnly = "initial only"
  /// One of the names has a single part.
  case singlePart = "single part"
  /// A diminutive may stand for several names.
  case diminutive
  /// Family name and patronymic agree, the given names do not: relatives.
  case relatives
  case otherGiven = "other given name"
  case otherFamily = "other family name"
  case otherPatronymic = "other patronymic"
  case otherInitial = "other initial"
  case otherGender = "other gender"
  case otherWord = "other word"
  case otherKind = "other kind"
  case otherRelation = "other relation"
  case otherNumber = "other number"
  case otherType = "other type"
  case otherBirthDate = "other birth date"
  case otherCountry = "other country"
  case otherIdentifier = "other identifier"
  case sameIdentifier = "same identifier"
  /// A lexicon knows both as names of one thing.
  case known = "known names"
  /// Spellings that are near each other, but not near enough to be sure.
  case doubtfulSpelling = "doubtful spelling"
  /// One of the names has nothing that can be compared.
  case empty = "nothing to compare"

  /// The reason in plain words, as the end of a sentence.
  public var words: String {
    switch self {
    case .agreement: "all parts agree"
    case .omission: "what both have agrees; the rest was left out in one of them"
    case .surnameReform: "the family names have one stem, but endings of two traditions"
    case .genderTwin: "the family names are the masculine and the feminine of one"
    case .commonName: "the names agree, but many people bear them"
    case .initialOnly: "only an initial speaks for the given name"
    case .singlePart: "one of the names has a single part"
    case .diminutive: "a short form may stand for several names"
    case .relatives: "family name and patronymic agree, the given names do not"
    case .otherGiven: "the given names are different"
    case .otherFamily: "the family names are different"
    case .otherPatronymic: "they have different fathers"
    case .otherInitial: "an initial is not that of the other name"
    case .otherGender: "one is a man’s name, the other a woman’s"
    case .otherWord: "they have different words"
    case .otherKind: "they are things of different kinds"
    case .otherRelation: "they have the same words in other relations"
    case .otherNumber: "they have different numbers"
    case .otherType: "one names a person, the other does not"
    case .otherBirthDate: "the birth dates are different"
    case .otherCountry: "the countries are different"
    case .otherIdentifier: "the identifiers are different"
    case .sameIdentifier: "they have the same identifier"
    case .known: "both are known names of one thing"
    case .doubtfulSpelling: "the spellings are near each other, but not near enough"
    case .empty: "one of the names has nothing that can be compared"
    }
  }
}
