/// One conversion rule: `before { key } after > output`.
struct TransformRule: Sendable {
  /// What must stand before, in the text already made; the last element is the nearest.
  var before: [CodePointSet]
  /// What is replaced; empty for a rule that only inserts.
  var key: [UInt32]
  /// What must follow, in the text still to come.
  var after: [CodePointSet]
  /// What takes its place.
  var output: [UInt32]
  /// Whether the rule folds a letter that does not belong to the scheme's alphabet.
  var isForeign = false
}
