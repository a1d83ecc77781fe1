/// A word, a number or a sign of a text.
struct TextToken: Sendable {
  enum Kind: UInt8, Sendable { case word, number, sign }

  /// How a word is written.
  enum Shape: UInt8, Sendable {
    /// In small letters, or in a script that has no capitals.
    case lower
    /// With a capital first, and none after it but behind a hyphen.
    case capital
    /// One capital letter.
    case initial
    /// Two letters or more, all capitals.
    case upper
    /// Capitals in the middle: `KazMunayGas`, `iPhone`.
    case mixed
  }

  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    /// Nothing stands between it and the token before.
    static let joined = Marks(rawValue: 1 << 0)
    /// It is the first of its line.
    static let line = Marks(rawValue: 1 << 1)
    /// It is the first word of a sentence, of a quotation or behind a colon: its capital says nothing.
    static let starts = Marks(rawValue: 1 << 2)
    /// A part of an address, a reference mark or the like: never of a name.
    static let masked = Marks(rawValue: 1 << 3)
    /// It has digits in it.
    static let digits = Marks(rawValue: 1 << 4)
    /// An English possessive ending follows: `’s`, or `’` behind an s.
    static let possessive = Marks(rawValue: 1 << 5)
    /// Already part of a name, or known to be part of none.
    static let claimed = Marks(rawValue: 1 << 6)
  }

  var kind: Kind
  var shape: Shape = .lower
  var marks: Marks = []
  /// Where it stands, in scalars.
  var start: Int32
  var end: Int32
  /// The number of the word's entry; -1 for what is no word.
  var word: Int32 = -1
  /// The scalar of a sign; 0 for others.
  var sign: UInt32 = 0

  var range: Range<Int> { Int(start)..<Int(end) }

  /// Whether it begins with a capital or holds one.
  var isCapital: Bool { kind == .word && shape != .lower }
}
