internal import TamgaText

/// Which phones a token has, as sets: enough to see of most pairs that no alignment can make them one.
struct TokenProfile: Sendable {
  /// The phones that all its forms have and that no spelling leaves out lightly.
  var core: UInt64 = 0
  /// The phones that something in one of its forms may be written for.
  var reach: UInt64 = .max
  /// The mean information of its forms, in bits.
  var information: Float = 0

  /// How many steps of an alignment with another token have to do with phones that nothing in the other token may be
  /// written for: one of each side may share a step, but seldom do.
  func unmatched(_ other: TokenProfile) -> Int {
    let first = (core & ~other.reach).nonzeroBitCount
    let second = (other.core & ~reach).nonzeroBitCount
    return max(first, second) + min(first, second) / 2
  }
}

/// For each phone, the set of those that may be written for it.
struct TokenReach: Sendable {
  static let shipped = TokenReach(.shipped)

  /// What a step costs that takes a phone for one out of its reach, in bits: at least, and as a rule.
  private static let least: Float = 8
  static let usual: Float = 12
  private var sets = [UInt64](repeating: 0, count: Phone.count)
  /// Phones that are left out at a lower cost.
  private(set) var free: UInt64 = 0

  init(_ model: PairModel) {
    let costs = model.costs[PairModel.Class.alphabetic.rawValue]
    let least = -Int16(2 * Float(PairModel.unitsPerBit) * Self.least)
    for x in 0..<Phone.count {
      if costs.delete[x] >= least { free |= 1 << UInt64(x) }
      for y in 0..<Phone.count {
        if costs.substitute[x * 40 + y] >= least { reach(x, y) }
        for z in 0..<Phone.count where costs.split[x * 1600 + y * 40 + z] >= least / 2 {
          // Of two phones for one, only what is usual: `х` for `kh`, not what an alignment is driven to.
          reach(x, y)
          reach(x, z)
        }
      }
    }
  }

  private mutating func reach(_ x: Int, _ y: Int) {
    sets[x] |= 1 << UInt64(y)
    sets[y] |= 1 << UInt64(x)
  }

  /// What a set of phones may be written for.
  func reach(_ phones: UInt64) -> UInt64 {
    var (rest, all) = (phones, UInt64(0))
    while rest != 0 {
      all |= sets[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return all
  }
}
