/// What speaks for a name's type; each has four weights in `Lexicons/models/name-types.tsv`.
enum TypeFeature: Int, Sendable, CaseIterable {
  case bias
  // How many words there are.
  case oneWord, twoWords, threeWords, fourOrFiveWords, manyWords
  // Words that say what is named.
  case placeKind, organizationKind, workKind, legalForm, abbreviation, descriptor, namedAfter
  case joining, organizationEnding
  // Names of places.
  case place, placeInside, placeAlone
  // Words of persons’ names.
  case given, givenSound, givenEnding, givenAlone, twoGiven
  case strongEnding, weakEnding, surname, surnameAlone, liAlone, adjective
  case patronymic, marker, initial, title, titleBesideName
  case personFits, personHalfFits, personMisfits
  // Shapes.
  case quotedPart, digit, smallWord, acronym, mixedCase, hyphen, comma, bracket, sentence
  // Arabic letters leave out most of what tells a person’s name.
  case arabicWord, arabicWords

  var tag: String { Self.tags[rawValue] }

  /// The names of the cases, in their order. To ask the cases themselves takes a millisecond, which is much for who
  /// wants one name.
  private static let tags = [
    "bias", "oneWord", "twoWords", "threeWords", "fourOrFiveWords", "manyWords", "placeKind",
    "organizationKind", "workKind", "legalForm", "abbreviation", "descriptor", "namedAfter",
    "joining", "organizationEnding", "place", "placeInside", "placeAlone", "given", "givenSound",
    "givenEnding", "givenAlone", "twoGiven", "strongEnding", "weakEnding", "surname",
    "surnameAlone", "liAlone", "adjective", "patronymic", "marker", "initial", "title",
    "titleBesideName", "personFits", "personHalfFits", "personMisfits", "quotedPart", "digit",
    "smallWord", "acronym", "mixedCase", "hyphen", "comma", "bracket", "sentence", "arabicWord",
    "arabicWords",
  ]

  static let byTag = Dictionary(
    uniqueKeysWithValues: zip(tags, allCases))
}
