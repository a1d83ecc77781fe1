/// Whether bytes are UTF-8.
public enum UTF8Check {
  /// Whether all of the text is well-formed UTF-8.
  @inline(__always)
  public static func isValid(_ text: Span<UInt8>) -> Bool {
    var position = 0
    while position < text.count {
      if UTF8Decoding.next(text, &position) == UTF8Decoding.invalid { return false }
    }
    return true
  }
}
