internal import CICU

extension ICU {
  /// A transform between scripts: one of ICU's own by id, or one made of rules.
  ///
  /// ICU's rule-based transforms are immutable once open, but ICU does not promise it of every transform;
  /// open one a thread.
  @safe public final class Transform {
    /// The id, or the name the rules were given.
    public let identifier: String
    private let handle: UnsafeMutableRawPointer

    /// Opens one of ICU's transforms, such as `Russian-Latin/BGN`.
    public convenience init(identifier: String) throws(ICUError) {
      try self.init(identifier: identifier, rules: nil)
    }

    /// Compiles rules in ICU's transform-rule syntax.
    ///
    /// - Throws: `ICUError` with the line and column where the rules fail.
    public init(identifier: String, rules: String?) throws(ICUError) {
      self.identifier = identifier
      let name = Array(identifier.utf16)
      let text = rules.map { Array($0.utf16) }
      var status: Int32 = 0
      var line: Int32 = 0
      var offset: Int32 = 0
      let opened = unsafe name.withUnsafeBufferPointer { name in
        guard let text else {
          return unsafe icu_transform_open(
            name.baseAddress, Int32(name.count), nil, 0, false, &line, &offset, &status)
        }
        return unsafe text.withUnsafeBufferPointer { text in
          unsafe icu_transform_open(
            name.baseAddress, Int32(name.count), text.baseAddress, Int32(text.count), false,
            &line, &offset, &status)
        }
      }
      guard status <= 0, let handle = unsafe opened else {
        let position =
          rules == nil ? nil : ICUError.Position(line: Int(line) + 1, column: Int(offset) + 1)
        throw ICUError(
          status: max(status, 1), operation: "open the transform \"\(identifier)\"",
          position: position)
      }
      unsafe self.handle = unsafe handle
    }

    deinit { unsafe icu_transform_close(handle) }

    /// The transformed text.
    public func apply(_ text: String) throws(ICUError) -> String {
      let source = Array(text.utf16)
      let result: [UInt16] = try unsafe ICU.filling(
        capacity: source.count * 4 + 32, operation: "apply the transform \"\(identifier)\""
      ) { buffer, status in
        for (index, unit) in source.enumerated() where index < buffer.count {
          unsafe buffer[index] = unit
        }
        return unsafe icu_transform_apply(
          handle, buffer.baseAddress, Int32(source.count), Int32(buffer.count), &status)
      }
      return String(decoding: result, as: UTF16.self)
    }
  }
}
