/// The parts of a name, the first few in the value itself: a list of a million names holds them side by side, and to
/// read one counts no reference.
struct PartList: RandomAccessCollection, Sendable {
  /// As many parts as nearly all names of persons have.
  private static let few = 4

  private var near = InlineArray<4, NamePart>(repeating: NamePart(token: -1))
  /// All, where there are more.
  private var all: [NamePart] = []
  private var length: UInt8 = 0

  init(_ parts: [NamePart]) {
    if parts.count > Self.few {
      all = parts
    } else {
      length = UInt8(parts.count)
      for index in parts.indices { near[index] = parts[index] }
    }
  }

  var startIndex: Int { 0 }

  @inline(__always)
  var endIndex: Int { all.isEmpty ? Int(length) : all.count }

  @inline(__always)
  subscript(index: Int) -> NamePart { all.isEmpty ? near[index] : all[index] }

  /// Gives every token another number.
  mutating func renumber(_ numbers: [Int32]) {
    for index in 0..<Int(length) { near[index].renumber(numbers) }
    for index in all.indices { all[index].renumber(numbers) }
  }
}
