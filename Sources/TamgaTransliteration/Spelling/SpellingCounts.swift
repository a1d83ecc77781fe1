internal import TamgaText

/// The counts of a spelling model while its runs are taken in.
struct SpellingCounts {
  private(set) var options: [[UInt32]: [SpellingModel.Option]] = [:]
  private(set) var counts = NumberTable(capacity: 1 << 16)
  private(set) var totals = NumberTable(capacity: 1 << 14)
  private(set) var kinds = NumberTable(capacity: 1 << 14)
  private(set) var sum: Float = 0
  /// How many units there are.
  private(set) var unitCount: UInt32 = 2
  private var ids: [SpellingUnit: UInt32] = [
    .begin: SpellingModel.beginID, .end: SpellingModel.endID,
  ]

  /// The number of a unit.
  mutating func id(_ unit: SpellingUnit) -> UInt32 {
    if let known = ids[unit] { return known }
    let id = unitCount
    unitCount += 1
    ids[unit] = id
    options[unit.source.unicodeScalars.map(\.value), default: []].append(
      SpellingModel.Option(id: id, target: unit.target.unicodeScalars.map(\.value)))
    return id
  }

  /// Takes in a run, given as the numbers of its units.
  mutating func add(_ run: [UInt32], _ count: Float) {
    var context: UInt64 = 1
    for (index, id) in run.enumerated() {
      let mark = SpellingModel.mark(context, then: id)
      if index == run.count - 1 {
        counts.add(count, to: mark)
        totals.add(count, to: context)
        kinds.add(min(1, count), to: context)
        if index == 0 { sum += count }
      }
      context = mark
    }
  }

  /// Reads the rows of a table. A unit’s text is made once, and known by the hash of its bytes afterwards.
  mutating func read(_ rows: Span<UInt8>) {
    var known: [UInt64: UInt32] = [:]
    var run: [UInt32] = []
    var position = 0
    while position < rows.count {
      run.removeAll(keepingCapacity: true)
      var start = position
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      while position < rows.count {
        let byte = rows[position]
        if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
          if let id = known[hash] {
            run.append(id)
          } else if let unit = Self.unit(rows.extracting(start..<position)) {
            let id = id(unit)
            known[hash] = id
            run.append(id)
          }
          if byte == UInt8(ascii: "\t") { break }
          start = position + 1
          hash = 0xCBF2_9CE4_8422_2325
        } else {
          hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        position += 1
      }
      position += 1
      var count = 0
      while position < rows.count, rows[position] != UInt8(ascii: "\n") {
        count = count * 10 + Int(rows[position] & 0x0F)
        position += 1
      }
      position += 1
      add(run, Float(count) / 10)
    }
  }

  private static func unit(_ text: Span<UInt8>) -> SpellingUnit? {
    var letters: [UInt32] = []
    var position = 0
    while position < text.count { letters.append(UTF8Decoding.next(text, &position)) }
    return SpellingUnit(text: Substring(UTF8Decoding.text(letters)))
  }
}
