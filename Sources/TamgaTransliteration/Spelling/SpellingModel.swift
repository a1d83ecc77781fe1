internal import TamgaLexicons

/// How one language's names are spelled in another's letters, as runs of letter pairs: a joint n-gram model, smoothed
/// after Witten and Bell. Read backwards, it gives the native spellings behind a romanisation.
final class SpellingModel: Sendable {
  /// How many units of the past a unit depends on.
  static let memory = 5

  /// One unit a source letter or group may be.
  struct Option: Sendable {
    let id: UInt32
    let target: [UInt32]
  }

  /// The units that begin with a letter group, by the group.
  let options: [[UInt32]: [Option]]
  private let counts: NumberTable
  private let totals: NumberTable
  private let kinds: NumberTable
  private let sum: Float
  private let unitCount: Float
  static let beginID: UInt32 = 0
  static let endID: UInt32 = 1

  /// The mark of a run followed by one more unit.
  @inline(__always)
  static func mark(_ context: UInt64, then unit: UInt32) -> UInt64 {
    context &* 0x100_0000_01B3 &+ UInt64(unit) &+ 0x9E37_79B9
  }

  /// Makes a model of counted runs, each of at most `memory + 1` units.
  init(runs: some Sequence<(units: [SpellingUnit], count: Float)>) {
    var ids: [SpellingUnit: UInt32] = [.begin: 0, .end: 1]
    var options: [[UInt32]: [Option]] = [:]
    var counts = NumberTable(capacity: 1 << 14)
    var totals = NumberTable(capacity: 1 << 12)
    var kinds = NumberTable(capacity: 1 << 12)
    var sum: Float = 0
    for run in runs {
      var context: UInt64 = 1
      for (index, unit) in run.units.enumerated() {
        let id: UInt32
        if let known = ids[unit] {
          id = known
        } else {
          id = UInt32(ids.count)
          ids[unit] = id
          options[unit.source.unicodeScalars.map(\.value), default: []].append(
            Option(id: id, target: unit.target.unicodeScalars.map(\.value)))
        }
        if index == run.units.count - 1 {
          counts.add(run.count, to: Self.mark(context, then: id))
          totals.add(run.count, to: context)
          kinds.add(min(1, run.count), to: context)
          if index == 0 { sum += run.count }
        }
        context = Self.mark(context, then: id)
      }
    }
    self.options = options
    self.counts = counts
    self.totals = totals
    self.kinds = kinds
    self.sum = sum
    self.unitCount = Float(ids.count)
  }

  /// Reads a model's table: a run of units, and how often it was counted in tenths.
  convenience init(_ table: LexiconTable) {
    var runs: [(units: [SpellingUnit], count: Float)] = []
    table.forEachRow { row in
      let text = row.text
      guard let tab = text.firstIndex(of: "\t") else { return }
      let units = text[..<tab].split(separator: " ").compactMap(SpellingUnit.init(text:))
      runs.append((units, Float(text[text.index(after: tab)...]).map { $0 / 10 } ?? 0))
    }
    self.init(runs: runs)
  }

  /// The probability of a unit after the given past, the nearest unit last.
  func probability(_ unit: UInt32, after past: InlineArray<5, UInt32>, length: Int) -> Float {
    var result = (counts[Self.mark(1, then: unit)] + 0.01) / (sum + 0.01 * unitCount)
    var depth = 1
    while depth <= length {
      var context: UInt64 = 1
      for index in (Self.memory - depth)..<Self.memory {
        context = Self.mark(context, then: past[index])
      }
      let total = totals[context]
      if total == 0 { break }
      let weight = kinds[context]
      result = (counts[Self.mark(context, then: unit)] + weight * result) / (total + weight)
      depth += 1
    }
    return result
  }
}
