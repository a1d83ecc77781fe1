public import TamgaText

/// The costs of writing one name in two ways, learned from names whose spellings are known.
///
/// The model is a joint one over edit operations (one phone for one, for none, for two): `operations` holds
/// log₂ P(operation). `unigram` is the log₂ probability of a phone among the operations' sides, `bigram` that of a
/// phone after another in a name. All are in units of 1/32 bit, so that sums are exact and symmetric.
public struct PairModel: Sendable {
  /// Units in a bit.
  public static let unitsPerBit = 32
  /// The cost of what was never seen.
  static let never: Int16 = -32 * 40

  /// Which names an operation table is for.
  enum Class: Int, Sendable, CaseIterable {
    /// Both written with vowels.
    case alphabetic
    /// The first in a script without short vowels, the second with vowels.
    case abjad
  }

  /// The operations of one class, as log₂ probabilities.
  struct Operations: Sendable {
    /// `[a * 40 + b]`
    var substitute = [Int16](repeating: never, count: 1600)
    /// First side only, by phone.
    var delete = [Int16](repeating: never, count: 40)
    /// Second side only, by phone.
    var insert = [Int16](repeating: never, count: 40)
    /// One phone of the first side for two of the second: `[a * 1600 + b * 40 + c]`.
    var split = [Int16](repeating: never, count: 64000)
    /// Two phones of the first side for one of the second: `[c * 1600 + a * 40 + b]`, c the second side's.
    var merge = [Int16](repeating: never, count: 64000)
    /// For two phones of the second side, the phones of the first side one of which is ever written for both, and the
    /// same with the sides changed: `[a * 40 + b]`, a bit for each phone.
    private(set) var splits = [UInt64](repeating: 0, count: 1600)
    private(set) var merges = [UInt64](repeating: 0, count: 1600)
    /// The marginal of each side, by phone.
    var first = [Int16](repeating: never, count: 40)
    var second = [Int16](repeating: never, count: 40)

    /// What each operation costs beside writing both sides by themselves, in units of 1/64 bit, near 0 at most.
    var costs: Operations {
      var costs = self
      for a in 0..<40 {
        costs.delete[a] = 2 * delete[a] - first[a]
        costs.insert[a] = 2 * insert[a] - second[a]
        for b in 0..<40 {
          let (one, other) = (first[a] + second[b], second[a] + first[b])
          costs.substitute[a * 40 + b] = 2 * substitute[a * 40 + b] - one
          for c in 0..<40 {
            let place = a * 1600 + b * 40 + c
            costs.split[place] = 2 * split[place] - one - second[c]
            costs.merge[place] = 2 * merge[place] - other - first[c]
            if split[place] > never { costs.splits[b * 40 + c] |= 1 << UInt64(a) }
            if merge[place] > never { costs.merges[b * 40 + c] |= 1 << UInt64(a) }
          }
        }
      }
      return costs
    }
  }

  private(set) var classes: [Operations]
  /// The costs of both classes' operations.
  private(set) var costs: [Operations]
  /// `[previous * 41 + phone]`; 40 stands for the start, and as phone for the end.
  var bigram: [Int16]

  init() {
    classes = Array(repeating: Operations(), count: Class.allCases.count)
    costs = classes
    bigram = Array(repeating: Self.never, count: 41 * 41)
  }

  /// Sets the operations of one class.
  mutating func set(_ operations: Operations, for kind: Class) {
    classes[kind.rawValue] = operations
    costs[kind.rawValue] = operations.costs
  }

  /// Bits as units.
  static func units(_ bits: Double) -> Int16 {
    Int16(max(Double(never), (bits * Double(unitsPerBit)).rounded()))
  }

  /// The information in a form, in units: -log₂ P(form) under the bigram model.
  public func information(_ form: SoundForm) -> Int32 { information(form.phones.span) }

  /// The same for phones given as a span.
  func information(_ phones: Span<UInt8>) -> Int32 {
    var total: Int32 = 0
    var previous = 40
    for index in 0..<phones.count {
      total -= Int32(bigram[previous * 41 + Int(phones[index])])
      previous = Int(phones[index])
    }
    return total - Int32(bigram[previous * 41 + 40])
  }
}
