internal import Tamga

/// A document in blocks that end where a line does, so that its size does not matter.
struct TextBlocks {
  /// The size of a block: what the text says of a name is remembered within it.
  private static let blockSize = 4 << 20

  /// A block of a document.
  struct Block {
    var text: String
    /// Where the block begins, in Unicode scalars of the document.
    var start: Int
  }

  private var source: TextSource
  private var pending: [UInt8] = []
  private var isAtEnd = false
  private var isAtStart = true
  private var scalars = 0
  private var line = 1
  /// The lines that held bytes that are not UTF-8, since this was asked last.
  private var invalid: [Int] = []

  /// - Throws: `CommandError` when there is no such file.
  init(_ path: String, _ encoding: EncodingOption) throws(CommandError) {
    source = try TextSource(path, encoding)
  }

  /// What to call the document.
  var name: String { source.file }

  /// How many bytes the document has; nil for a pipe.
  var size: Int? { source.size }

  /// How many bytes were read.
  var position: Int { source.position }

  /// What was assumed of the encoding, in a sentence; nil where there was nothing to assume.
  var note: String? { source.note }

  /// The lines with bytes that are not of the encoding, since this was asked last, and the sentence for each.
  mutating func takeInvalidLines() -> (lines: [Int], sentence: String) {
    let decoded = source.takeInvalidLines()
    if !decoded.lines.isEmpty { return decoded }
    defer { invalid = [] }
    return (invalid, "bytes that are not UTF-8 became U+FFFD")
  }

  /// The next block; nil at the end.
  mutating func next() throws(CommandError) -> Block? {
    while !isAtEnd, pending.count < Self.blockSize { try read() }
    guard !pending.isEmpty else { return nil }
    let end = isAtEnd && pending.count <= Self.blockSize ? pending.count : cut
    let bytes = Array(pending[..<end])
    pending.removeSubrange(..<end)
    let text = decode(bytes)
    let block = Block(text: text, start: scalars)
    scalars += text.unicodeScalars.count
    return block
  }

  private mutating func read() throws(CommandError) {
    isAtEnd = try source.read(Self.blockSize, into: &pending)
    // The mark is a character of the file, though not of the text.
    if isAtStart, source.hadMark { scalars = 1 }
    isAtStart = false
  }

  /// Where a block ends: behind the last line end, else behind the last space, else before the last character.
  private var cut: Int {
    let limit = min(Self.blockSize, pending.count)
    let block = pending[..<limit]
    if let line = block.lastIndex(of: 0x0A) { return line + 1 }
    if let space = block.lastIndex(of: 0x20) { return space + 1 }
    if let lead = block.lastIndex(where: { $0 & 0xC0 != 0x80 }), lead > 0 { return lead }
    return limit
  }

  private mutating func decode(_ bytes: [UInt8]) -> String {
    let isValid = UTF8Check.isValid(bytes.span)
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A || index == bytes.count - 1 {
      if !isValid, !UTF8Check.isValid(bytes.span.extracting(start...index)) { invalid.append(line) }
      if byte == 0x0A { line += 1 }
      start = index + 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
