#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Logarithms to the base of two: bits.
enum Logarithm {
  static func base2(_ value: Double) -> Double { log2(value) }
}
