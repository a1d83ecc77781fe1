internal import TamgaText

/// The keys that names are found by: two names are worth comparing when they share one. One value a thread.
struct NameKeys {
  private let keys: TokenKeyTable
  /// Whether any name of the list has initials.
  private let hasInitials: Bool
  private let round: UInt32
  private let rounds: UInt32
  /// The keys of the name read last that belong to the round, as hashes of 44 bits; the lowest bit is set for those
  /// that initials are found by.
  private(set) var hashes: [UInt64] = []
  /// Two words with fewer consonants together say too little without their vowels.
  private static let fewestConsonants = 3
  /// A name is found by so many of its words at most.
  private static let mostWords = 4

  init(_ keys: TokenKeyTable, hasInitials: Bool, round: Int, of rounds: Int) {
    self.keys = keys
    self.hasInitials = hasInitials
    self.round = UInt32(round)
    self.rounds = UInt32(rounds)
  }

  /// Makes the keys of a name.
  mutating func read(_ name: PreparedName) {
    hashes.removeAll(keepingCapacity: true)
    let words = Self.words(name)
    if words.count == 1 {
      for key in keys.strong(words[0].token) { add(key, 1 << 33) }
      for key in keys.loose(words[0].token) { add(key, 1 << 34) }
    }
    for i in words.indices {
      for j in words.indices where j > i { addBare(words[i].token, words[j].token) }
    }
    for i in words.indices {
      addStrong(words[i].token, words, besides: i)
      if words[i].other >= 0 { addStrong(words[i].other, words, besides: i) }
    }
    if hasInitials { addInitials(name, words) }
  }

  private mutating func add(_ a: UInt32, _ b: UInt64, isInitial: Bool = false) {
    guard isOfRound(a) else { return }
    var hash = (UInt64(a) << 32 | b) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 31
    hash = hash &* 0xff51_afd7_ed55_8ccd
    hash = hash >> 20 & ~1 | (isInitial ? 1 : 0)
    if !hashes.contains(hash) { hashes.append(hash) }
  }

  /// Whether the keys that begin with a word's key belong to the round.
  @inline(__always)
  private func isOfRound(_ key: UInt32) -> Bool { key % rounds == round }

  /// By the consonants of two words.
  private mutating func addBare(_ first: Int32, _ second: Int32) {
    for x in keys.bare(first) {
      for y in keys.bare(second) where x.count + y.count >= Self.fewestConsonants {
        add(min(x.key, y.key), UInt64(max(x.key, y.key)) | 1 << 36)
      }
    }
  }

  /// By a strong key of one word and a loose one of another.
  private mutating func addStrong(_ token: Int32, _ words: [NamePart], besides index: Int) {
    for strong in keys.strong(token) where isOfRound(strong) {
      for other in words.indices where other != index {
        for loose in keys.loose(words[other].token) { add(strong, UInt64(loose)) }
      }
    }
  }

  /// By a strong key of one word and the first phone of another, which an initial may stand for.
  private mutating func addInitials(_ name: PreparedName, _ words: [NamePart]) {
    let hasInitial = name.parts.contains { $0.role == .initial }
    for other in name.parts {
      var phones: UInt64 = 0
      if hasInitial {
        if other.role == .initial { phones = keys.firsts(other.token) }
      } else if other.role == .given || other.role == .unknown {
        phones = keys.initials(other.token)
      }
      while phones != 0 {
        let phone = UInt64(phones.trailingZeroBitCount) | 1 << 35
        for first in words where hasInitial || first.token != other.token {
          for strong in keys.strong(first.token) { add(strong, phone, isInitial: true) }
          guard first.other >= 0 else { continue }
          for strong in keys.strong(first.other) { add(strong, phone, isInitial: true) }
        }
        phones &= phones &- 1
      }
      // The second initial is the father’s.
      if hasInitial, other.role == .initial { break }
    }
  }

  /// The words a name is found by: without what is left out so often that it finds nothing more.
  static func words(_ name: PreparedName) -> [NamePart] {
    var words: [NamePart] = []
    words.reserveCapacity(name.parts.count)
    for part in name.parts
    where part.role != .initial && part.role != .kind && part.role != .nickname {
      words.append(part)
    }
    if words.isEmpty { return name.parts.filter { $0.role != .initial } }
    var main = 0
    for word in words where word.role != .patronymic { main += 1 }
    if main >= 2, main < words.count { words.removeAll { $0.role == .patronymic } }
    if words.count > mostWords { words.removeLast(words.count - mostWords) }
    return words
  }
}
