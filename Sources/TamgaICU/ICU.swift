internal import CICU

/// The namespace of ICU's services, one a file.
///
/// Nothing here reads the machine's locale: where a locale matters, the caller names it.
public enum ICU {
  /// The version of the ICU library this process runs with, such as `72.1`.
  public static var version: String {
    var parts: [UInt8] = [0, 0, 0, 0]
    unsafe parts.withUnsafeMutableBufferPointer { unsafe icu_version($0.baseAddress) }
    return parts[0...1].map(String.init).joined(separator: ".")
  }

  /// The version of the Unicode standard that this ICU implements, such as `15.0.0`.
  public static var unicodeVersion: String {
    var parts: [UInt8] = [0, 0, 0, 0]
    unsafe parts.withUnsafeMutableBufferPointer { unsafe icu_unicode_version($0.baseAddress) }
    return parts[0...2].map(String.init).joined(separator: ".")
  }
}
