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

  /// The ending of a table’s word for it. A switch: to ask the cases for their names takes a millisecond.
  init?(tag: String) {
    switch tag {
    case "ov": self = .ov
    case "in": self = .in
    case "ski": self = .ski
    case "adjective": self = .adjective
    case "ykh": self = .ykh
    case "ko": self = .ko
    case "uk": self = .uk
    case "ich": self = .ich
    case "yan": self = .yan
    case "dze": self = .dze
    case "shvili": self = .shvili
    case "ia": self = .ia
    case "li": self = .li
    case "zade": self = .zade
    case "oglu": self = .oglu
    case "uly": self = .uly
    case "kyzy": self = .kyzy
    case "tegi": self = .tegi
    case "nisba": self = .nisba
    case "western": self = .western
    default: return nil
    }
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

  /// The tradition of a table’s word for it.
  init?(tag: String) {
    switch tag {
    case "slavic": self = .slavic
    case "slavic-short": self = .slavicShort
    case "oglu": self = .oglu
    case "qizi": self = .qizi
    case "uly": self = .uly
    case "kyzy": self = .kyzy
    default: return nil
    }
  }
}
