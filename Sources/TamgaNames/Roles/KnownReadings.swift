internal import TamgaText

/// Readings of names by what their words are, whatever their letters: `Əli Məmmədov` is read as `Vəli Həsənov` is.
///
/// Readers look at nothing of a word but what `TokenFacts.signature` covers and its marks, so that names that have those
/// in common have their reading in common.
struct KnownReadings: Sendable {
  /// What a reading says of the whole name.
  struct Verdict: Sendable {
    var type: NameType
    var typeProbability: Float
    var gender: Gender?
    var genderProbability: Float
    var evidence: Float
  }

  private struct Entry {
    var verdict: Verdict
    var start: Int32
  }

  private var index = HashIndex(capacity: 256)
  private var entries: [Entry] = []
  private var roles: [TokenRole] = []
  private var words: [WordMarks] = []
  private var groups: [UInt8] = []

  /// How many readings are kept before all are forgotten.
  private static let most = 1 << 16
  /// The longest name whose reading is kept.
  private static let longest = 16

  /// A number that names of one reading share; nil where a reading is not to be kept.
  @inline(__always)
  static func key(_ name: borrowing NameReading, isQuoted: Bool, type: NameType?) -> UInt64? {
    guard name.count <= longest else { return nil }
    var key = LetterHash.mix(LetterHash.seed, isQuoted ? 1 : 2)
    switch type {
    case nil: key = LetterHash.mix(key, 1)
    case .person: key = LetterHash.mix(key, 2)
    case .place: key = LetterHash.mix(key, 3)
    case .organization: key = LetterHash.mix(key, 4)
    case .work: key = LetterHash.mix(key, 5)
    }
    var opens = false
    for number in 0..<name.count {
      let facts = name.facts[number]
      opens = opens || facts.words.contains(.opens)
      key = LetterHash.mix(
        key ^ facts.signature, UInt32(name.tokens[number].marks.rawValue) + 1)
    }
    guard opens else { return key }
    // An expression of several words is known by its letters.
    for number in 0..<name.count {
      let facts = name.facts[number]
      key = LetterHash.join(LetterHash.join(key, facts.hash), facts.stemHash)
    }
    return key
  }

  /// Gives a name the reading that is kept under its key, if there is one.
  @inline(__always)
  func read(_ key: UInt64, _ name: inout NameReading) -> Verdict? {
    guard let number = index.find(key) else { return nil }
    let entry = entries[Int(number)]
    let start = Int(entry.start)
    for token in start..<start + name.count {
      name.take(roles[token], words[token], group: Int(groups[token]))
    }
    return entry.verdict
  }

  /// Keeps the reading of a name.
  mutating func keep(_ key: UInt64, _ name: borrowing NameReading, _ verdict: Verdict) {
    if entries.count == Self.most { self = KnownReadings() }
    index.insert(key, UInt64(entries.count))
    entries.append(Entry(verdict: verdict, start: Int32(roles.count)))
    for token in 0..<name.count {
      roles.append(name.roles[token])
      words.append(name.words[token])
      groups.append(UInt8(name.groups[token]))
    }
  }
}
