internal import TamgaText

/// A name that was found, as a range of tokens, before its base form is made.
struct FoundName: Sendable {
  var tokens: Range<Int>
  var type: NameType
  /// Whether it stands in quotation marks: its words are not inflected.
  var isQuoted = false
  /// Whether more than the looks of its words speaks for its type.
  var isSure = true
}
