internal import CICU

extension ICU {
  /// ICU's guess of a text's encoding.
  public enum CharsetDetector {
    /// A guess with ICU's confidence, 0 to 100.
    public struct Match: Sendable, Equatable {
      /// ICU’s name of the encoding, such as `windows-1251`.
      public let name: String
      /// From 0 to 100.
      public let confidence: Int
    }

    /// The guesses for a sample of bytes, best first.
    public static func detect(_ bytes: [UInt8], limit: Int = 8) throws(ICUError) -> [Match] {
      let detector = try unsafe ICU.checking("open the charset detector") { status in
        unsafe icu_charset_detector_open(&status)
      }
      defer { unsafe icu_charset_detector_close(detector) }
      var names = unsafe [UnsafePointer<CChar>?](repeating: nil, count: limit)
      var confidences = [Int32](repeating: 0, count: limit)
      let text = bytes.map { CChar(bitPattern: $0) }
      let count = try ICU.checking("detect the charset of a text") { status in
        unsafe text.withUnsafeBufferPointer { source in
          unsafe names.withUnsafeMutableBufferPointer { names in
            unsafe confidences.withUnsafeMutableBufferPointer { confidences in
              unsafe icu_charset_detect(
                detector, source.baseAddress, Int32(source.count), Int32(limit),
                names.baseAddress, confidences.baseAddress, &status)
            }
          }
        }
      }
      var matches: [Match] = []
      for index in 0..<Int(count) {
        guard let name = unsafe names[index] else { continue }
        matches.append(
          Match(name: unsafe String(cString: name), confidence: Int(confidences[index])))
      }
      return matches
    }
  }
}
