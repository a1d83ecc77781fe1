internal import TamgaICU

/// Sorts code points into rows: each letter some rule begins with has its own; all others share the row of those
/// that look the same to every context.
struct RowBuilder {
  private(set) var entries: [UInt32] = []
  private(set) var far: [UInt32: UInt32] = [:]
  private(set) var farEntry: UInt32 = 0
  /// One code point of each row.
  private(set) var samples: [UInt32] = []
  /// The rules to try for each row, in order.
  private(set) var rulesOfRow: [[Int]] = []

  init(
    rules: [TransformRule], rightSets: [[Int]], right: CodePointClasses, left: CodePointClasses
  ) {
    var keyed: [UInt32: [Int]] = [:]
    var inserting: [Int] = []
    for (index, rule) in rules.enumerated() {
      if let first = rule.key.first {
        keyed[first, default: []].append(index)
      } else {
        inserting.append(index)
      }
    }
    // Neighbours mostly look the same.
    var last: (look: Look, row: UInt32)?
    struct Look: Hashable {
      let left: UInt16
      let right: UInt16
      let key: UInt32
    }
    var rows: [Look: UInt32] = [:]
    func row(_ scalar: UInt32) -> UInt32 {
      let own = keyed[scalar]
      let look = Look(
        left: left[scalar], right: right[scalar], key: own == nil ? UInt32.max : scalar)
      if let last, last.look == look { return last.row }
      if let row = rows[look] {
        last = (look, row)
        return row
      }
      let row = UInt32(samples.count)
      rows[look] = row
      samples.append(scalar)
      var list = own ?? []
      list += inserting.filter { rule in
        guard let first = rightSets[rule].first else { return true }
        return right.members[first][Int(right[scalar])]
      }
      rulesOfRow.append(list.sorted())
      return row
    }
    let flags = Self.unstable
    entries = (0..<CodePointClasses.limit).map { scalar in
      let flag: UInt32 = flags[Int(scalar)] ? 0x8000 : 0
      return row(scalar) | flag | UInt32(right[scalar]) << 16
    }
    // Beyond the table nobody keeps a list of what normalisation leaves alone: all is normalised by ICU.
    farEntry = row(0xFFFD) | 0x8000
    let named = Set(keyed.keys).union(left.far.keys).union(right.far.keys)
    for scalar in named.sorted() where scalar >= CodePointClasses.limit {
      far[scalar] = row(scalar) | 0x8000 | UInt32(right[scalar]) << 16
    }
  }

  /// Which code points below the limit may change under NFC, alone or with what stands before them.
  static let unstable: [Bool] = {
    guard let normalizer = try? ICU.Normalizer(.nfc) else {
      return [Bool](repeating: true, count: Int(CodePointClasses.limit))
    }
    return (0..<CodePointClasses.limit).map { scalar in
      if scalar < 0x300 { return false }
      if !normalizer.hasBoundaryBefore(scalar) { return true }
      if normalizer.isInert(scalar) { return false }
      guard let letter = Unicode.Scalar(scalar) else { return true }
      let alone = Array(String(Character(letter)).utf16)
      return (try? normalizer.isNormalized(alone)) != true
    }
  }()
}
