/// A way to read a word as an inflected form: what remains of it, and what that was given to become base form.
struct CaseForm: Sendable, Equatable {
  enum Case: UInt8, Sendable {
    case nominative, genitive, dative, accusative, locative, ablative, instrumental
  }

  /// How far the ending alone can be trusted.
  enum Strength: UInt8, Sendable, Comparable {
    /// Only where the base form is known.
    case weak
    /// Where nothing speaks against it.
    case medium
    /// Nearly always an ending.
    case strong

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// How many letters of the word the base form begins with.
  var kept: Int
  /// The letters that follow them in the base form.
  var tail: [UInt32]
  var grammaticalCase: Case
  var strength: Strength

  /// The base form of a word.
  func base(_ letters: [UInt32]) -> [UInt32] { Array(letters[..<kept]) + tail }

  static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}

extension Tongue {
  /// The ways to read a word, given as letters of the main alphabet, as an inflected form; the word itself is not
  /// among them.
  ///
  /// - Parameter possessed: whether the word ends in the possessive of a thing’s owner, as the kind words of
  ///   organisations do (`universiteti`, `ұйымы`).
  func forms(_ letters: [UInt32], possessed: Bool = false) -> [CaseForm] {
    switch self {
    case .azerbaijani: SuffixCases.azerbaijani.forms(letters, possessed: possessed)
    case .kazakh: SuffixCases.kazakh.forms(letters, possessed: possessed)
    case .russian: RussianCases.forms(letters)
    case .english: []
    }
  }
}
