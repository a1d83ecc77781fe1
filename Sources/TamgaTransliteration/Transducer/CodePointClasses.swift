/// Code points sorted into classes that no set of a scheme tells apart. Class 0 is all that no set names, and what
/// lies beyond the ends of a text.
struct CodePointClasses: Sendable {
  /// The code points that have a place in tables; the few beyond are looked up one by one.
  static let limit: UInt32 = 0x2200

  /// The class of every code point below the limit.
  private(set) var dense = [UInt16](repeating: 0, count: Int(limit))
  /// The classes of code points beyond the limit that some set names.
  private(set) var far: [UInt32: UInt16] = [:]
  /// How many classes there are.
  private(set) var count = 1
  /// For every set, in the order given: whether it holds a class.
  private(set) var members: [[Bool]] = []

  init(_ sets: [CodePointSet]) {
    for set in sets {
      var fresh: [UInt16: UInt16] = [:]
      for range in set.ranges {
        for scalar in range {
          let old = self[scalar]
          let new = fresh[old] ?? UInt16(count)
          if fresh[old] == nil {
            fresh[old] = new
            count += 1
          }
          if scalar < Self.limit { dense[Int(scalar)] = new } else { far[scalar] = new }
        }
      }
    }
    for set in sets {
      var holds = [Bool](repeating: set.isNegated, count: count)
      for range in set.ranges {
        for scalar in range { holds[Int(self[scalar])] = !set.isNegated }
      }
      members.append(holds)
    }
  }

  /// The class of a code point.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt16 {
    scalar < Self.limit ? dense[Int(scalar)] : far[scalar] ?? 0
  }
}
