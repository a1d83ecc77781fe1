/// Many names in two runs of memory, as Apache Arrow holds strings: the bytes of all, and where each begins.
public struct NameBatch: Sendable {
  /// The names' UTF-8, one after the other.
  public private(set) var bytes: [UInt8]
  /// Where each name begins, and where the last one ends: one more than there are names.
  public private(set) var offsets: [Int]

  /// A batch without names.
  public init() {
    bytes = []
    offsets = [0]
  }

  /// A batch of these names.
  public init(_ names: some Sequence<String>) {
    self.init()
    for name in names { append(name) }
  }

  /// How many names there are.
  public var count: Int { offsets.count - 1 }

  /// One name.
  public subscript(index: Int) -> String {
    String(decoding: bytes[range(index)], as: UTF8.self)
  }

  /// Where the bytes of a name stand.
  @inline(__always)
  public func range(_ index: Int) -> Range<Int> { offsets[index]..<offsets[index + 1] }

  /// Adds a name.
  public mutating func append(_ name: String) {
    bytes.append(contentsOf: name.utf8)
    offsets.append(bytes.count)
  }

  /// Adds a name as bytes.
  public mutating func append(_ name: Span<UInt8>) {
    for index in 0..<name.count { bytes.append(name[index]) }
    offsets.append(bytes.count)
  }

  /// Adds all names of another batch.
  public mutating func append(_ other: NameBatch) {
    let start = bytes.count
    bytes.append(contentsOf: other.bytes)
    offsets.append(contentsOf: other.offsets.dropFirst().map { $0 + start })
  }

  /// Calls `body` with the bytes of a name.
  @inline(__always)
  public func withBytes<Value>(_ index: Int, _ body: (Span<UInt8>) throws -> Value) rethrows
    -> Value
  {
    try body(bytes.span.extracting(range(index)))
  }
}
