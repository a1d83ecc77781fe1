internal import Tamga

/// One value a command adds to a row.
enum CellValue: Sendable, Equatable {
  case text(String)
  /// A number with a fixed count of decimal places.
  case number(Double, decimals: Int)
  case integer(Int)
  /// Named parts: an object in JSON, joined by `|` elsewhere.
  case fields([Field])
  /// Several values: an array in JSON, joined by `|` elsewhere.
  case list([String])
  /// Nothing is known: null in JSON, empty elsewhere.
  case none

  /// A named part of a value.
  struct Field: Sendable, Equatable {
    var name: String
    var value: String
  }

  /// Adds the value to a table whose cells tabs part: a tab or a line end in it becomes a space.
  func write(tabSeparated output: inout ByteBuffer) {
    var plain = ByteBuffer()
    write(plain: &plain)
    plain.withSpan { output.append(cell: $0) }
  }

  /// Adds the value to a row of RFC 4180.
  func write(csv output: inout ByteBuffer) {
    var plain = ByteBuffer()
    write(plain: &plain)
    plain.withSpan { bytes in
      let needsQuotes = (0..<bytes.count).contains { index in
        [0x22, 0x2C, 0x0A, 0x0D].contains(bytes[index])
      }
      guard needsQuotes else { return output.append(bytes) }
      output.append(0x22)
      for index in 0..<bytes.count {
        if bytes[index] == 0x22 { output.append(0x22) }
        output.append(bytes[index])
      }
      output.append(0x22)
    }
  }

  /// Adds the value to a JSON text.
  func write(json: inout JSONWriter) {
    switch self {
    case .text(let text): json.string(text)
    case .number(let value, let decimals): json.number(value, decimals: decimals)
    case .integer(let value): json.integer(value)
    case .list(let values):
      json.beginArray()
      for value in values { json.string(value) }
      json.endArray()
    case .fields(let fields):
      json.beginObject()
      for field in fields { json.member(field.name, field.value) }
      json.endObject()
    case .none: json.null()
    }
  }

  private func write(plain output: inout ByteBuffer) {
    switch self {
    case .text(let text): output.append(text)
    case .number(let value, let decimals): output.append(decimal: value, places: decimals)
    case .integer(let value): output.append(String(value))
    case .list(let values): output.append(values.joined(separator: "|"))
    case .fields(let fields): output.append(fields.map(\.value).joined(separator: "|"))
    case .none: break
    }
  }
}

extension ByteBuffer {
  /// Appends a text to a table whose cells tabs part: a tab or a line end in it becomes a space.
  mutating func append(cell text: Span<UInt8>) {
    for index in 0..<text.count {
      let byte = text[index]
      append(byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
  }
}
