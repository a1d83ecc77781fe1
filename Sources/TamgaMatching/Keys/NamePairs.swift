/// Pairs of names, by number: each once, the smaller number first, sorted.
public struct NamePairs: RandomAccessCollection, Sendable {
  /// The smaller number of a pair in the high half.
  private var packed: [UInt64] = []

  /// No pairs.
  public init() {}

  /// Pairs packed by `PackedPairs`, sorted.
  init(sorted packed: [UInt64]) { self.packed = packed }

  /// The position of the first pair.
  public var startIndex: Int { 0 }

  /// The position after the last pair.
  public var endIndex: Int { packed.count }

  /// A pair.
  public subscript(position: Int) -> (Int32, Int32) { PackedPairs.unpack(packed[position]) }

  /// Takes out the pairs for which `isUnwanted` says so; the others keep their order.
  public mutating func removeAll(where isUnwanted: (Int32, Int32) -> Bool) {
    packed.removeAll {
      let (a, b) = PackedPairs.unpack($0)
      return isUnwanted(a, b)
    }
  }
}
