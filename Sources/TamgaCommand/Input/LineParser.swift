internal import Foundation
internal import Tamga

/// Rows of a name a line.
struct LineParser: RecordParser {
  mutating func parse(
    _ text: [UInt8], isLast: Bool, line: inout Int, into batch: inout RecordBatch
  ) -> Int {
    var start = 0
    let bytes = text.span
    while let end = LineEnd.next(bytes, from: start, isLast: isLast) {
      batch.rows.append(.init(raw: start..<end.content, line: line))
      line += 1
      start = end.next
    }
    return start
  }
}

/// Where lines end: at a line feed, with or without a carriage return before it.
///
/// This file is a named hot path: the C library finds the line feed in bytes whose bounds the span gives.
enum LineEnd {
  /// The end of the line that begins at `start`: of its content, and where the next one begins.
  @inline(__always)
  static func next(
    _ text: Span<UInt8>, from start: Int, isLast: Bool
  ) -> (content: Int, next: Int)? {
    guard start < text.count else { return nil }
    var position = unsafe text.withUnsafeBytes { bytes -> Int in
      guard let first = bytes.baseAddress,
        let end = unsafe memchr(first + start, 0x0A, bytes.count - start)
      else { return bytes.count }
      return unsafe UnsafeRawPointer(end) - first
    }
    guard position < text.count || isLast else { return nil }
    let next = min(position + 1, text.count)
    if position > start, text[position - 1] == 0x0D { position -= 1 }
    return (position, next)
  }
}
