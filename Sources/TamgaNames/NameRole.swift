/// What a token is in its name.
public enum NameRole: String, Sendable, CaseIterable, Codable {
  /// A given name, or a part of a compound one.
  case given
  /// A family name, or a part of a double one.
  case family
  /// A patronymic, or the father's name before a marker.
  case patronymic
  /// A word that makes the name before it a patronymic: `oğlu`, `қызы`.
  case marker
  case initial
  case title
  /// A particle of a family name: `de`, `ибн`.
  case particle
  /// A by-name in quotes.
  case nickname
  /// An earlier family name.
  case maiden
  /// Another name of the same person, in brackets or announced by `aka`.
  case alias
  /// A word that says what is named: `rayonu`, `университет`.
  case kind
  /// A legal form: `MMC`, `ООО`.
  case legal
  /// A word of a name that is not a person's.
  case name
  /// A word of the person's name that something is named after.
  case person
  /// A word that joins or announces others: `adına`, `and`, `née`.
  case other
}
