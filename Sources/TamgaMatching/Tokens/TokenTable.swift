internal import TamgaNames
public import TamgaText

/// The distinct tokens of the names that are being compared, each analysed once.
///
/// Tokens are numbered from 0 in the order they were first seen. A table grows and never forgets: it belongs to one
/// run, and to one thread while it grows; many threads may read it afterwards.
public struct TokenTable: Sendable {
  /// What is kept of a token.
  struct Entry: Sendable {
    /// Its folded letters, in `letters`.
    var letters: Range<Int32>
    /// Its sound forms, in `forms`: one to three.
    var forms: Range<Int32>
    /// The information in its first form, in units of 1/32 bit.
    var information: Int32
    /// The share of names that have this token, as -log₂, in bits.
    var rarity: Float
    var script: Script
    /// The names it may be and the names it may be a diminutive of, in `concepts`, each sorted.
    var names: Range<Int32> = 0..<0
    var diminutives: Range<Int32> = 0..<0
    /// Of the names that it only sounds like, those it sounds most like, sorted.
    var near: Range<Int32> = 0..<0
    /// The names that share a form with those it is surely of, sorted.
    var wide: Range<Int32> = 0..<0
    /// Whether a lexicon has the token as it is written.
    var isWritten = false
    /// The names it is of by its letters, else those it sounds most like.
    var sureNames: Range<Int32> { isWritten ? names : near }
  }

  /// A sound form in the arena of phones.
  struct Form: Sendable {
    var start: Int32
    var count: Int16
    var isAbjad: Bool
    /// The information in it, in units of 1/32 bit.
    var information: Int32
  }

  private(set) var entries: [Entry] = []
  /// The phones of every token as sets.
  private(set) var profiles: [TokenProfile] = []
  private(set) var forms: [Form] = []
  private(set) var phones: [UInt8] = []
  private(set) var letters: [UInt32] = []
  private(set) var concepts: [UInt32] = []
  private var slots: [Int32]
  private var mask: Int
  private let model: PairModel
  private let former: SoundFormer
  private var aligner: PairAligner
  private let rarities: RarityTable
  private let names: NameConcepts
  private let analyzer: TokenAnalyzer

  /// A table without tokens.
  public init(model: PairModel = .shipped, rarities: RarityTable = .shipped) {
    self.model = model
    self.former = .shipped
    aligner = PairAligner(model)
    self.rarities = rarities
    self.names = .shipped
    analyzer = .shipped
    slots = Array(repeating: -1, count: 4096)
    mask = 4095
  }

  /// How many tokens there are.
  public var count: Int { entries.count }

  /// The number of a token, given as folded letters.
  public mutating func intern(_ token: Span<UInt32>, hint: TokenReading.Hint = .none) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(hint.rawValue)
    for index in 0..<token.count {
      hash = (hash ^ UInt64(token[index])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hints[number] == hint, equals(number, token) { return number }
      slot = (slot + 1) & mask
    }
    let number = entries.count
    add(token, hint)
    hashes.append(hash)
    slots[slot] = Int32(number)
    if entries.count * 2 > mask { grow() }
    return number
  }

