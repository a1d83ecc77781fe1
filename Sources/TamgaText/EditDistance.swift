/// How far two spellings are apart.
package enum EditDistance {
  /// The least number of letters to change, add or leave out (Levenshtein 1965).
  package static func between<Letter: Equatable>(_ first: [Letter], _ second: [Letter]) -> Int {
    var row = Array(0...second.count)
    for (i, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in second.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[second.count]
  }
}
