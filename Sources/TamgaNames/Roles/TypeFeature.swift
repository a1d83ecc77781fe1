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

  var tag: String { "\(self)" }

  static let byTag = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