  /// The number of a token of another table; it is added as it stands there when this table does not have it.
  mutating func adopt(_ other: Int, of table: TokenTable) -> Int32 {
    let (hash, hint, entry) = (table.hashes[other], table.hints[other], table.entries[other])
    let token = Int(entry.letters.lowerBound)..<Int(entry.letters.upperBound)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, hints[number] == hint,
        equals(number, table.letters.span.extracting(token))
      {
        return slots[slot]
      }
      slot = (slot + 1) & mask
    }
    var copy = entry
    copy.letters = Self.append(table.letters, entry.letters, to: &letters)
    let start = Int32(forms.count)
    for number in entry.forms {
      var form = table.forms[Int(number)]
      let range = Self.append(
        table.phones, form.start..<form.start + Int32(form.count), to: &phones)
      form.start = range.lowerBound
      forms.append(form)
    }
    copy.forms = start..<Int32(forms.count)
    copy.names = Self.append(table.concepts, entry.names, to: &concepts)
    copy.diminutives = Self.append(table.concepts, entry.diminutives, to: &concepts)
    copy.near = Self.append(table.concepts, entry.near, to: &concepts)
    copy.wide = Self.append(table.concepts, entry.wide, to: &concepts)
    let number = Int32(entries.count)
    entries.append(copy)
    profiles.append(table.profiles[other])
    hints.append(hint)
    hashes.append(hash)
    slots[slot] = number
    if entries.count * 2 > mask { grow() }
    return number
  }

  /// Copies a part of one list to the end of another; returns where it stands there.
  private static func append<Element>(
    _ list: [Element], _ range: Range<Int32>, to other: inout [Element]
  ) -> Range<Int32> {
    let start = Int32(other.count)
    for index in range { other.append(list[Int(index)]) }
    return start..<Int32(other.count)
  }

  private var hints: [TokenReading.Hint] = []
  private var hashes: [UInt64] = []

  private func equals(_ number: Int, _ token: Span<UInt32>) -> Bool {
    let range = entries[number].letters
    guard range.count == token.count else { return false }
    for index in 0..<token.count where letters[Int(range.lowerBound) + index] != token[index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    mask = mask * 2 + 1
    slots = Array(repeating: -1, count: mask + 1)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  private mutating func add(_ token: Span<UInt32>, _ hint: TokenReading.Hint) {
    let lettersStart = Int32(letters.count)
    for index in 0..<token.count { letters.append(token[index]) }
    let formsStart = Int32(forms.count)
    for reading in TokenReading.readings(token, hint: hint) {
      let start = phones.count
      var form: [UInt8] = []
      former.append(token, reading: reading, to: &form)
      let isKnown = (Int(formsStart)..<forms.count).contains { number in
        phones[Int(forms[number].start)..<Int(forms[number].start) + Int(forms[number].count)]
          .elementsEqual(form)
      }
      if form.isEmpty || isKnown { continue }
      phones.append(contentsOf: form)
      forms.append(
        Form(
          start: Int32(start), count: Int16(form.count), isAbjad: reading.isAbjad,
          information: model.information(form.span)))
    }
    profiles.append(profile(Int(formsStart)..<forms.count))
    hints.append(hint)
    entries.append(
      Entry(
        letters: lettersStart..<Int32(letters.count), forms: formsStart..<Int32(forms.count),
        information: formsStart < forms.count ? forms[Int(formsStart)].information : 0,
        rarity: 0,
        script: TokenReading.script(token)))
    addConcepts(token, number: entries.count - 1)
  }

  /// The profile of a token with some forms.
  private func profile(_ numbers: Range<Int>) -> TokenProfile {
    var profile = TokenProfile()
    var all: UInt64 = 0
    var core = ~TokenReach.shipped.free
    var information: Int32 = 0
    for number in numbers {
      // What has no vowels is like more than its phones say.
      if forms[number].isAbjad { return profile }
      let span = phones.span.extracting(phones(forms[number]))
      var own: UInt64 = 0
      for index in 0..<span.count { own |= 1 << UInt64(span[index]) }
      all |= own
      core &= own
      information = max(information, forms[number].information)
    }
    profile.core = core & all
    profile.reach = TokenReach.shipped.reach(all)
    profile.information = Float(information) / Float(PairModel.unitsPerBit)
    return profile
  }

  private mutating func addConcepts(_ token: Span<UInt32>, number: Int) {
    var keys: [[UInt8]] = []
    for index in entries[number].forms {
      let form = forms[Int(index)]
      var key: [UInt8] = []
      Skeleton.append(phones.span.extracting(phones(form)), to: &key)
      if !form.isAbjad, !keys.contains(key) { keys.append(key) }
    }
    var found = names.find(token, skeletons: keys)
    for concept in found.heard { found.names.append(NameConcepts.number(concept.utf8)) }
    found.names.sort()
    let heard = nearest(found.heard, number)
    let near = heard.map { NameConcepts.number($0.utf8) }.sorted()
    let wide = names.widened(found.written + heard)
    let start = Int32(concepts.count)
    concepts.append(contentsOf: found.names)
    let middle = Int32(concepts.count)
    concepts.append(contentsOf: found.diminutives)
    entries[number].names = start..<middle
    entries[number].diminutives = middle..<Int32(concepts.count)
    let end = Int32(concepts.count)
    concepts.append(contentsOf: near)
    entries[number].near = end..<Int32(concepts.count)
    let last = Int32(concepts.count)
    concepts.append(contentsOf: wide)
    entries[number].wide = last..<Int32(concepts.count)
    entries[number].isWritten = found.isWritten
    entries[number].rarity = rarities.rarity(
      token, information: Float(entries[number].information) / Float(PairModel.unitsPerBit),
      isKnown: found.isWritten && !found.names.isEmpty || isKnown(token))
    for key in keys {
      if let common = CommonNames.shipped.rarity(key) {
        entries[number].rarity = min(entries[number].rarity, common)
      }
    }
  }

  /// Of the names that sound like a token, those that sound most like it: a skeleton folds Ерлан and Арлан together.
  private mutating func nearest(_ concepts: [Substring], _ number: Int) -> [Substring] {
    guard concepts.count > 1 else { return concepts }
    let all = self.phones
    var costs: [(concept: Substring, cost: Int32)] = []
    for concept in concepts {
      guard let (letters, reading) = NameConcepts.spelling(concept) else { continue }
      var phones: [UInt8] = []
      former.append(letters.span, reading: reading, to: &phones)
      var best = Int32.min
      for index in entries[number].forms {
        let form = forms[Int(index)]
        let range = self.phones(form)
        best = max(
          best,
          aligner.run(
            all.span.extracting(range), phones.span, form.isAbjad ? .abjad : .alphabetic))
      }
      costs.append((concept, best))
    }
    let least = (costs.map(\.cost).max() ?? 0) - Self.nearness
    return costs.filter { $0.cost >= least }.map(\.concept)
  }

  /// How much dearer than the nearest a name may be that a token stands for, in units of the aligner: three bits.
  private static let nearness = Int32(6 * PairModel.unitsPerBit)

  /// Weighs the rarity of tokens by the names at hand: how many of `total` names have each.
  ///
  /// Spellings of one name are counted together, by the skeleton of what they sound like. What is known of names at
  /// large counts like `atLarge` further names.
  mutating func adaptRarity(_ counts: [Int32], total: Int, atLarge: Float) {
    var sums: [UInt32: Int32] = [:]
    var keys = [UInt32](repeating: 0, count: counts.count)
    var skeleton: [UInt8] = []
    for token in counts.indices where counts[token] > 0 {
      guard let first = entries[token].forms.first else { continue }
      skeleton.removeAll(keepingCapacity: true)
      Skeleton.append(phones.span.extracting(phones(forms[Int(first)])), to: &skeleton)
      keys[token] = TokenKeyTable.hash(skeleton)
      sums[keys[token], default: 0] += counts[token]
    }
    let all = Float(total) + atLarge
    for token in counts.indices where counts[token] > 0 {
      guard let sum = sums[keys[token]] else { continue }
      let known = atLarge * Float(Logarithm.power2(-Double(entries[token].rarity)))
      entries[token].rarity = Logarithm.base2(all / (Float(sum) + known))
    }
  }

  /// Whether the lexicons have a token as a given name or a family name.
  private func isKnown(_ token: Span<UInt32>) -> Bool {
    let marks = analyzer.facts(token).names
    return marks.contains(.surname) || marks.isGiven && !marks.contains(.sound)
  }

  /// Whether two sorted runs of concepts share one.
  @inline(__always)
  func intersect(_ a: Range<Int32>, _ b: Range<Int32>) -> Bool {
    var (i, j) = (Int(a.lowerBound), Int(b.lowerBound))
    while i < Int(a.upperBound), j < Int(b.upperBound) {
      if concepts[i] == concepts[j] { return true }
      if concepts[i] < concepts[j] { i += 1 } else { j += 1 }
    }
    return false
  }

  /// How the letters of a token are read.
  func hint(_ number: Int) -> TokenReading.Hint { hints[number] }

  /// The phones of a form.
  @inline(__always)
  func phones(_ form: Form) -> Range<Int> {
    Int(form.start)..<Int(form.start) + Int(form.count)
  }

  /// The folded letters of a token.
  func scalars(_ number: Int32) -> ArraySlice<UInt32> {
    let range = entries[Int(number)].letters
    return letters[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The folded text of a token.
  public func text(_ number: Int) -> String {
    let range = entries[number].letters
    var view = String.UnicodeScalarView()
    for index in range {
      if let scalar = Unicode.Scalar(letters[Int(index)]) { view.append(scalar) }
    }
    return String(view)
  }
}
