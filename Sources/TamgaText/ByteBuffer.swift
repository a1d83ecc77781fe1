/// A growing run of bytes, written without a check for each: the bulk path's only way to make output.
///
/// This file is a named hot path: it owns its memory and touches it by address.
@safe public struct ByteBuffer: ~Copyable, Sendable {
  // Sendable although it holds a pointer: the buffer is its only owner and cannot be copied.
  private nonisolated(unsafe) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes were written.
  public private(set) var count = 0

  /// An empty buffer with room for `capacity` bytes.
  public init(capacity: Int = 256) {
    self.capacity = max(capacity, 64)
    unsafe self.base = .allocate(capacity: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  /// Makes room for `extra` more bytes.
  @inline(__always)
  public mutating func reserve(_ extra: Int) {
    if count + extra > capacity { grow(extra) }
  }

  @inline(never)
  private mutating func grow(_ extra: Int) {
    let larger = max(capacity * 2, count + extra)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = unsafe moved
    capacity = larger
  }

  /// Appends a byte.
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe base[count] = byte
    count += 1
  }

  /// Appends a part of a span.
  @inline(__always)
  public mutating func append(_ span: Span<UInt8>, _ range: Range<Int>) {
    let length = range.count
    guard length > 0 else { return }
    reserve(length)
    let from = range.lowerBound
    precondition(from >= 0 && range.upperBound <= span.count)
    unsafe span.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe (base + count).update(from: start + from, count: length)
    }
    count += length
  }

  /// Appends all of a span.
  @inline(__always)
  public mutating func append(_ span: Span<UInt8>) { append(span, 0..<span.count) }

  /// Appends the bytes of an array.
  public mutating func append(contentsOf bytes: [UInt8]) { append(bytes.span) }

  /// Appends a text as UTF-8.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      reserve(bytes.count)
      if let start = bytes.baseAddress {
        unsafe (base + count).update(from: start, count: bytes.count)
      }
      count += bytes.count
    }
  }

  /// Appends a text that stands in the program.
  @inline(__always)
  public mutating func append(literal text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    unsafe (base + count).update(from: text.utf8Start, count: length)
    count += length
  }

  /// Appends a Unicode scalar as UTF-8; one that is none becomes U+FFFD.
  @inline(__always)
  public mutating func append(scalar: UInt32) {
    reserve(4)
    let out = unsafe base + count
    switch scalar {
    case 0..<0x80:
      unsafe out[0] = UInt8(truncatingIfNeeded: scalar)
      count += 1
    case 0x80..<0x800:
      unsafe out[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      unsafe out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      count += 2
    case 0xD800..<0xE000, 0x11_0000...:
      unsafe out[0] = 0xEF
      unsafe out[1] = 0xBF
      unsafe out[2] = 0xBD
      count += 3
    case 0x800..<0x1_0000:
      unsafe out[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      unsafe out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      unsafe out[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      count += 3
    default:
      unsafe out[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      unsafe out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      unsafe out[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      unsafe out[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      count += 4
    }
  }

  /// Appends up to eight bytes, the first in the lowest bits of `word`. The caller has reserved eight bytes more than
  /// it has appended since.
  @inline(__always)
  @unsafe public mutating func appendUnchecked(_ word: UInt64, count length: Int) {
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
    count &+= length
  }

  /// Forgets what was written after the first `length` bytes.
  public mutating func truncate(to length: Int = 0) { count = min(count, length) }

  /// Calls `body` with the bytes written so far.
  @inline(__always)
  public func withSpan<Value>(_ body: (Span<UInt8>) throws -> Value) rethrows -> Value {
    try unsafe body(UnsafeBufferPointer(start: UnsafePointer(base), count: count).span)
  }

  /// Calls `body` with the bytes, for a system call.
  public func withBytes<Value>(
    _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    try unsafe body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// A copy of the bytes.
  public var array: [UInt8] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }
}
