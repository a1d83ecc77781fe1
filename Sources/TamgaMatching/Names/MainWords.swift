internal import TamgaText

/// The words that persons' names stand on, one after another: what a quick look at very many pairs reads of them.
public struct MainWords: Sendable {
  /// What such a look reads of a word.
  struct Word: Sendable {
    var token: Int32
    var other: Int32
    var another: Int32
    /// Whether it is surely a given name, surely a family name.
    var isGiven: Bool
    var isFamily: Bool
    /// Whether a hyphen joins it to the next.
    var isJoined: Bool

    @inline(__always)
    init(_ part: NamePart) {
      token = part.token
      other = part.other
      another = part.another
      isGiven = part.role == .given && part.certainty >= Self.sure
      isFamily = part.role == .family && part.certainty >= Self.sure
      isJoined = part.isJoined
    }

    private static let sure: UInt8 = 75
  }

  private(set) var words: [Word] = []
  private var starts: [Int32] = [0]

  /// The words of a list of names; those that are no persons' have none.
  public init(_ names: [PreparedName]) {
    starts.reserveCapacity(names.count + 1)
    words.reserveCapacity(names.count * 5 / 2)
    for name in names {
      if name.type == .person {
        for part in name.parts where part.isMain { words.append(Word(part)) }
      }
      starts.append(Int32(words.count))
    }
  }

  /// Where the words of a name stand.
  @inline(__always)
  func range(_ name: Int) -> Range<Int> { Int(starts[name])..<Int(starts[name + 1]) }
}
