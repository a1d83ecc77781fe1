internal import TamgaText

/// The keys of every token of a table, made once: strong ones that spellings of one name share nearly always, and loose
/// ones of which they share at least one.
struct TokenKeyTable: Sendable {
  private var strongStarts: [Int32] = [0]
  private var strong: [UInt32] = []
  private var looseStarts: [Int32] = [0]
  private var loose: [UInt32] = []
  private var bareStarts: [Int32] = [0]
  private var bare: [(key: UInt32, count: UInt8)] = []
  private var abjads: [Bool] = []
  private var firsts: [UInt64] = []
  private var starts: [UInt64] = []

  init(_ table: TokenTable) {
    strongStarts.reserveCapacity(table.count + 1)
    looseStarts.reserveCapacity(table.count + 1)
    let sets = Self.startSets()
    var keys: [UInt64] = []
    var skeleton: [UInt8] = []
    var consonants: [(key: UInt32, count: Int)] = []
    for token in 0..<table.count {
      let entry = table.entries[token]
      let (strongStart, looseStart, bareStart) = (strong.count, loose.count, bare.count)
      abjads.append(false)
      var first: UInt64 = 0
      var start: UInt64 = 0
      for number in entry.forms {
        let form = table.forms[Int(number)]
        let range = table.phones(form)
        let phones = table.phones.span.extracting(range)
        skeleton.removeAll(keepingCapacity: true)
        Skeleton.append(phones, to: &skeleton)
        if !form.isAbjad { Self.append(Self.hash(skeleton), to: &strong, from: strongStart) }
        if form.isAbjad { abjads[token] = true }
        consonants.removeAll(keepingCapacity: true)
        TokenKeys.appendBare(phones, to: &consonants)
        for found in consonants
        where !bare[bareStart...].contains(where: { $0.key == found.key }) {
          bare.append((found.key, UInt8(clamping: found.count)))
        }
        keys.removeAll(keepingCapacity: true)
        TokenKeys.append(phones, isAbjad: form.isAbjad, meetsAbjad: true, to: &keys)
        for key in keys { Self.append(Self.folded(key), to: &loose, from: looseStart) }
        if phones.count > 0 {
          first |= 1 << UInt64(phones[0])
          start |= sets[Int(phones[0])]
        }
      }
      for concept in entry.names {
        Self.append(table.concepts[Int(concept)] | 1 << 31, to: &strong, from: strongStart)
      }
      for range in [entry.names, entry.diminutives, entry.wide] {
        for concept in range {
          let key = table.concepts[Int(concept)] | 1 << 31
          if range != entry.wide { Self.append(key, to: &loose, from: looseStart) }
          // What a lexicon links stands for one consonant, so that the other word must have two.
          if !bare[bareStart...].contains(where: { $0.key == key }) { bare.append((key, 1)) }
        }
      }
      bareStarts.append(Int32(bare.count))
      strongStarts.append(Int32(strong.count))
      looseStarts.append(Int32(loose.count))
      firsts.append(first)
      starts.append(start)
    }
  }

  private static func append(_ key: UInt32, to keys: inout [UInt32], from start: Int) {
    if !keys[start...].contains(key) { keys.append(key) }
  }

  /// The strong keys of a token.
  func strong(_ token: Int32) -> ArraySlice<UInt32> {
    strong[Int(strongStarts[Int(token)])..<Int(strongStarts[Int(token) + 1])]
  }

  /// Its loose keys.
  func loose(_ token: Int32) -> ArraySlice<UInt32> {
    loose[Int(looseStarts[Int(token)])..<Int(looseStarts[Int(token) + 1])]
  }

  /// Its consonants, with how many there are, and what a lexicon links it to.
  func bare(_ token: Int32) -> ArraySlice<(key: UInt32, count: UInt8)> {
    bare[Int(bareStarts[Int(token)])..<Int(bareStarts[Int(token) + 1])]
  }

  /// Whether the token is written without short vowels.
  func isAbjad(_ token: Int32) -> Bool { abjads[Int(token)] }

  /// The phones the token begins with, a bit for each.
  func firsts(_ token: Int32) -> UInt64 { firsts[Int(token)] }

  /// The phones an initial that stands for the token may be.
  func initials(_ token: Int32) -> UInt64 { starts[Int(token)] }

  /// For each phone, those that may stand for it.
  private static func startSets() -> [UInt64] {
    let comparer = TokenComparer()
    return (0..<Phone.count).map { phone in
      var set: UInt64 = 0
      for other in 0..<Phone.count where comparer.mayStandFor(UInt8(phone), UInt8(other)) {
        set |= 1 << UInt64(other)
      }
      return set
    }
  }

  /// The strong key of a skeleton.
  static func hash(_ letters: [UInt8]) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3 }
    return folded(hash)
  }

  private static func folded(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash ^ hash >> 32) & ~(1 << 31)
  }
}
