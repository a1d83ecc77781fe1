/// How the letters of a token may be read, from its own letters and from what is known of its name.
public enum TokenReading {
  /// What the rest of a name says of its language, where that changes how Latin letters sound.
  public enum Hint: UInt8, Sendable, CaseIterable {
    case none, azerbaijani, kazakhLatin, turkish, kazakhArabic
    /// A language that reads Latin letters as English, German, French or Polish do.
    case western

    /// The hint a language gives.
    public init(_ language: Language?) {
      switch language {
      case .azLatn: self = .azerbaijani
      case .kkLatn: self = .kazakhLatin
      case .tr: self = .turkish
      case .kkArab: self = .kazakhArabic
      case .en, .de, .fr, .pl: self = .western
      default: self = .none
      }
    }
  }

  /// The readings of folded letters, most likely first: one where the letters decide it, two where they do not.
  public static func readings(_ letters: Span<UInt32>, hint: Hint) -> [SoundReading] {
    switch script(letters) {
    case .cyrillic: return [.cyrillic]
    case .arabic:
      return [hint == .kazakhArabic || hasKazakhArabic(letters) ? .kazakhArabic : .arabic]
    case .latin: break
    default: return []
    }
    var turkic = false
    var kazakh = false
    for index in 0..<letters.count {
      switch letters[index] {
      case 0x259: return [.azerbaijani]
      case 0x11F, 0x131, 0x15F, 0xE7, 0xF6, 0xFC: turkic = true
      case 0xE4, 0xF1, 0x16B, 0x1F5, 0x144, 0x14B: kazakh = true
      // a’ g’ i’ o’ u’ y’ of the order of 2017; behind other letters it is as likely a soft sign.
      case 0x2019 where index > 0:
        switch letters[index - 1] {
        case 0x61, 0x67, 0x69, 0x6F, 0x75, 0x79: kazakh = true
        default: break
        }
      default: break
      }
    }
    switch hint {
    case .azerbaijani: return [.azerbaijani]
    case .turkish: return turkic ? [.turkish] : [.turkish, .latin]
    case .kazakhLatin: return [.kazakhLatin, .latin]
    case .western: return [.latin]
    case .none, .kazakhArabic:
      if turkic, !kazakh { return [.azerbaijani, .latin] }
      if kazakh { return [.kazakhLatin, .latin] }
      return [.latin, .azerbaijani]
    }
  }

  private static func hasKazakhArabic(_ letters: Span<UInt32>) -> Bool {
    for index in 0..<letters.count {
      switch letters[index] {
      case 0x6AD, 0x6CB, 0x6D5, 0x674: return true
      default: break
      }
    }
    return false
  }

  /// The script of a token: that of its first letter.
  public static func script(_ letters: Span<UInt32>) -> Script {
    for index in 0..<letters.count {
      switch letters[index] {
      case 0x61...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF: return .latin
      case 0x400...0x52F: return .cyrillic
      case 0x600...0x6FF: return .arabic
      default: continue
      }
    }
    return .other
  }
}
