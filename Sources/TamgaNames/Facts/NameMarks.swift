/// What the lexicons of names know of a word, as a person's name.
public struct NameMarks: OptionSet, Sendable, Hashable {
  /// A bit for each mark.
  public let rawValue: UInt32
  /// Makes marks of bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A given name of men in Azerbaijani; like all that follow, also in its spelling for another
  /// language.
  public static let azerbaijaniMale = NameMarks(rawValue: 1 << 0)
  /// A given name of women in Azerbaijani.
  public static let azerbaijaniFemale = NameMarks(rawValue: 1 << 1)
  /// A given name of men in Kazakh.
  public static let kazakhMale = NameMarks(rawValue: 1 << 2)
  /// A given name of women in Kazakh.
  public static let kazakhFemale = NameMarks(rawValue: 1 << 3)
  /// A given name of men in Russian.
  public static let russianMale = NameMarks(rawValue: 1 << 4)
  /// A given name of women in Russian.
  public static let russianFemale = NameMarks(rawValue: 1 << 5)
  /// A given name of men in another language.
  public static let otherMale = NameMarks(rawValue: 1 << 6)
  /// A given name of women in another language.
  public static let otherFemale = NameMarks(rawValue: 1 << 7)
  /// It stands in a lexicon of given names as it is written.
  public static let base = NameMarks(rawValue: 1 << 8)
  /// A lexicon gives it as another language's spelling of a given name.
  public static let form = NameMarks(rawValue: 1 << 9)
  /// A short or affectionate form.
  public static let diminutive = NameMarks(rawValue: 1 << 10)
  /// It only sounds like a given name of the lexicons.
  public static let sound = NameMarks(rawValue: 1 << 11)
  /// Each part of the hyphenated word is a given name.
  public static let compound = NameMarks(rawValue: 1 << 12)
  /// It would be a given name without a Russian case ending.
  public static let inflected = NameMarks(rawValue: 1 << 13)
  /// It stands in a lexicon of surnames.
  public static let surname = NameMarks(rawValue: 1 << 14)
  /// It stands there as one without a surname’s ending.
  public static let bareSurname = NameMarks(rawValue: 1 << 15)

  /// It is a Chinese surname, which stands first.
  public static let chineseSurname = NameMarks(rawValue: 1 << 16)

  /// It only ends as compound given names do: `Оразбек`.
  public static let ending = NameMarks(rawValue: 1 << 17)

  /// It is not known, and only looks like a given name.
  static let likeness: NameMarks = [.sound, .ending]
  static let male: NameMarks = [.azerbaijaniMale, .kazakhMale, .russianMale, .otherMale]
  static let female: NameMarks = [.azerbaijaniFemale, .kazakhFemale, .russianFemale, .otherFemale]
  static let given: NameMarks = [.male, .female]

  /// Whether the word is a given name at all.
  @inline(__always)
  public var isGiven: Bool { !isDisjoint(with: .given) }

  /// Whether the lexicons do not have the word, and it only sounds or ends like a given name.
  @inline(__always)
  public var isLikeness: Bool { !isDisjoint(with: .likeness) }

  /// The gender of the given name; nil where it is none, or one of both.
  public var gender: Gender? {
    switch (isDisjoint(with: .male), isDisjoint(with: .female)) {
    case (false, true): .male
    case (true, false): .female
    default: nil
    }
  }

  /// The marks of a lexicon’s language and gender column.
  static func given(_ language: String, _ gender: String) -> NameMarks {
    let pair: (male: NameMarks, female: NameMarks) =
      switch language {
      case "az": (.azerbaijaniMale, .azerbaijaniFemale)
      case "kk": (.kazakhMale, .kazakhFemale)
      case "ru": (.russianMale, .russianFemale)
      default: (.otherMale, .otherFemale)
      }
    switch gender {
    case "m": return pair.male
    case "f": return pair.female
    default: return [pair.male, pair.female]
    }
  }
}
