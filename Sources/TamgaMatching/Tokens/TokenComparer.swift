internal import TamgaText

/// Compares tokens of one table by sound, and remembers what it found: one value a thread.
struct TokenComparer {
  /// How sure it is that two tokens are spellings of one.
  struct Similarity: Sendable {
    /// log₂ of the odds that they are, against two different tokens that happen to be alike.
    var odds: Float
    /// What the spelling differences cost, relative to the information in both: 0 for equal forms, -1 for strangers.
    var ratio: Float
    /// What a lexicon of names says of the two.
    var link = Link.unknown

    /// What a lexicon of names says of two tokens.
    enum Link: UInt8, Sendable {
      case unknown
      /// They are forms of one name.
      case linked
      /// One is a diminutive of the other, or both of one name.
      case diminutive
      /// They are forms of two names.
      case distinct
    }

    static let strangers = Similarity(odds: -12, ratio: -1)
  }

  private var aligner: PairAligner
  private let model: PairModel
  private let calibration: TokenCalibration
  /// A pair of tokens with what was found of it: side by side, so that one look reaches both.
  private struct Slot {
    var key = TokenComparer.empty
    var value = Similarity.strangers
  }

  private var slots: [Slot]
  private var used = 0
  private var mask: Int
  private static let empty = UInt64.max

  /// A comparer that remembers; `capacity`, a power of two, is twice the pairs of tokens it has room for at first.
  init(
    model: PairModel = .shipped, calibration: TokenCalibration = .shipped, capacity: Int = 1 << 14
  ) {
    self.model = model
    self.calibration = calibration
    aligner = PairAligner(model)
    mask = capacity - 1
    slots = Array(repeating: Slot(), count: mask + 1)
  }

