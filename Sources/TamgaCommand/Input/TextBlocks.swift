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

  /// What to call the document.
  let name: String
  private let descriptor: Descriptor
  private var pending: [UInt8] = []
  private var isAtEnd = false
  private var scalars = 0
  /// How many bytes were read.
  private(set) var position = 0
  /// How many characters were not UTF-8 and became U+FFFD.
  private(set) var invalid = 0

  /// - Throws: `CommandError` when there is no such file.
  init(_ path: String) throws(CommandError) {
    descriptor = path == "-" ? .standardInput : try .reading(path)
    name = descriptor.name
  }

  /// How many bytes the document has; nil for a pipe.
  var size: Int? { descriptor.size }

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
    let start = pending.count
    pending.append(contentsOf: repeatElement(0, count: Self.blockSize))
    let count = try descriptor.read(into: &pending, from: start)
    pending.removeLast(Self.blockSize - count)
    position += count
    if count < Self.blockSize { isAtEnd = true }
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
    if !UTF8Check.isValid(bytes.span) {
      let text = String(decoding: bytes, as: UTF8.self)
      invalid += text.unicodeScalars.count { $0.value == 0xFFFD }
      return text
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
