/// Letters of a word that few languages have.
public struct AlphabetMarks: OptionSet, Sendable, Hashable {
  /// A bit for each mark.
  public let rawValue: UInt16
  /// Makes marks of bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// ə
  public static let azerbaijani = AlphabetMarks(rawValue: 1 << 0)
  /// ı ğ ş ç ö ü
  public static let turkic = AlphabetMarks(rawValue: 1 << 1)
  /// ä ñ ū ǵ and the like
  public static let kazakhLatin = AlphabetMarks(rawValue: 1 << 2)
  /// ҹ ҝ ј
  public static let azerbaijaniCyrillic = AlphabetMarks(rawValue: 1 << 3)
  /// ә ө ү һ ғ
  public static let turkicCyrillic = AlphabetMarks(rawValue: 1 << 4)
  /// қ ң ұ
  public static let kazakhCyrillic = AlphabetMarks(rawValue: 1 << 5)
  /// э ё щ ъ ц ф: seldom in Kazakh or Azerbaijani words
  public static let russian = AlphabetMarks(rawValue: 1 << 6)
  /// ї є ґ
  public static let ukrainian = AlphabetMarks(rawValue: 1 << 7)
  /// ў
  public static let belarusian = AlphabetMarks(rawValue: 1 << 8)
  /// پ چ ژ گ
  public static let persian = AlphabetMarks(rawValue: 1 << 9)
  /// ۇ ۆ ە ڭ
  public static let kazakhArabic = AlphabetMarks(rawValue: 1 << 10)
  /// і
  public static let dottedI = AlphabetMarks(rawValue: 1 << 11)
  /// w and x between vowels and the like: Latin letters of no Turkic alphabet
  public static let western = AlphabetMarks(rawValue: 1 << 12)
  /// ы
  public static let yery = AlphabetMarks(rawValue: 1 << 13)

  /// The marks of one folded letter.
  @inline(__always)
  init(letter: UInt32) {
    guard letter > 0x7A || letter == 0x77 else {
      self = []
      return
    }
    switch letter {
    case 0x259: self = .azerbaijani
    case 0x131, 0x11F, 0x15F, 0xE7, 0xF6, 0xFC: self = .turkic
    case 0xE4, 0xF1, 0x16B, 0x1F5, 0x144, 0x14B, 0x12B, 0xE1, 0xFA, 0xFD, 0xF3: self = .kazakhLatin
    case 0x4B9, 0x49D, 0x458: self = .azerbaijaniCyrillic
    case 0x4D9, 0x4E9, 0x4AF, 0x4BB, 0x493: self = .turkicCyrillic
    case 0x49B, 0x4A3, 0x4B1: self = .kazakhCyrillic
    case 0x44D, 0x449, 0x44A, 0x446, 0x444: self = .russian
    case 0x44B: self = .yery
    case 0x457, 0x454, 0x491: self = .ukrainian
    case 0x45E: self = .belarusian
    case 0x456: self = .dottedI
    case 0x67E, 0x686, 0x698, 0x6AF: self = .persian
    case 0x6C7, 0x6C6, 0x6D5, 0x6AD, 0x6CB, 0x674: self = .kazakhArabic
    case 0x77: self = .western
    default: self = []
    }
  }
}
