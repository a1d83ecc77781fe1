internal import CLexicons

/// The bytes of one table: embedded in the binary, or read from a user's file.
///
/// This file is the target's only one that touches memory by address.
public struct LexiconBytes: Sendable {
  /// Where embedded bytes begin: they are constant for the life of the process. 0 for a user's file.
  private let address: UInt
  private let length: Int
  private let owned: [UInt8]?

  init(embedded: UnsafeBufferPointer<UInt8>) {
    address = UInt(bitPattern: embedded.baseAddress)
    length = embedded.count
    owned = nil
  }

  /// Bytes that were read from a user's file.
  public init(_ bytes: [UInt8]) {
    address = 0
    length = bytes.count
    owned = bytes
  }

  /// How many bytes there are.
  public var count: Int { length }

  /// Calls `body` with the bytes.
  @inline(__always)
  public func withSpan<Value>(_ body: (Span<UInt8>) throws -> Value) rethrows -> Value {
    if let owned { return try body(owned.span) }
    let bytes = unsafe UnsafeBufferPointer<UInt8>(
      start: UnsafePointer(bitPattern: address), count: length)
    return try unsafe body(bytes.span)
  }

  /// A part of the bytes as text; what is not UTF-8 in it is replaced by U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    withSpan { span in Self.text(span.extracting(range)) }
  }

  /// Bytes as text.
  static func text(_ span: Span<UInt8>) -> String {
    if let valid = try? UTF8Span(validating: span) { return String(copying: valid) }
    return String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
  }

  /// The embedded files with their paths below `Lexicons/`, sorted by path.
  static func allEmbedded() -> [(path: String, bytes: LexiconBytes)] {
    (0..<tamga_lexicon_count()).compactMap { index in
      guard let file = unsafe tamga_lexicon_at(index)?.pointee else { return nil }
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.length)
      return (unsafe String(cString: file.path), unsafe LexiconBytes(embedded: bytes))
    }
  }
}
