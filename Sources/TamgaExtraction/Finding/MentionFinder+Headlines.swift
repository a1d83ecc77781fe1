/// Lines in title case, where a capital says little.
extension MentionFinder {
  mutating func findHeadlines(_ line: Range<Int>) {
    if isReference(line) {
      headlines.append(line)
      return
    }
    // A sentence is no headline, however many names are in it.
    if let last = line.last, [0x2E, 0x3F, 0x21].contains(document.tokens[last].sign) { return }
    var words = 0
    var capitals = 0
    for index in line where document.tokens[index].kind == .word {
      let token = document.tokens[index]
      guard token.marks.isDisjoint(with: .masked), token.range.count > 3 else { continue }
      let found = classes(index)
      guard found.isDisjoint(with: [.calendar, .navigation]) else { continue }
      words += 1
      if token.isCapital { capitals += 1 }
    }
    if words >= 5, capitals * 5 >= words * 4 { headlines.append(line) }
  }

  /// Whether a line is an entry of a list of references: `↑ …`, `- ^ …`.
  func isReference(_ line: Range<Int>) -> Bool {
    line.prefix(3).contains { isSign($0, 0x2191) || isSign($0, 0x5E) }
  }
}
