/// What speaks for or against a reading of a person's name; each has a weight in `Lexicons/models/name-roles.tsv`.
enum RoleFeature: Int, Sendable, CaseIterable {
  // The order of the parts.
  case orderGiven, orderFamily, orderGivenFamily, orderFamilyGiven
  case orderGivenPatronymic, orderPatronymicGiven, orderFamilyPatronymic
  case orderGivenPatronymicFamily, orderFamilyGivenPatronymic, orderGivenFamilyPatronymic
  /// A second and further given name, a second family name.
  case extraGiven, extraFamily
  /// Family name first in Latin letters.
  case familyFirstLatin
  /// A Chinese surname first, and behind it no given name of ours.
  case familyFirstChinese
  // A word read as a given name.
  case givenBase, givenForm, givenDiminutive, givenCompound, givenSound, givenEnding
  case givenStrongEnding, givenWeakEnding, givenFaintEnding, givenSurname, givenPatronymic
  case givenShort, givenCapitals
  // A word read as a family name.
  case familyBase, familySound, familyStrongEnding, familyWeakEnding, familyFaintEnding
  case familyStemKnown, familySurname, familyBareSurname, familyCapitals
  case familySlavicPatronymic, familyTurkicPatronymic, familyAfterParticle
  // A word read as a patronymic.
  case patronymicMarked, patronymicSlavic, patronymicSlavicUnknown, patronymicShort
  case patronymicTurkicWithFamily, patronymicTurkicWithoutFamily, patronymicHyphenated
  case patronymicBesideAddress
  // The whole.
  case genderAgrees, genderClashes, patronymicClashes
  case givenBesideInitials, familyBesideInitials, givenBesideAddress, familyBesideRank

  init?(tag: String) {
    guard let found = Self.byTag[tag] else { return nil }
    self = found
  }

  /// Its name in the table.
  var tag: String { Self.tags[rawValue] }

  /// The names of the cases, in their order. To ask the cases themselves takes a millisecond, which is much for who
  /// wants one name.
  private static let tags = [
    "orderGiven", "orderFamily", "orderGivenFamily", "orderFamilyGiven", "orderGivenPatronymic",
    "orderPatronymicGiven", "orderFamilyPatronymic", "orderGivenPatronymicFamily",
    "orderFamilyGivenPatronymic", "orderGivenFamilyPatronymic", "extraGiven", "extraFamily",
    "familyFirstLatin", "familyFirstChinese", "givenBase", "givenForm", "givenDiminutive",
    "givenCompound", "givenSound", "givenEnding", "givenStrongEnding", "givenWeakEnding",
    "givenFaintEnding", "givenSurname", "givenPatronymic", "givenShort", "givenCapitals",
    "familyBase", "familySound", "familyStrongEnding", "familyWeakEnding", "familyFaintEnding",
    "familyStemKnown", "familySurname", "familyBareSurname", "familyCapitals",
    "familySlavicPatronymic", "familyTurkicPatronymic", "familyAfterParticle", "patronymicMarked",
    "patronymicSlavic", "patronymicSlavicUnknown", "patronymicShort", "patronymicTurkicWithFamily",
    "patronymicTurkicWithoutFamily", "patronymicHyphenated", "patronymicBesideAddress",
    "genderAgrees", "genderClashes", "patronymicClashes", "givenBesideInitials",
    "familyBesideInitials", "givenBesideAddress", "familyBesideRank",
  ]

  private static let byTag = Dictionary(
    uniqueKeysWithValues: zip(tags, allCases))

  /// The feature of an order: they stand first, in the order of `RolePattern.Order`.
  init(_ order: RolePattern.Order) { self = Self(rawValue: order.rawValue) ?? .orderGiven }
}
