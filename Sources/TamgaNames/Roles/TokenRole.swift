/// The role of a token, how likely it is and why.
public struct TokenRole: Sendable, Equatable {
  /// What the token is in its name.
  public var role: NameRole
  /// From 0 to 1.
  public var probability: Float
  /// What speaks for it most.
  public var reason: RoleReason
}

/// What speaks for a role, in a few words.
public enum RoleReason: String, Sendable, CaseIterable {
  case givenLexicon = "known given name"
  case diminutive = "short form of a given name"
  case givenSound = "sounds like a given name"
  case givenEnding = "ends as given names do"
  case surnameLexicon = "known family name"
  case surnameEnding = "ending of family names"
  case patronymicEnding = "ending of patronymics"
  case fatherBeforeMarker = "stands before a patronymic’s marker"
  case marker = "marker of a patronymic"
  case initial = "initial"
  case title = "title"
  case particle = "particle of a family name"
  case comma = "stands before the comma"
  case place = "its place in the name"
  case brackets = "stands in brackets"
  case quotes = "stands in quotes"
  case announced = "the word before announces it"
  case announcing = "announces another name"
  case kindWord = "word for a kind of thing"
  case legalForm = "legal form"
  case namedAfter = "somebody something is named after"
  case joining = "joins other words"
  case plain = "word of the name"
}
