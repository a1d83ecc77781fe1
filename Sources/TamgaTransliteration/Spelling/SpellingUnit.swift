/// A few letters of the source and the letters of the target they stand for: what a spelling model counts.
struct SpellingUnit: Hashable, Sendable {
  let source: String
  let target: String

  /// The mark of a word's beginning, and of its end.
  static let begin = SpellingUnit(source: "^", target: "")
  static let end = SpellingUnit(source: "$", target: "")

  /// The unit as tables write it: `zh}ж`, and `б` where both letters are the same.
  var text: String {
    switch self {
    case .begin: "^"
    case .end: "$"
    default: source == target ? source : "\(source)}\(target)"
    }
  }

  init(source: String, target: String) {
    self.source = source
    self.target = target
  }
}
