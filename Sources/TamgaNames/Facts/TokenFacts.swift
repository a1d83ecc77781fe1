public import TamgaText

/// What is known of a word before its name is looked at: computed once for each distinct word.
public struct TokenFacts: Sendable, Equatable {
  /// A number that equal words share, and all but surely no others.
  public internal(set) var hash: UInt64 = 0
  /// The same for the word without an inflectional ending that a lexicon allows; 0 where there is none.
  var stemHash: UInt64 = 0
  /// The first of its letters; 0 where it has none.
  var firstLetter: UInt32 = 0
  /// What the lexicons of names know of it.
  public internal(set) var names: NameMarks = []
  /// What the lexicons of words know of it.
  public internal(set) var words: WordMarks = []
  /// The letters in it that few languages have.
  public internal(set) var alphabet: AlphabetMarks = []
  /// The script of most of its letters.
  public internal(set) var script: Script = .other
  /// How many letters it has, without a final period.
  public internal(set) var letterCount: UInt8 = 0
  /// The tradition of its ending, if it is a family name.
  public internal(set) var surname: SurnameEnding = .none
  /// The letters before that ending.
  public internal(set) var surnameStem: UInt8 = 0
  /// How much that ending says: 0 nothing, 1 a hint, 2 something, 3 much.
  public internal(set) var surnameStrength: UInt8 = 0
  /// The tradition of its ending, if it is a patronymic.
  public internal(set) var patronymic: PatronymicClass = .none
  /// The letters of it that the father’s name begins with.
  public internal(set) var fatherStem: UInt8 = 0
  /// What follows them in the father’s base name: a number of `TokenAnalyzer`’s tails.
  var fatherTail: UInt16 = 0
  /// Where the father’s name stands in `PartTable`, if the rules do not give it; else 0.
  var irregularFather: UInt32 = 0
  /// The row of the patronymic ending, for its marker.
  var patronymicRow: UInt16 = 0
  var flags: Flags = []
  /// A number that words share of which readers of names know the same: all but letters and where endings begin.
  private(set) var signature: UInt64 = 0

  /// Makes the signature of what was found.
  mutating func sign() {
    let classes: UInt32 =
      UInt32(min(letterCount, 7)) | UInt32(surnameStrength) << 3 | UInt32(flags.rawValue) << 8
      | UInt32(surname.rawValue) << 16 | UInt32(patronymic.rawValue) << 24
    let start = LetterHash.mix(LetterHash.seed, UInt32(script.rawValue) + 1)
    signature = LetterHash.mix(
      LetterHash.mix(LetterHash.mix(start, classes), names.rawValue), words.rawValue)
  }

  struct Flags: OptionSet, Sendable, Equatable {
    let rawValue: UInt8
    static let surnameMale = Flags(rawValue: 1 << 0)
    static let surnameFemale = Flags(rawValue: 1 << 1)
    static let patronymicFemale = Flags(rawValue: 1 << 2)
    static let fatherKnown = Flags(rawValue: 1 << 3)
    static let hyphenated = Flags(rawValue: 1 << 4)
    static let surnameStemKnown = Flags(rawValue: 1 << 5)
  }

  /// Whether the father’s name in a patronymic is one the lexicons know.
  public var isFatherKnown: Bool { flags.contains(.fatherKnown) }

  /// Whether a hyphen stands before the patronymic’s ending.
  public var isHyphenated: Bool { flags.contains(.hyphenated) }

  /// The gender a family name’s ending says; nil where it says none.
  public var surnameGender: Gender? {
    flags.contains(.surnameMale) ? .male : flags.contains(.surnameFemale) ? .female : nil
  }

  /// The gender a patronymic says.
  public var patronymicGender: Gender? {
    patronymic == .none ? nil : flags.contains(.patronymicFemale) ? .female : .male
  }
}
