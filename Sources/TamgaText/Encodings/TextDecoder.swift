/// Decodes a text block by block to UTF-8, replacing what is not of its encoding by U+FFFD.
///
/// Characters may be cut between blocks. A byte order mark at the beginning is taken away.
public struct TextDecoder: Sendable {
  /// The encoding; for UTF-16 with the order of its bytes once that is known.
  public private(set) var encoding: TextEncoding
  /// How many ill-formed sequences were replaced.
  public private(set) var invalidCount = 0
  /// The lines, counting from 1, that hold them; each once, the first `mostLines` of them.
  public private(set) var invalidLines: [Int] = []
  /// How many lines are named.
  public static let mostLines = 1000

  private let table: [UInt32]
  /// The bytes of a character that was cut.
  private var carry: [UInt8] = []
  private var lead: UInt32 = 0
  private var line = 1
  private var isAtStart = true

  /// A decoder of a text in this encoding.
  public init(_ encoding: TextEncoding) {
    self.encoding = encoding
    table = encoding.isSingleByte ? encoding.table : []
  }

  /// Decodes the next bytes of the text.
  ///
  /// - Parameters:
  ///   - bytes: the next part of the text.
  ///   - isLast: whether the text ends here.
  ///   - output: UTF-8 is appended to it.
  public mutating func decode(
    _ bytes: Span<UInt8>, isLast: Bool, into output: inout ByteBuffer
  ) {
    if encoding.isSingleByte {
      output.reserve(bytes.count * 2)
      decodeBytes(bytes, into: &output)
      return
    }
    var joined = carry
    carry = []
    joined.reserveCapacity(joined.count + bytes.count)
    for index in 0..<bytes.count { joined.append(bytes[index]) }
    if isAtStart, joined.count < 4, !isLast {
      carry = joined
      return
    }
    output.reserve(joined.count + joined.count / 2)
    var start = 0
    if isAtStart {
      isAtStart = false
      start = takeMark(joined)
    }
    if encoding == .utf8 {
      decodeUTF8(joined.span, from: start, isLast: isLast, into: &output)
    } else {
      decodeUTF16(joined.span, from: start, isLast: isLast, into: &output)
    }
  }

  /// The length of the byte order mark; decides the order of UTF-16.
  private mutating func takeMark(_ bytes: [UInt8]) -> Int {
    switch encoding {
    case .utf8: return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    case .utf16:
      if bytes.starts(with: [0xFF, 0xFE]) {
        encoding = .utf16LittleEndian
        return 2
      }
      if bytes.starts(with: [0xFE, 0xFF]) {
        encoding = .utf16BigEndian
        return 2
      }
      encoding = EncodingDetector.order(bytes.span) ?? .utf16LittleEndian
      return 0
    case .utf16LittleEndian: return bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
    case .utf16BigEndian: return bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    default: return 0
    }
  }

  private mutating func decodeBytes(_ bytes: Span<UInt8>, into output: inout ByteBuffer) {
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0x0A { line += 1 }
        output.append(byte)
      } else {
        let scalar = table[Int(byte)]
        if scalar == 0xFFFD { complain() }
        output.append(scalar: scalar)
      }
    }
  }

  private mutating func decodeUTF8(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, into output: inout ByteBuffer
  ) {
    var position = start
    var written = start
    let end = isLast ? bytes.count : bytes.count - Self.cutLength(bytes)
    while position < end {
      if bytes[position] < 0x80 {
        if bytes[position] == 0x0A { line += 1 }
        position += 1
        continue
      }
      let before = position
      if UTF8Decoding.next(bytes, &position) == UTF8Decoding.invalid {
        output.append(bytes, written..<before)
        output.append(scalar: 0xFFFD)
        written = position
        complain()
      }
    }
    output.append(bytes, written..<end)
    for index in end..<bytes.count { carry.append(bytes[index]) }
  }

  /// How many bytes at the end begin a character that may go on in the next block.
  private static func cutLength(_ bytes: Span<UInt8>) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte < 0x80 { return 0 }
      if byte >= 0xC0 {
        let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return needed > length ? length : 0
      }
    }
    return 0
  }

  private mutating func decodeUTF16(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, into output: inout ByteBuffer
  ) {
    let low = encoding == .utf16BigEndian ? 1 : 0
    var position = start
    while position + 1 < bytes.count {
      let unit = UInt32(bytes[position + low]) | UInt32(bytes[position + 1 - low]) << 8
      position += 2
      append(unit, into: &output)
    }
    if position < bytes.count { carry.append(bytes[position]) }
    guard isLast else { return }
    if lead != 0 || !carry.isEmpty { replace(into: &output) }
    lead = 0
    carry = []
  }

  private mutating func append(_ unit: UInt32, into output: inout ByteBuffer) {
    if lead != 0 {
      if unit & 0xFC00 == 0xDC00 {
        output.append(scalar: 0x10000 + ((lead & 0x3FF) << 10 | unit & 0x3FF))
        lead = 0
        return
      }
      replace(into: &output)
      lead = 0
    }
    switch unit {
    case 0xD800..<0xDC00: lead = unit
    case 0xDC00..<0xE000: replace(into: &output)
    default:
      if unit == 0x0A { line += 1 }
      output.append(scalar: unit)
    }
  }

  private mutating func replace(into output: inout ByteBuffer) {
    complain()
    output.append(scalar: 0xFFFD)
  }

  private mutating func complain() {
    invalidCount += 1
    if invalidLines.last != line, invalidLines.count < Self.mostLines { invalidLines.append(line) }
  }
}
