/// A word of a cleaned name, as the tokenizer finds it.
public struct NameToken: Sendable, Equatable {
  /// What the shape and the surroundings of a token say.
  public struct Marks: OptionSet, Sendable, Hashable {
    /// A bit for each mark.
    public let rawValue: UInt16
    /// Makes marks of bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// It begins with a capital.
    public static let capital = Marks(rawValue: 1 << 0)
    /// It has two letters or more, all of them capitals.
    public static let capitals = Marks(rawValue: 1 << 1)
    /// A period ends it.
    public static let dotted = Marks(rawValue: 1 << 2)
    /// It is one letter, or a few with a period, as in `Дж.` and `К.-Ж.`
    public static let initial = Marks(rawValue: 1 << 3)
    /// It holds a digit.
    public static let digit = Marks(rawValue: 1 << 4)
    /// A comma or semicolon stands before it.
    public static let afterComma = Marks(rawValue: 1 << 5)
    /// It stands in brackets.
    public static let bracketed = Marks(rawValue: 1 << 6)
    /// It stands in quotes.
    public static let quoted = Marks(rawValue: 1 << 7)
    /// It holds a hyphen.
    public static let hyphen = Marks(rawValue: 1 << 8)
    /// A slash stands before it.
    public static let afterSlash = Marks(rawValue: 1 << 9)
    /// It is the first word of a run in brackets or quotes.
    public static let opens = Marks(rawValue: 1 << 10)
    /// A capital stands inside it behind small letters, as brands have it: `KazMunayGas`.
    public static let mixedCase = Marks(rawValue: 1 << 11)
    /// It ends in `!` or `?`, as titles of works may.
    public static let exclaimed = Marks(rawValue: 1 << 12)
  }

  /// Where it stands, in bytes of the name.
  public var bytes: Range<Int32>
  /// Where it begins, in Unicode scalars of the name; it has as many as it has letters.
  public var scalar: Int32
  /// Its folded letters in `NameTokenizer.letters`.
  public var letters: Range<Int32>
  /// What its shape and its surroundings say.
  public var marks: Marks
}
