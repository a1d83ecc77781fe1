internal import TamgaText

/// A quick look at two persons' names that share keys, before they are compared: whether every word of the shorter one
/// may have a partner in the other.
struct PairFilter: Sendable {
  /// A given name, a family name or a word that may be either.
  private struct Word {
    var token: Int32
    var other: Int32
    var another: Int32
    var isJoined: Bool
  }

  private let profiles: TokenProfiles
  private let table: TokenTable
  /// The words of all names, in one list, and where those of each name begin; a name that is no person's has none.
  private var words: [Word] = []
  private var starts: [Int32] = [0]

  init(_ names: [PreparedName], _ table: TokenTable) {
    self.table = table
    profiles = TokenProfiles(table)
    starts.reserveCapacity(names.count + 1)
    for name in names {
      if name.type == .person {
        for part in name.parts where part.isMain {
          words.append(
            Word(
              token: part.token, other: part.other, another: part.another,
              isJoined: part.isJoined))
        }
      }
      starts.append(Int32(words.count))
    }
  }

  /// False only where a word of the shorter name can be no spelling of any word of the other.
  func mayBeOne(_ a: Int, _ b: Int) -> Bool {
    let first = Int(starts[a])..<Int(starts[a + 1])
    let second = Int(starts[b])..<Int(starts[b + 1])
    // Of many words one may be another’s half, or somebody’s second name.
    guard min(first.count, second.count) == 2 else { return true }
    let (short, long) = first.count == 2 ? (first, second) : (second, first)
    for i in short {
      var isAlone = true
      for j in long where mayBeAlike(words[i], words[j]) {
        isAlone = false
        break
      }
      if isAlone { return false }
    }
    return true
  }

  @inline(__always)
  private func mayBeAlike(_ a: Word, _ b: Word) -> Bool {
    if a.isJoined || b.isJoined || mayBeAlike(a.token, b.token) { return true }
    if a.other < 0, b.other < 0 { return false }
    return mayBeAlike(a.other, b.token) || mayBeAlike(a.token, b.other)
      || mayBeAlike(a.other, b.other) || mayBeAlike(a.another, b.token)
      || mayBeAlike(a.token, b.another)
  }

  private func mayBeAlike(_ x: Int32, _ y: Int32) -> Bool {
    if x < 0 || y < 0 { return false }
    return x == y || profiles.mayBeAlike(Int(x), Int(y)) || areLinked(Int(x), Int(y))
  }

  /// Whether the lexicons link two words.
  private func areLinked(_ x: Int, _ y: Int) -> Bool {
    let (a, b) = (table.entries[x], table.entries[y])
    return table.intersect(a.names, b.names) || table.intersect(a.names, b.diminutives)
      || table.intersect(a.diminutives, b.names) || table.intersect(a.diminutives, b.diminutives)
      || table.intersect(a.wide, b.names) || table.intersect(a.names, b.wide)
  }
}
