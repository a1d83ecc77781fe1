internal import CICU

extension ICU {
  /// A converter from an encoding to UTF-8, streaming: one value reads one text from front to back.
  ///
  /// A sequence that is not valid becomes U+FFFD and is counted.
  @safe public final class CharsetConverter {
    /// ICU's name of the encoding.
    public let name: String
    private let handle: UnsafeMutableRawPointer

    /// Opens a converter by any name ICU knows, such as `windows-1251`.
    public init(_ name: String) throws(ICUError) {
      let opened = try unsafe ICU.checking("open the converter \"\(name)\"") { status in
        unsafe name.withCString { unsafe icu_converter_open($0, &status) }
      }
      guard let handle = unsafe opened else {
        throw ICUError(status: 1, operation: "open the converter \"\(name)\"")
      }
      self.name = name
      unsafe self.handle = unsafe handle
    }

    deinit { unsafe icu_converter_close(handle) }

    /// Decodes the next bytes of the text to UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: the next part of the text; a sequence may be cut at its end.
    ///   - isLast: whether the text ends here.
    ///   - invalid: is increased by the number of sequences that were replaced by U+FFFD.
    public func decode(
      _ bytes: [UInt8], isLast: Bool, invalid: inout Int
    ) throws(ICUError) -> [UInt8] {
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count * 2)
      let source = bytes.map { CChar(bitPattern: $0) }
      var units = [UInt16](repeating: 0, count: 16384)
      var pending: UInt16?
      var position = 0
      var replaced = 0
      while true {
        var status: Int32 = 0
        var consumed: Int32 = 0
        var bad: Int64 = 0
        let start = position
        let written = unsafe source.withUnsafeBufferPointer { source in
          unsafe units.withUnsafeMutableBufferPointer { units in
            unsafe icu_converter_decode(
              handle, source.baseAddress.map { unsafe $0 + start }, Int32(source.count - start),
              units.baseAddress, Int32(units.count), isLast, &consumed, &bad, &status)
          }
        }
        guard status <= 0 || status == ICU_BUFFER_OVERFLOW else {
          throw ICUError(status: status, operation: "decode \(name)")
        }
        position += Int(consumed)
        replaced += Int(bad)
        Self.appendUTF8(units[0..<Int(written)], pending: &pending, to: &output)
        if status <= 0 { break }
      }
      if pending != nil { output.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
      invalid += replaced
      return output
    }

    /// Encodes a text into this converter's encoding.
    public func encode(_ text: String) throws(ICUError) -> [UInt8] {
      let units = Array(text.utf16)
      let bytes: [CChar] = try unsafe ICU.filling(
        capacity: units.count * 4 + 16, operation: "encode a text as \(name)"
      ) { buffer, status in
        unsafe units.withUnsafeBufferPointer { source in
          unsafe icu_converter_encode(
            handle, source.baseAddress, Int32(source.count), buffer.baseAddress,
            Int32(buffer.count), &status)
        }
      }
      return bytes.map { UInt8(bitPattern: $0) }
    }

    /// Appends UTF-16 as UTF-8; `pending` carries a lead surrogate from one part to the next.
    private static func appendUTF8(
      _ units: ArraySlice<UInt16>, pending: inout UInt16?, to output: inout [UInt8]
    ) {
      for unit in units {
        if let lead = pending {
          pending = nil
          if unit & 0xFC00 == 0xDC00 {
            let scalar = 0x10000 + (UInt32(lead & 0x3FF) << 10 | UInt32(unit & 0x3FF))
            output.append(UInt8(0xF0 | scalar >> 18))
            output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
            continue
          }
          output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        }
        switch unit {
        case 0..<0x80: output.append(UInt8(unit))
        case 0x80..<0x800:
          output.append(UInt8(0xC0 | unit >> 6))
          output.append(UInt8(0x80 | unit & 0x3F))
        case 0xD800..<0xDC00: pending = unit
        case 0xDC00..<0xE000: output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        default:
          output.append(UInt8(0xE0 | unit >> 12))
          output.append(UInt8(0x80 | unit >> 6 & 0x3F))
          output.append(UInt8(0x80 | unit & 0x3F))
        }
      }
    }
  }
}
