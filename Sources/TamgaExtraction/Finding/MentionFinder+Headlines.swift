/// Lines in title case, where a capital says little.
extension MentionFinder {
  mutating func findHeadlines(_ line: Range<Int>) {
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
    let isReference = line.prefix(3).contains { isSign($0, 0x2191) }
    if isReference || words >= 5, capitals * 5 >= words * 4 { headlines.append(line) }
  }
}
