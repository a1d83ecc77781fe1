internal import CICU

extension ICU {
  /// Full Unicode case mapping in a locale the caller names, on UTF-8.
  ///
  /// `az` and `tr` map i/İ and ı/I; every other locale maps i/I. ICU has no such rule for Kazakh.
  @safe public final class CaseMapper: Sendable {
    /// The locale of this mapper, such as `az`; empty for the root.
    public let locale: String
    /// Immutable after opening: ICU's case maps may be shared between threads.
    private nonisolated(unsafe) let handle: UnsafeMutableRawPointer

    /// Opens a case mapper for a locale.
    public init(locale: String) throws(ICUError) {
      self.locale = locale
      let opened = try unsafe ICU.checking("open the case map of \"\(locale)\"") { status in
        unsafe locale.withCString { unsafe icu_case_map_open($0, &status) }
      }
      guard let handle = unsafe opened else {
        throw ICUError(status: 1, operation: "open the case map of \"\(locale)\"")
      }
      unsafe self.handle = unsafe handle
    }

    deinit { unsafe icu_case_map_close(handle) }

    /// The text in lower case.
    public func lowercase(_ text: String) throws(ICUError) -> String {
      try unsafe map(text, "lower-case") { unsafe icu_case_map_lower($0, $1, $2, $3, $4, &$5) }
    }

    /// The text in upper case.
    public func uppercase(_ text: String) throws(ICUError) -> String {
      try unsafe map(text, "upper-case") { unsafe icu_case_map_upper($0, $1, $2, $3, $4, &$5) }
    }

    /// The text with case folded: for comparison, not for display.
    public func fold(_ text: String) throws(ICUError) -> String {
      try unsafe map(text, "case-fold") { unsafe icu_case_map_fold($0, $1, $2, $3, $4, &$5) }
    }

    private typealias Mapping = (
      UnsafeRawPointer, UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<CChar>?, Int32,
      inout Int32
    ) -> Int32

    private func map(
      _ text: String, _ operation: String, _ mapping: Mapping
    ) throws(ICUError) -> String {
      let bytes = text.utf8.map { CChar(bitPattern: $0) }
      let mapped: [CChar] = try unsafe ICU.filling(
        capacity: bytes.count * 2 + 8, operation: "\(operation) a text"
      ) { buffer, status in
        unsafe bytes.withUnsafeBufferPointer { source in
          unsafe mapping(
            handle, source.baseAddress, Int32(source.count), buffer.baseAddress,
            Int32(buffer.count), &status)
        }
      }
      return String(decoding: mapped.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
