internal import CICU

extension ICU {
  /// Unicode normalisation (UAX #15) by ICU. A value is a view of one of ICU's own singletons.
  @safe public struct Normalizer: Sendable {
    /// The four normalisation forms.
    public enum Form: Int32, Sendable, CaseIterable {
      case nfc, nfd, nfkc, nfkd
    }

    /// The form this normaliser makes.
    public let form: Form
    /// ICU's singleton; immutable, never closed.
    private nonisolated(unsafe) let handle: UnsafeRawPointer

    /// Opens ICU's normaliser for `form`.
    ///
    /// - Throws: `ICUError` when ICU's data cannot be loaded.
    public init(_ form: Form) throws(ICUError) {
      self.form = form
      let found = try unsafe ICU.checking("load the normaliser \(form)") { status in
        unsafe icu_normalizer(form.rawValue, &status)
      }
      guard let handle = unsafe found else {
        throw ICUError(status: 1, operation: "load the normaliser \(form)")
      }
      unsafe self.handle = unsafe handle
    }

    /// The normalised text, as UTF-16 code units.
    public func normalize(_ text: [UInt16]) throws(ICUError) -> [UInt16] {
      try unsafe ICU.filling(
        capacity: text.count + text.count / 2 + 16, operation: "normalise text to \(form)"
      ) { buffer, status in
        unsafe text.withUnsafeBufferPointer { source in
          unsafe icu_normalize(
            handle, source.baseAddress, Int32(source.count), buffer.baseAddress,
            Int32(buffer.count), &status)
        }
      }
    }

    /// The normalised text.
    public func normalize(_ text: String) throws(ICUError) -> String {
      String(decoding: try normalize(Array(text.utf16)), as: UTF16.self)
    }

    /// Whether the text already is in this form.
    public func isNormalized(_ text: [UInt16]) throws(ICUError) -> Bool {
      try ICU.checking("check the form of a text") { status in
        unsafe text.withUnsafeBufferPointer {
          unsafe icu_is_normalized(handle, $0.baseAddress, Int32($0.count), &status)
        }
      }
    }

    /// Whether the scalar never interacts with its neighbours under this form.
    public func isInert(_ scalar: UInt32) -> Bool { unsafe icu_is_inert(handle, Int32(scalar)) }

    /// Whether the scalar never composes with, nor reorders before, what stands before it.
    public func hasBoundaryBefore(_ scalar: UInt32) -> Bool {
      unsafe icu_has_boundary_before(handle, Int32(scalar))
    }

    /// The canonical composition of two scalars, if there is one.
    public func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
      let result = unsafe icu_compose_pair(handle, Int32(first), Int32(second))
      return result < 0 ? nil : UInt32(result)
    }

    /// The raw decomposition mapping of a scalar as UTF-16, if it has one.
    public func decomposition(_ scalar: UInt32) -> [UInt16]? {
      var units = [UInt16](repeating: 0, count: 32)
      var status: Int32 = 0
      let length = unsafe units.withUnsafeMutableBufferPointer {
        unsafe icu_decomposition(
          handle, Int32(scalar), $0.baseAddress, Int32($0.count), &status)
      }
      return length < 0 || status > 0 ? nil : Array(units[0..<Int(length)])
    }
  }
}
