/// The sums over all alignments of two forms, forward and backward.
struct Lattice {
  private var forward: [Double] = []
  private var backward: [Double] = []

  /// Fills both sums; returns the likelihood of the pair.
  mutating func forwardBackward(_ a: [UInt8], _ b: [UInt8], _ p: OperationTable) -> Double {
    let (n, m) = (a.count, b.count)
    let width = m + 1
    forward = Array(repeating: 0, count: (n + 1) * width)
    backward = forward
    forward[0] = 1
    for i in 0...n {
      for j in 0...m where i + j > 0 {
        var sum = 0.0
        if i > 0 { sum += forward[(i - 1) * width + j] * p.delete[Int(a[i - 1])] }
        if j > 0 { sum += forward[i * width + j - 1] * p.insert[Int(b[j - 1])] }
        if i > 0, j > 0 {
          let (x, y) = (Int(a[i - 1]), Int(b[j - 1]))
          sum += forward[(i - 1) * width + j - 1] * p.substitute[x * 40 + y]
          if j > 1 {
            sum += forward[(i - 1) * width + j - 2] * p.split[x * 1600 + Int(b[j - 2]) * 40 + y]
          }
          if i > 1 {
            sum += forward[(i - 2) * width + j - 1] * p.merge[y * 1600 + Int(a[i - 2]) * 40 + x]
          }
        }
        forward[i * width + j] = sum
      }
    }
    backward[n * width + m] = 1
    for i in stride(from: n, through: 0, by: -1) {
      for j in stride(from: m, through: 0, by: -1) where i + j < n + m {
        var sum = 0.0
        if i < n { sum += backward[(i + 1) * width + j] * p.delete[Int(a[i])] }
        if j < m { sum += backward[i * width + j + 1] * p.insert[Int(b[j])] }
        if i < n, j < m {
          let (x, y) = (Int(a[i]), Int(b[j]))
          sum += backward[(i + 1) * width + j + 1] * p.substitute[x * 40 + y]
          if j + 1 < m {
            sum += backward[(i + 1) * width + j + 2] * p.split[x * 1600 + y * 40 + Int(b[j + 1])]
          }
          if i + 1 < n {
            sum += backward[(i + 2) * width + j + 1] * p.merge[y * 1600 + x * 40 + Int(a[i + 1])]
          }
        }
        backward[i * width + j] = sum
      }
    }
    return forward[n * width + m]
  }

  /// Adds the expected counts of all operations, times `scale`.
  func count(
    _ a: [UInt8], _ b: [UInt8], _ p: OperationTable, scale: Double,
    into counts: inout OperationTable
  ) {
    let (n, m) = (a.count, b.count)
    let width = m + 1
    for i in 0...n {
      for j in 0...m {
        let here = forward[i * width + j] * scale
        if here == 0 { continue }
        if i < n {
          let x = Int(a[i])
          counts.delete[x] += here * p.delete[x] * backward[(i + 1) * width + j]
        }
        if j < m {
          let y = Int(b[j])
          counts.insert[y] += here * p.insert[y] * backward[i * width + j + 1]
        }
        guard i < n, j < m else { continue }
        let (x, y) = (Int(a[i]), Int(b[j]))
        counts.substitute[x * 40 + y] +=
          here * p.substitute[x * 40 + y] * backward[(i + 1) * width + j + 1]
        if j + 1 < m {
          let index = x * 1600 + y * 40 + Int(b[j + 1])
          counts.split[index] += here * p.split[index] * backward[(i + 1) * width + j + 2]
        }
        if i + 1 < n {
          let index = y * 1600 + x * 40 + Int(a[i + 1])
          counts.merge[index] += here * p.merge[index] * backward[(i + 2) * width + j + 1]
        }
      }
    }
  }
}
