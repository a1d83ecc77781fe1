internal import TamgaICU
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
  convenience init(runs: some Sequence<(units: [SpellingUnit], count: Float)>) {
    var counts = SpellingCounts()
    for run in runs { counts.add(run.units.map { counts.id($0) }, run.count) }
    self.init(counts)
  }

  /// Reads a model's table: a run of units, and how often it was counted in tenths.
  convenience init(_ table: LexiconTable) {
    var counts = SpellingCounts()
    table.withRows { counts.read($0) }
    self.init(counts)
  }

  private init(_ counts: SpellingCounts) {
    options = counts.options
    self.counts = counts.counts
    totals = counts.totals
    kinds = counts.kinds
    sum = counts.sum
    unitCount = Float(counts.unitCount)
  }

  /// Arabic letters that sound alike in Azerbaijani, for those too rare to be learned.
  private static let sameSound: [UInt32: UInt32] = [
    0x62B: 0x633, 0x635: 0x633, 0x630: 0x632, 0x636: 0x632, 0x638: 0x632, 0x637: 0x62A,
    0x62D: 0x647, 0x6C6: 0x648, 0x6C7: 0x648, 0x6C9: 0x648, 0x6CB: 0x648, 0x6D5: 0x647,
  ]

  /// The letter itself where the model knows it, else its base letter without marks.
  func nearest(_ scalar: UInt32) -> UInt32 {
    if options[[scalar]] != nil { return scalar }
    if let same = Self.sameSound[scalar] { return same }
    guard let letter = Unicode.Scalar(scalar) else { return scalar }
    let base = String(Character(letter)).decomposed.unicodeScalars.first?.value ?? scalar
    return options[[base]] != nil ? base : scalar
  }

  /// What is known of a past: the runs that end it, from short to long, as far as they were ever seen.
  struct Context {
    fileprivate(set) var marks = InlineArray<5, UInt64>(repeating: 0)
    fileprivate(set) var totals = InlineArray<5, Float>(repeating: 0)
    fileprivate(set) var kinds = InlineArray<5, Float>(repeating: 0)
    fileprivate(set) var depth = 0
  }

  /// Looks up a past, the nearest unit last.
  func context(_ past: InlineArray<5, UInt32>, length: Int) -> Context {
    var context = Context()
    while context.depth < length {
      var mark: UInt64 = 1
      for index in (Self.memory - context.depth - 1)..<Self.memory {
        mark = Self.mark(mark, then: past[index])
      }
      let total = totals[mark]
      if total == 0 { break }
      context.marks[context.depth] = mark
      context.totals[context.depth] = total
      context.kinds[context.depth] = kinds[mark]
      context.depth += 1
    }
    return context
  }

  /// The probability of a unit in a context.
  func probability(_ unit: UInt32, in context: Context) -> Float {
    var result = (counts[Self.mark(1, then: unit)] + 0.01) / (sum + 0.01 * unitCount)
    for depth in 0..<context.depth {
      let weight = context.kinds[depth]
      result =
        (counts[Self.mark(context.marks[depth], then: unit)] + weight * result)
        / (context.totals[depth] + weight)
    }
    return result
  }
}

extension String {
  private static let decomposer = try? ICU.Normalizer(.nfd)

  /// The text in NFD.
  fileprivate var decomposed: String { (try? Self.decomposer?.normalize(self)) ?? self }
}
