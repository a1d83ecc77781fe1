#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Powers of two, for odds in bits.
enum Power {
  static func two(_ exponent: Float) -> Float { exp2f(exponent) }

  /// The power of two that a number is.
  static func logarithm(_ value: Float) -> Float { log2f(value) }

  /// The probability that log-odds in bits stand for.
  static func probability(_ bits: Float) -> Float { 1 / (1 + two(-bits)) }
}
