/// A name while it is being cleaned: its scalars, and for each the place in the given text it came from.
struct WorkingText {
  var scalars: [UInt32] = []
  var origins: [Int32] = []

  var count: Int { scalars.count }

  mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func append(_ scalar: UInt32, from origin: Int32) {
    scalars.append(scalar)
    origins.append(origin)
  }

  mutating func append(_ other: borrowing WorkingText, _ range: Range<Int>) {
    scalars.append(contentsOf: other.scalars[range])
    origins.append(contentsOf: other.origins[range])
  }

  mutating func truncate(to count: Int) {
    scalars.removeLast(scalars.count - count)
    origins.removeLast(origins.count - count)
  }
}
