#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Logarithms to the base of two: bits.
enum Logarithm {
  static func base2(_ value: Double) -> Double { log2(value) }
  static func base2(_ value: Float) -> Float { log2f(value) }
  static func exponential(_ value: Double) -> Double { exp(value) }
  /// 2 to the power of `value`.
  static func power2(_ value: Double) -> Double { exp2(value) }
}
