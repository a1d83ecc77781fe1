/// What speaks for a name's type; each has four weights in `Lexicons/models/name-types.tsv`.
enum TypeFeature: Int, Sendable, CaseIterable {
  case bias
  // How many words there are.
  case oneWord, twoWords, threeWords, fourOrFiveWords, manyWords
  // Words that say what is named.
  case placeKind, organizationKind, workKind, legalForm, abbreviation, descriptor, namedAfter
  case joining
  // Names of places.
  case place, placeInside, placeAlone
  // Words of persons’ names.
  case given, givenSound, givenAlone, twoGiven
  case strongEnding, weakEnding, surname, surnameAlone, adjective
  case patronymic, marker, initial, title
  case personFits, personHalfFits, personMisfits
  // Shapes.
  case quotedPart, digit, smallWord, capitals, hyphen, comma, bracket

  var tag: String { "\(self)" }

  static let byTag = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
