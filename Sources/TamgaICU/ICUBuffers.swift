internal import CICU

/// The two ways every call into ICU passes its buffers. No other file of this target allocates for ICU.
extension ICU {
  /// Calls `body` with a buffer of `capacity`, and once more with what ICU asked for when that was too small.
  ///
  /// - Parameter body: fills the buffer, sets the status, returns the length it needed.
  /// - Throws: `ICUError` naming `operation` for every status but success.
  static func filling<Unit: FixedWidthInteger>(
    capacity: Int, operation: @autoclosure () -> String,
    _ body: (UnsafeMutableBufferPointer<Unit>, inout Int32) -> Int32
  ) throws(ICUError) -> [Unit] {
    var size = max(capacity, 16)
    for _ in 0..<2 {
      var status: Int32 = 0
      var needed = 0
      let result = unsafe [Unit](unsafeUninitializedCapacity: size) { buffer, count in
        needed = Int(unsafe body(buffer, &status))
        count = status <= 0 ? min(needed, size) : 0
      }
      if status <= 0 { return result }
      guard status == ICU_BUFFER_OVERFLOW else {
        throw ICUError(status: status, operation: operation())
      }
      size = needed + 1
    }
    throw ICUError(status: ICU_BUFFER_OVERFLOW, operation: operation())
  }

  /// Calls `body` and turns a failure status into an error naming `operation`.
  static func checking<Value>(
    _ operation: @autoclosure () -> String, _ body: (inout Int32) -> Value
  ) throws(ICUError) -> Value {
    var status: Int32 = 0
    let value = body(&status)
    if status > 0 { throw ICUError(status: status, operation: operation()) }
    return value
  }
}
