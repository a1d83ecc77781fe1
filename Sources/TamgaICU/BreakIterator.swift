internal import CICU

extension ICU {
  /// Text boundaries (UAX #29) by ICU.
  public struct BreakIterator: Sendable {
    /// What the boundaries separate.
    public enum Kind: Int32, Sendable {
      case characters, words, lines, sentences
    }

    /// What the boundaries separate.
    public let kind: Kind
    /// The locale whose tailoring is used; empty for the root.
    public let locale: String

    /// Makes an iterator; ICU's handle is opened for each text, so a value may be shared.
    public init(_ kind: Kind, locale: String = "") {
      self.kind = kind
      self.locale = locale
    }

    /// The boundaries of a text as UTF-16 offsets, from 0 to its length.
    public func boundaries(in text: [UInt16]) throws(ICUError) -> [Int] {
      let opened = try unsafe ICU.checking("open the break iterator for \(kind)") { status in
        unsafe locale.withCString { unsafe icu_break_open(kind.rawValue, $0, &status) }
      }
      defer { unsafe icu_break_close(opened) }
      return try ICU.checking("find the \(kind) of a text") { status in
        unsafe text.withUnsafeBufferPointer { source in
          unsafe icu_break_set_text(opened, source.baseAddress, Int32(source.count), &status)
          var found = [0]
          while status <= 0 {
            let next = unsafe icu_break_next(opened)
            if next < 0 { break }
            found.append(Int(next))
          }
          return found
        }
      }
    }
  }
}
