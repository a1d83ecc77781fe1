/// Writes JSON as UTF-8, members in the order they are given.
///
/// Commas are set by the writer; a value inside an object is announced by `key`. Bytes that are not UTF-8 become
/// U+FFFD, so that the result is valid whatever a name holds.
public struct JSONWriter: ~Copyable, Sendable {
  /// What was written so far.
  public var bytes: ByteBuffer
  private var needsComma = false

  /// A writer with an empty buffer.
  public init(capacity: Int = 256) { bytes = ByteBuffer(capacity: capacity) }

  /// Begins anew, keeping the memory.
  public mutating func reset() {
    bytes.truncate()
    needsComma = false
  }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Closes an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Closes an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Ends a line of JSON Lines.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Announces the next member of an object.
  ///
  /// - Parameter name: a field’s name as programs have it, with nothing in it that JSON escapes.
  public mutating func key(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A member that is a text, or null where there is none.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// A member that is a whole number.
  public mutating func member(_ name: String, _ number: Int) {
    key(name)
    integer(number)
  }

  /// A member that is a number with at most `decimals` decimal places.
  public mutating func member(_ name: String, _ number: Double, decimals: Int) {
    key(name)
    self.number(number, decimals: decimals)
  }

  /// A member that is true or false.
  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// A member that is an array of texts.
  public mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// A text.
  public mutating func string(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  /// A text given as bytes.
  public mutating func string(_ text: Span<UInt8>) {
    separate()
    quote(text)
    needsComma = true
  }

  /// A whole number.
  public mutating func integer(_ value: Int) {
    separate()
    bytes.append(String(value))
    needsComma = true
  }

  /// A number with exactly `decimals` decimal places; what is not finite becomes null.
  public mutating func number(_ value: Double, decimals: Int) {
    separate()
    if value.isFinite {
      bytes.append(decimal: value, places: decimals)
    } else {
      bytes.append("null")
    }
    needsComma = true
  }

  /// True or false.
  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(value ? "true" : "false")
    needsComma = true
  }

  /// Null.
  public mutating func null() {
    separate()
    bytes.append("null")
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quote(_ text: String) {
    // A `String` is UTF-8: where nothing is to be escaped it is copied as it stands.
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) else {
      let bytes = Array(text.utf8)
      return quote(bytes.span)
    }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(text)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func quote(_ text: Span<UInt8>) { bytes.append(quoted: text) }
}

extension ByteBuffer {
  /// Appends a text as a JSON string, with its quotes; bytes that are not UTF-8 become U+FFFD.
  public mutating func append(quoted text: Span<UInt8>) {
    append(UInt8(ascii: "\""))
    var position = 0
    // What stands as it is, is copied in runs.
    var copied = 0
    while position < text.count {
      let byte = text[position]
      if byte < 0x7F, byte >= 0x20, byte != 0x22, byte != 0x5C {
        position += 1
        continue
      }
      // Letters of two bytes are most of what is not ASCII.
      if (0xC2...0xDF).contains(byte), position + 1 < text.count,
        text[position + 1] & 0xC0 == 0x80
      {
        position += 2
        continue
      }
      let start = position
      let scalar = UTF8Decoding.next(text, &position)
      guard
        scalar < 0x20 || scalar == 0x22 || scalar == 0x5C || scalar == 0x7F
          || scalar > 0x10FFFF
      else { continue }
      append(text, copied..<start)
      copied = position
      switch scalar {
      case 0x22: append(literal: "\\\"")
      case 0x5C: append(literal: "\\\\")
      case 0x0A: append(literal: "\\n")
      case 0x0D: append(literal: "\\r")
      case 0x09: append(literal: "\\t")
      case 0..<0x20, 0x7F:
        append(literal: "\\u00")
        for digit in [scalar >> 4, scalar & 15] {
          append(UInt8(truncatingIfNeeded: digit < 10 ? 0x30 + digit : 0x57 + digit))
        }
      default: append(scalar: scalar)
      }
    }
    append(text, copied..<text.count)
    append(UInt8(ascii: "\""))
  }
}

extension ByteBuffer {
  /// Appends a number with a fixed count of decimal places, rounded to nearest, with a point in every locale.
  ///
  /// - Parameter places: 0 to 9.
  public mutating func append(decimal value: Double, places: Int) {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled.isFinite, abs(scaled) < 9e15 else {
      append(String(value))
      return
    }
    let whole = Int(abs(scaled))
    if scaled < 0, whole > 0 { append(UInt8(ascii: "-")) }
    append(String(whole / Int(scale)))
    guard places > 0 else { return }
    append(UInt8(ascii: "."))
    let digits = String(whole % Int(scale))
    for _ in digits.utf8.count..<places { append(UInt8(ascii: "0")) }
    append(digits)
  }
}
