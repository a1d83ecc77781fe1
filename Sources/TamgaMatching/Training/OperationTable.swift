internal import TamgaText

/// Probabilities, or expected counts, of the operations of one class while a model is trained.
struct OperationTable: Sendable {
  var substitute: [Double]
  var delete: [Double]
  var insert: [Double]
  var split: [Double]
  var merge: [Double]
  private(set) var firstMarginal = [Double](repeating: 1.0 / 40, count: 40)
  private(set) var secondMarginal = [Double](repeating: 1.0 / 40, count: 40)

  static func zero() -> OperationTable {
    OperationTable(
      substitute: Array(repeating: 0, count: 1600), delete: Array(repeating: 0, count: 40),
      insert: Array(repeating: 0, count: 40), split: Array(repeating: 0, count: 64000),
      merge: Array(repeating: 0, count: 64000))
  }

  /// Where training begins: a phone most likely stands for itself, vowels for vowels, consonants for consonants.
  static func initial() -> OperationTable {
    var table = zero()
    for a in 0..<40 {
      for b in 0..<40 {
        let alike = Phone.isVowel(UInt8(a)) == Phone.isVowel(UInt8(b))
        table.substitute[a * 40 + b] = a == b ? 0.6 / 40 : (alike ? 0.1 : 0.01) / 1600
        for c in 0..<40 {
          let has = a == b || a == c
          table.split[a * 1600 + b * 40 + c] = (has ? 0.02 : 0.005) / 64000
          table.merge[a * 1600 + b * 40 + c] = (has ? 0.02 : 0.005) / 64000
        }
      }
      table.delete[a] = 0.05 / 40
      table.insert[a] = 0.05 / 40
    }
    table.setMarginals()
    return table
  }

  mutating func add(_ other: OperationTable) {
    func sum(_ a: inout [Double], _ b: [Double]) {
      for index in a.indices { a[index] += b[index] }
    }
    sum(&substitute, other.substitute)
    sum(&delete, other.delete)
    sum(&insert, other.insert)
    sum(&split, other.split)
    sum(&merge, other.merge)
  }

  /// The probabilities these counts make most likely, smoothed.
  func maximised(symmetric: Bool, options: PairModelTrainer.Options) -> OperationTable {
    if options.isPlain { return plain() }
    var table = self
    if symmetric {
      for a in 0..<40 {
        for b in 0..<a {
          let mean = (substitute[a * 40 + b] + substitute[b * 40 + a]) / 2
          table.substitute[a * 40 + b] = mean
          table.substitute[b * 40 + a] = mean
        }
        table.delete[a] = (delete[a] + insert[a]) / 2
        table.insert[a] = table.delete[a]
      }
      for index in split.indices {
        table.split[index] = (split[index] + merge[index]) / 2
        table.merge[index] = table.split[index]
      }
    }
    for index in table.substitute.indices { table.substitute[index] += options.smoothing }
    for index in table.delete.indices {
      table.delete[index] += options.smoothing
      table.insert[index] += options.smoothing
    }
    for index in table.split.indices {
      if table.split[index] < options.minimumCount { table.split[index] = 0 }
      if table.merge[index] < options.minimumCount { table.merge[index] = 0 }
    }
    let total =
      table.substitute.reduce(0, +) + table.delete.reduce(0, +) + table.insert.reduce(0, +)
      + table.split.reduce(0, +) + table.merge.reduce(0, +)
    for index in table.substitute.indices { table.substitute[index] /= total }
    for index in table.delete.indices {
      table.delete[index] /= total
      table.insert[index] /= total
    }
    for index in table.split.indices {
      table.split[index] /= total
      table.merge[index] /= total
    }
    table.setMarginals()
    return table
  }

  /// The same of a model that only knows whether a phone is kept, changed or left out.
  private func plain() -> OperationTable {
    var counts = self
    counts.setMarginals()
    let share = (0..<40).map { (counts.firstMarginal[$0] + counts.secondMarginal[$0]) / 2 }
    var kept = 0.0
    for a in 0..<40 { kept += substitute[a * 40 + a] }
    // One phone for two is one changed and one left out.
    let double = split.reduce(0, +) + merge.reduce(0, +)
    let changed = substitute.reduce(0, +) - kept + double
    let leftOut = delete.reduce(0, +) + insert.reduce(0, +) + double
    let total = kept + changed + leftOut
    let unlike = 1 - share.reduce(0) { $0 + $1 * $1 }
    var table = Self.zero()
    for a in 0..<40 {
      for b in 0..<40 {
        table.substitute[a * 40 + b] =
          a == b
          ? kept / total * share[a] : changed / total * share[a] * share[b] / max(unlike, 1e-9)
      }
      table.delete[a] = leftOut / total / 2 * share[a]
      table.insert[a] = table.delete[a]
    }
    table.setMarginals()
    return table
  }

  /// The probability of two forms that have nothing to do with each other.
  func independent(_ first: [UInt8], _ second: [UInt8]) -> Double {
    var product = 1.0
    for phone in first { product *= firstMarginal[Int(phone)] }
    for phone in second { product *= secondMarginal[Int(phone)] }
    return product
  }

  /// How often each phone stands on each side.
  private mutating func setMarginals() {
    var first = [Double](repeating: 0, count: 40)
    var second = [Double](repeating: 0, count: 40)
    for a in 0..<40 {
      first[a] += delete[a]
      second[a] += insert[a]
      for b in 0..<40 {
        first[a] += substitute[a * 40 + b]
        second[b] += substitute[a * 40 + b]
        for c in 0..<40 {
          let split = split[a * 1600 + b * 40 + c]
          first[a] += split
          second[b] += split
          second[c] += split
          let merge = merge[a * 1600 + b * 40 + c]
          second[a] += merge
          first[b] += merge
          first[c] += merge
        }
      }
    }
    let (firstSum, secondSum) = (first.reduce(0, +), second.reduce(0, +))
    firstMarginal = first.map { $0 / firstSum }
    secondMarginal = second.map { $0 / secondSum }
  }

  /// The table as a model holds it: log₂ probabilities in whole units.
  func operations() -> PairModel.Operations {
    func units(_ p: Double) -> Int16 {
      p > 0 ? PairModel.units(Logarithm.base2(p)) : PairModel.never
    }
    return PairModel.Operations(
      substitute: substitute.map(units), delete: delete.map(units), insert: insert.map(units),
      split: split.map(units), merge: merge.map(units), first: firstMarginal.map(units),
      second: secondMarginal.map(units))
  }
}
