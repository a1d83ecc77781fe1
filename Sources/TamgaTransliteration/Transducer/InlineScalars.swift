/// A short run of numbers that lives on the stack: what a rule may look at ahead.
struct InlineScalars {
  /// More than any rule looks ahead.
  private static let capacity = 24
  private var storage = InlineArray<24, UInt32>(repeating: 0)
  private var count = 0

  var isFull: Bool { count == Self.capacity }
  var first: UInt32 { storage[0] }

  mutating func append(_ value: UInt32) {
    storage[count] = value
    count += 1
  }

  func withSpan<Value>(_ body: (Span<UInt32>) -> Value) -> Value {
    body(storage.span.extracting(0..<count))
  }
}
