#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// e to the power of `value`, in single precision.
@inline(__always)
func exponential(_ value: Float) -> Float { expf(value) }
