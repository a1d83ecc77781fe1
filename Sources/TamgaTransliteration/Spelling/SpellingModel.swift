internal import TamgaICU
internal import TamgaLexicons
internal import TamgaText

/// How one language's names are spelled in another's letters, as runs of letter pairs: a joint n-gram model, smoothed
/// after Kneser and Ney. Read backwards, it gives the native spellings behind a romanisation.
final class SpellingModel: Sendable {
  /// How many units of the past a unit depends on.
  static let memory = 5
  /// What is taken off every count in favour of what was never seen.
  private static let discount: Float = 0.8

  /// One unit a source letter or group may be.
  struct Option: Sendable {
    let id: UInt32
    let target: [UInt32]
  }

  /// The units that begin with a letter group, by the group packed by `key`.
  let options: [UInt64: [Option]]
  /// What becomes of a space or a hyphen between two words, with its probability, by the sign in the source.
  let gaps: [UInt32: [(text: String, chance: Float)]]
  private let counts: NumberTable
  private let totals: NumberTable
  private let kinds: NumberTable
  private let sum: Float
  private let unitCount: Float
  static let beginID: UInt32 = 0
  static let endID: UInt32 = 1

  /// Up to three letters in one number.
  @inline(__always)
  static func key(_ letters: ArraySlice<UInt32>) -> UInt64 {
    letters.reduce(0) { $0 << 21 | UInt64($1) }
  }

  /// The mark of a context that goes back one more unit, or of the letters of a target with one more.
  @inline(__always)
  static func mark(_ context: UInt64, then unit: UInt32) -> UInt64 {
    var mark = (context ^ (UInt64(unit) &+ 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    mark ^= mark >> 29
    return mark
  }

  /// The mark of a unit in a context.
  @inline(__always)
  private static func mark(_ unit: UInt32, in context: UInt64) -> UInt64 {
    mark(context, then: unit | 0x8000_0000)
  }

  /// Reads a model's table: a run of units, and how often it was counted in tenths.
  init(_ table: LexiconTable) {
    var reader = SpellingTableReader()
    var counts = NumberTable(capacity: 1 << 16)
    var totals = NumberTable(capacity: 1 << 15)
    var kinds = NumberTable(capacity: 1 << 15)
    var sum: Float = 0
    table.withRows { rows in
      var place = 0
      while let count = reader.row(rows, &place) {
        var context: UInt64 = 1
        for index in stride(from: reader.run.count - 2, through: 0, by: -1) {
          context = Self.mark(context, then: reader.run[index])
        }
        counts.add(count, to: Self.mark(reader.run[reader.run.count - 1], in: context))
        totals.add(count, to: context)
        kinds.add(min(1, count), to: context)
        if reader.run.count == 1 { sum += count }
      }
    }
    self.options = reader.options
    self.gaps = reader.gaps
    self.counts = counts
    self.totals = totals
    self.kinds = kinds
    self.sum = max(1, sum)
    self.unitCount = Float(reader.unitCount)
  }

  /// Arabic letters that sound alike in Azerbaijani, for those too rare to be learned.
  private static let sameSound: [UInt32: UInt32] = [
    0x62B: 0x633, 0x635: 0x633, 0x630: 0x632, 0x636: 0x632, 0x638: 0x632, 0x637: 0x62A,
    0x62D: 0x647, 0x6C6: 0x648, 0x6C7: 0x648, 0x6C9: 0x648, 0x6CB: 0x648, 0x6D5: 0x647,
  ]

  /// Whether the model has seen a letter of the source.
  func knows(_ scalar: UInt32) -> Bool { options[UInt64(scalar)] != nil }

  /// The letter itself where the model knows it, else its base letter without marks.
  func nearest(_ scalar: UInt32) -> UInt32 {
    if knows(scalar) { return scalar }
    if let same = Self.sameSound[scalar] { return same }
    guard let letter = Unicode.Scalar(scalar) else { return scalar }
    let base = String(Character(letter)).decomposed.unicodeScalars.first?.value ?? scalar
    return knows(base) ? base : scalar
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
    var mark: UInt64 = 1
    while context.depth < length {
      mark = Self.mark(mark, then: past[Self.memory - context.depth - 1])
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
    var result = (counts[Self.mark(unit, in: 1)] + 0.01) / (sum + 0.01 * unitCount)
    for depth in 0..<context.depth {
      let count = counts[Self.mark(unit, in: context.marks[depth])]
      let rest = Self.discount * context.kinds[depth] * result
      result = (count - min(count, Self.discount) + rest) / context.totals[depth]
    }
    return result
  }
}

extension String {
  private static let decomposer = try? ICU.Normalizer(.nfd)

  /// The text in NFD.
  fileprivate var decomposed: String { (try? Self.decomposer?.normalize(self)) ?? self }
}
