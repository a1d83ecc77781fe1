/// How a script's letters are read: by a language's rules, or by none in particular.
public enum SoundReading: UInt8, Sendable, CaseIterable {
  /// Latin letters of no language in particular: English, German, French, Polish, scholarly romanisations.
  case latin
  case azerbaijani, kazakhLatin, turkish
  case cyrillic
  case arabic, kazakhArabic

  /// The reading of a language.
  public init(_ language: Language) {
    switch language {
    case .azLatn: self = .azerbaijani
    case .kkLatn: self = .kazakhLatin
    case .tr: self = .turkish
    case .azCyrl, .kkCyrl, .ru, .uk, .be, .ky, .tt: self = .cyrillic
    case .azArab, .fa: self = .arabic
    case .kkArab: self = .kazakhArabic
    case .uz, .en, .de, .fr, .pl: self = .latin
    }
  }

  /// Whether the reading is of a script that does not write short vowels; Kazakh writes all of them.
  public var isAbjad: Bool { self == .arabic }
}