  /// The similarity of two tokens, by number.
  @inline(__always)
  mutating func similarity(_ a: Int, _ b: Int, _ table: borrowing TokenTable) -> Similarity {
    let (low, high) = a <= b ? (a, b) : (b, a)
    // Cheaper than to remember it.
    if let far = far(low, high, table) { return far }
    let key = UInt64(low) << 32 | UInt64(high)
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot].key != Self.empty {
      if slots[slot].key == key { return slots[slot].value }
      slot = (slot + 1) & mask
    }
    let found = aligned(low, high, table)
    slots[slot] = Slot(key: key, value: found)
    used += 1
    if used * 2 > mask { used < Self.mostRemembered ? grow() : forget() }
    return found
  }

  /// What is said of two tokens that are far from being one, as far as their phones say without being aligned: right
  /// but for few pairs that are hardly nearer. Nil for all others, and where a lexicon says that they are one.
  @inline(__always)
  func far(_ a: Int, _ b: Int, _ table: borrowing TokenTable) -> Similarity? {
    let (first, second) = (table.profiles[a], table.profiles[b])
    let steps = first.unmatched(second)
    guard steps > 1 else { return nil }
    let information = (first.information + second.information) / 2
    let most = calibration.mostOdds(
      steps: steps, bits: TokenReach.usual, information: information)
    guard most < Self.farOdds else { return nil }
    var found = Similarity.strangers
    found.link = Self.link(a, b, table)
    guard found.link != .linked, found.link != .diminutive else { return nil }
    found.odds = Self.adjusted(found)
    return found
  }

  /// The odds below which two tokens are far from being one, in bits.
  private static let farOdds: Float = -4

  /// The similarity of two tokens, computed anew and not remembered.
  mutating func fresh(_ a: Int, _ b: Int, _ table: borrowing TokenTable) -> Similarity {
    far(a, b, table) ?? aligned(a, b, table)
  }

  private mutating func aligned(
    _ a: Int, _ b: Int, _ table: borrowing TokenTable
  ) -> Similarity {
    var found = compute(a, b, table)
    found.link = Self.link(a, b, table)
    found.odds = Self.adjusted(found)
    return found
  }

  private static func link(
    _ a: Int, _ b: Int, _ table: borrowing TokenTable
  ) -> Similarity.Link {
    let (first, second) = (table.entries[a], table.entries[b])
    let (own, others) = (first.sureNames, second.sureNames)
    if table.intersect(own, others) || table.intersect(own, second.wide)
      || table.intersect(first.wide, others)
    {
      // That two tokens sound like one name of the lexicon says no more than that they sound alike.
      return first.isWritten || second.isWritten ? .linked : .unknown
    }
    if table.intersect(first.diminutives, second.names)
      || table.intersect(first.names, second.diminutives)
      || table.intersect(first.diminutives, second.diminutives)
    {
      return .diminutive
    }
    // Erlan is nearest to Ерлан and Arlan to Арлан, though a skeleton folds both together.
    return own.isEmpty || others.isEmpty ? .unknown : .distinct
  }

  /// The odds with what the lexicon says: it knows names that are one letter apart and yet two, and spellings far apart
  /// that are one.
  private static func adjusted(_ found: Similarity) -> Float {
    switch found.link {
    case .unknown: found.odds
    case .linked: max(found.odds + 1, 6)
    case .diminutive: max(found.odds, 4)
    case .distinct: found.odds - 8 * min(1, max(0, (-0.06 - found.ratio) * 10))
    }
  }

  private mutating func compute(
    _ a: Int, _ b: Int, _ table: borrowing TokenTable
  ) -> Similarity {
    var best = Similarity.strangers
    for first in table.entries[a].forms {
      for second in table.entries[b].forms {
        let found = compare(table.forms[Int(first)], table.forms[Int(second)], table)
        if (found.odds, found.ratio) > (best.odds, best.ratio) { best = found }
      }
    }
    return best
  }

  private mutating func compare(
    _ first: TokenTable.Form, _ second: TokenTable.Form, _ table: borrowing TokenTable
  ) -> Similarity {
    let phones = table.phones.span
    return compare(
      phones.extracting(table.phones(first)), first.isAbjad,
      phones.extracting(table.phones(second)), second.isAbjad,
      first.information + second.information)
  }

  /// Compares two forms given in any order.
  mutating func compare(
    _ x: Span<UInt8>, _ isAbjad: Bool, _ y: Span<UInt8>, _ otherIsAbjad: Bool
  ) -> Similarity {
    compare(x, isAbjad, y, otherIsAbjad, model.information(x) + model.information(y))
  }

  private mutating func compare(
    _ x: Span<UInt8>, _ isAbjad: Bool, _ y: Span<UInt8>, _ otherIsAbjad: Bool,
    _ information: Int32
  ) -> Similarity {
    // An abjad's form comes first, else the smaller: so that swapping the sides changes nothing.
    let kind: PairModel.Class = isAbjad != otherIsAbjad ? .abjad : .alphabetic
    return (kind == .abjad ? otherIsAbjad : Self.precedes(y, x))
      ? compare(y, x, kind, information) : compare(x, y, kind, information)
  }

  /// Compares two forms in their canonical order.
  mutating func compare(
    _ x: Span<UInt8>, _ y: Span<UInt8>, _ kind: PairModel.Class
  ) -> Similarity {
    compare(x, y, kind, model.information(x) + model.information(y))
  }

  /// The same where the information in both forms is known, in units of 1/32 bit.
  private mutating func compare(
    _ x: Span<UInt8>, _ y: Span<UInt8>, _ kind: PairModel.Class, _ information: Int32
  ) -> Similarity {
    guard information > 0 else { return .strangers }
    // Beyond this nothing is alike.
    let least = -information * 19 / 20
    let transformation = aligner.run(x, y, kind, least: least)
    if transformation < least { return .strangers }
    let steps = aligner.extremes(x, y, kind)
    let ratio = Float(transformation - steps.repeated * 3 / 4) / Float(information)
    return Similarity(
      odds: calibration.odds(
        ratio: ratio, worst: steps.worst, first: steps.first,
        information: Float(information) / Float(2 * PairModel.unitsPerBit)),
      ratio: ratio)
  }

  /// Whether one phone is written for another often enough to begin the same name.
  func mayStandFor(_ a: UInt8, _ b: UInt8) -> Bool {
    if a == b { return true }
    let operations = model.classes[PairModel.Class.alphabetic.rawValue]
    let joint = Int32(operations.substitute[Int(a) * 40 + Int(b)])
    let rarer = min(Int32(operations.first[Int(a)]), Int32(operations.first[Int(b)]))
    return joint - rarer > -4 * Int32(PairModel.unitsPerBit)
  }

  private static func precedes(_ x: Span<UInt8>, _ y: Span<UInt8>) -> Bool {
    for index in 0..<min(x.count, y.count) where x[index] != y[index] {
      return x[index] < y[index]
    }
    return x.count < y.count
  }

  /// How many pairs of tokens are remembered before all are forgotten: some forty megabytes.
  private static let mostRemembered = 1 << 20

  private mutating func forget() {
    for slot in slots.indices { slots[slot].key = Self.empty }
    used = 0
  }

  private mutating func grow() {
    let old = slots
    mask = mask * 2 + 1
    slots = Array(repeating: Slot(), count: mask + 1)
    for one in old where one.key != Self.empty {
      var slot = Int(truncatingIfNeeded: (one.key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
      while slots[slot].key != Self.empty { slot = (slot + 1) & mask }
      slots[slot] = one
    }
  }
}

extension TokenComparer {
  /// The odds that two tokens in a row are written as one: their forms are joined and compared.
  mutating func joined(
    _ first: Int, _ second: Int, _ whole: Int, _ table: borrowing TokenTable
  ) -> Float {
    guard let a = table.entries[first].forms.first, let b = table.entries[second].forms.first,
      let c = table.entries[whole].forms.first
    else { return -12 }
    let (x, y, z) = (table.forms[Int(a)], table.forms[Int(b)], table.forms[Int(c)])
    guard x.isAbjad == y.isAbjad, Int(x.count) + Int(y.count) <= SoundForm.maximumLength else {
      return -12
    }
    let length = Int(x.count) + Int(y.count)
    guard abs(length - Int(z.count)) <= 2 + length / 4 || x.isAbjad != z.isAbjad else { return -12 }
    var phones: [UInt8] = []
    phones.reserveCapacity(length)
    phones.append(contentsOf: table.phones[table.phones(x)])
    phones.append(contentsOf: table.phones[table.phones(y)])
    let other = table.phones.span.extracting(table.phones(z))
    if x.isAbjad != z.isAbjad {
      return x.isAbjad
        ? compare(phones.span, other, .abjad).odds : compare(other, phones.span, .abjad).odds
    }
    return compare(phones.span, other, .alphabetic).odds
  }

  /// Whether the first phones of two tokens are vowels that both stand for a third one.
  func hasNearInitial(_ a: Int, _ b: Int, _ table: borrowing TokenTable) -> Bool {
    guard let first = table.entries[a].forms.first, let second = table.entries[b].forms.first else {
      return false
    }
    let (x, y) = (table.forms[Int(first)], table.forms[Int(second)])
    guard x.count > 0, y.count > 0 else { return false }
    let (p, q) = (table.phones[Int(x.start)], table.phones[Int(y.start)])
    guard Phone.isVowel(p), Phone.isVowel(q) else { return false }
    return (0..<UInt8(40)).contains {
      Phone.isVowel($0) && mayStandFor(p, $0) && mayStandFor($0, q)
    }
  }

  /// Whether an initial may stand for a token: their first phones may stand for each other.
  func sharesInitial(_ a: Int, _ b: Int, _ table: borrowing TokenTable) -> Bool {
    for first in table.entries[a].forms {
      for second in table.entries[b].forms {
        let x = table.forms[Int(first)]
        let y = table.forms[Int(second)]
        guard x.count > 0, y.count > 0 else { continue }
        if mayStandFor(table.phones[Int(x.start)], table.phones[Int(y.start)]) { return true }
      }
    }
    return false
  }
}
