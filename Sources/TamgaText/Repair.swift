/// One change that cleaning made to a name.
public struct Repair: Sendable, Equatable {
  /// Why a change was made.
  public enum Kind: String, Sendable, CaseIterable {
    /// Bytes that are not UTF-8 became U+FFFD.
    case invalid
    /// Text that was decoded with the wrong table.
    case mojibake
    /// An HTML entity or a percent escape was decoded.
    case entity
    /// Decomposed letters were composed (NFC).
    case nfc
    /// A compatibility form (full width, ligature, presentation form) became the letter itself.
    case compatibility
    /// An invisible or control character was removed.
    case invisible
    case space, apostrophe, hyphen, quote
    /// Azerbaijani typed in a font that drew its letters over the Russian ones.
    case keyboardFont = "keyboard-font"
    /// A letter of another script that looks the same.
    case homoglyph
    /// One of the three schwas for another.
    case schwa
    /// An `i` with a separate dot.
    case dottedI = "dotted-i"
    /// A stress mark was removed.
    case stress
    /// Greenlandic kra, typed for к.
    case kra
    /// An Arabic letter in the shape of another language.
    case arabicLetter = "arabic-letter"
    /// Initials that were glued together.
    case initials
    case comma, punctuation
    /// Capitals became a title-cased name, or small letters did.
    case `case`
  }

  /// Why the change was made.
  public let kind: Kind
  /// Where the change was made, in Unicode scalars of the text that was given.
  public let range: Range<Int>
  /// What stood there.
  public let from: String
  /// What stands there now.
  public let to: String

  /// Makes a change.
  public init(kind: Kind, range: Range<Int>, from: String, to: String) {
    self.kind = kind
    self.range = range
    self.from = from
    self.to = to
  }
}
