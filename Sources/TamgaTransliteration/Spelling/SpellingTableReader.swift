internal import TamgaText

/// Reads the rows of a spelling model's table as bytes: no text is made of them.
struct SpellingTableReader {
  /// The units of the row that was read last.
  private(set) var run: [UInt32] = []
  /// The units by their letters in the source.
  private(set) var options: [UInt64: [SpellingModel.Option]] = [:]
  /// What becomes of what stands between words.
  private(set) var gaps: [UInt32: [(text: String, chance: Float)]] = [:]
  /// How many units there are.
  private(set) var unitCount = 2
  private var ids = NumberTable(capacity: 1 << 10)

  init() {}

  /// Reads the row at `place`, moves past it and gives its count; nil at the end. Rows of gaps are only noted.
  mutating func row(_ bytes: Span<UInt8>, _ place: inout Int) -> Float? {
    while place < bytes.count {
      let isGap = bytes[place] == UInt8(ascii: "~")
      run.removeAll(keepingCapacity: true)
      var start = place
      while place < bytes.count {
        let byte = bytes[place]
        if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
          if !isGap, place > start { run.append(unit(bytes, start..<place)) }
          start = isGap ? start : place + 1
          if byte == UInt8(ascii: "\t") { break }
        }
        place += 1
      }
      let end = place
      var count: Float = 0
      place += 1
      while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
        count = count * 10 + Float(bytes[place] & 0xF)
        place += 1
      }
      place += 1
      if isGap {
        note(bytes, start + 1..<end, count)
      } else if !run.isEmpty {
        return count / 10
      }
    }
    normalize()
    return nil
  }

  /// The number of the unit that is spelled here.
  private mutating func unit(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "^") {
      return SpellingModel.beginID
    }
    if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "$") { return SpellingModel.endID }
    var mark: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { mark = (mark ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    let known = ids[mark]
    if known > 0 { return UInt32(known) }
    let id = UInt32(unitCount)
    unitCount += 1
    ids.add(Float(id), to: mark)
    let (source, target) = sides(bytes, range)
    options[SpellingModel.key(source[...]), default: []].append(
      SpellingModel.Option(id: id, target: target))
    return id
  }

  /// The letters before and behind the brace; the same letters where there is none.
  private func sides(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ([UInt32], [UInt32]) {
    var source: [UInt32] = []
    var target: [UInt32] = []
    var isTarget = false
    let part = bytes.extracting(range)
    var place = 0
    while place < part.count {
      let scalar = UTF8Decoding.next(part, &place)
      if scalar == 0x7D {
        isTarget = true
      } else if isTarget {
        target.append(scalar)
      } else {
        source.append(scalar)
      }
    }
    return (source, isTarget ? target : source)
  }

  private mutating func note(_ bytes: Span<UInt8>, _ range: Range<Int>, _ count: Float) {
    let (source, target) = sides(bytes, range)
    guard let sign = source.first else { return }
    var text = String.UnicodeScalarView()
    for scalar in target { text.append(Unicode.Scalar(scalar) ?? " ") }
    gaps[sign == 0x5F ? 0x20 : sign, default: []].append(
      (String(text) == "_" ? " " : String(text), count))
  }

  private mutating func normalize() {
    gaps = gaps.mapValues { ways in
      let sum = ways.reduce(0) { $0 + $1.chance }
      return ways.map { ($0.text, $0.chance / max(1, sum)) }.sorted {
        $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0
      }
    }
  }
}
