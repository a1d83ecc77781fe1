/// A few letters of the source and the letters of the target they stand for: what a spelling model counts.
struct SpellingUnit: Hashable, Sendable {
  let source: String
  let target: String

  /// The mark of a word's beginning, and of its end.
  static let begin = SpellingUnit(source: "^", target: "")
  static let end = SpellingUnit(source: "$", target: "")

  /// The unit as tables write it: `ж}zh`.
  var text: String { self == .begin ? "^" : self == .end ? "$" : "\(source)}\(target)" }

  /// Reads what `text` wrote.
  init?(text: Substring) {
    if text == "^" {
      self = .begin
    } else if text == "$" {
      self = .end
    } else {
      let parts = text.split(separator: "}", omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      self.init(source: String(parts[0]), target: String(parts[1]))
    }
  }

  init(source: String, target: String) {
    self.source = source
    self.target = target
  }
}
