/// The traditions of family names, by their endings.
public enum SurnameEnding: UInt8, Sendable, CaseIterable {
  case none
  /// -ов, -ова
  case ov
  /// -ин, -ина
  case `in`
  /// -ский, -ская
  case ski
  /// -ый, -ой, -ая
  case adjective
  /// -ых
  case ykh
  /// -ко
  case ko
  /// -чук
  case uk
  /// -ич
  case ich
  /// -ян
  case yan
  /// -дзе
  case dze
  /// -швили
  case shvili
  /// -ия
  case ia
  /// -lı, -bəyli
  case li
  /// -zadə
  case zade
  /// -oğlu
  case oglu
  /// -ұлы
  case uly
  /// -қызы, -qızı
  case kyzy
  /// -тегі
  case tegi
  /// -i, -vi: from a place or a pen name
  case nisba
  /// -son, -berg, -escu
  case western

  private static let byTag = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  init?(tag: String) {
    guard let ending = Self.byTag[tag] else { return nil }
    self = ending
  }
}

/// The traditions of patronymics.
public enum PatronymicClass: UInt8, Sendable, CaseIterable {
  case none
  /// -ович, -овна
  case slavic
  /// -ич, which is as often a surname’s ending
  case slavicShort
  /// Joined or hyphenated oğlu
  case oglu
  /// qızı
  case qizi
  /// -ұлы
  case uly
  /// -қызы
  case kyzy

  /// Whether the tradition is Azerbaijani or Kazakh: such a word is a surname where there is no other.
  public var isTurkic: Bool { rawValue >= Self.oglu.rawValue }

  private static let byTag = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  init?(tag: String) {
    guard let found = tag == "slavic-short" ? .slavicShort : Self.byTag[tag] else { return nil }
    self = found
  }
}
