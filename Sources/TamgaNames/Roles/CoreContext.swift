internal import TamgaText

/// What the rest of a person's name says of its core.
struct CoreContext: Sendable {
  var hasInitials = false
  /// A form of address, such as `ханым`.
  var hasAddress = false
  /// A rank, office or degree.
  var hasRank = false
  /// The gender of a title, if it says one.
  var titleGender: Gender?
  var isLatin = false
}
