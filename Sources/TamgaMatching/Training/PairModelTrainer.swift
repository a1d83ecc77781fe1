internal import Dispatch
internal import Synchronization
public import TamgaText

/// Learns a pair model from pairs of forms by expectation–maximisation.
///
/// A pair may be noise: each round weighs how likely it is that its two forms were written independently of each
/// other. The result depends only on the pairs and their order, not on the number of cores.
public struct PairModelTrainer {
  /// Two forms that are believed to be of one name.
  public struct Pair: Sendable {
    /// One form.
    public let first: SoundForm
    /// The other.
    public let second: SoundForm
    /// How often the pair counts.
    public let weight: Double

    /// A pair of forms.
    public init(_ first: SoundForm, _ second: SoundForm, weight: Double = 1) {
      self.first = first
      self.second = second
      self.weight = weight
    }
  }

  /// What a round of training printed.
  public struct Round: Sendable {
    /// The mean log₂ likelihood of a pair, in bits a phone.
    public let bitsPerPhone: Double
    /// The share of pairs (by weight) that is believed not to be noise.
    public let trusted: Double
  }

  /// How it learns.
  public struct Options: Sendable {
    /// How often expectation and maximisation alternate.
    public var rounds = 12
    /// The prior share of noise.
    public var noise = 0.1
    /// Added to the count of every one-for-one operation, so that nothing is impossible.
    public var smoothing = 0.02
    /// Operations on two phones seen less often than this are dropped.
    public var minimumCount = 4.0
    /// Whether it learns no more than an edit distance knows: what it costs to keep, to change and to leave out a phone,
    /// whichever it is. For comparison.
    public var isPlain = false

    /// How Tamga’s own model was learned.
    public init() {}
  }

  private let pairs: [Pair]
  private let options: Options
  private var parameters: [OperationTable]

  /// A trainer that begins anew.
  public init(_ pairs: [Pair], options: Options = Options()) {
    self.pairs = Self.oriented(pairs)
    self.options = options
    parameters = PairModel.Class.allCases.map { _ in OperationTable.initial() }
  }

  /// Trains, and returns the model with what each round printed.
  public mutating func train(words: [(form: SoundForm, count: Double)]) -> (PairModel, [Round]) {
    var rounds: [Round] = []
    for _ in 0..<options.rounds {
      let (counts, round) = expect()
      for kind in PairModel.Class.allCases {
        parameters[kind.rawValue] = counts[kind.rawValue].maximised(
          symmetric: kind == .alphabetic, options: options)
      }
      rounds.append(round)
    }
    var model = PairModel()
    for kind in PairModel.Class.allCases {
      model.set(parameters[kind.rawValue].operations(), for: kind)
    }
    model.bigram = Self.bigram(words)
    return (model, rounds)
  }

  /// The pairs that have two sides, an abjad's first.
  private static func oriented(_ pairs: [Pair]) -> [Pair] {
    pairs.filter { !$0.first.phones.isEmpty && !$0.second.phones.isEmpty }.map {
      $0.second.isAbjad && !$0.first.isAbjad ? Pair($0.second, $0.first, weight: $0.weight) : $0
    }
  }

  /// The mean log₂ likelihood, in bits a phone, of pairs under what was learned last, some of them noise as in training.
  ///
  /// Of pairs that were not learned from it says how well the model foresees spellings.
  public func bitsPerPhone(_ others: [Pair]) -> Double {
    var lattice = Lattice()
    var bits = 0.0
    var phones = 0.0
    for pair in Self.oriented(others) {
      let table = parameters[Self.kind(pair).rawValue]
      let likelihood = lattice.forwardBackward(pair.first.phones, pair.second.phones, table)
      let noise = options.noise * table.independent(pair.first.phones, pair.second.phones)
      bits += pair.weight * Logarithm.base2((1 - options.noise) * likelihood + noise)
      phones += pair.weight * Double(pair.first.phones.count + pair.second.phones.count) / 2
    }
    return bits / max(phones, 1)
  }

  private static func kind(_ pair: Pair) -> PairModel.Class {
    pair.first.isAbjad && !pair.second.isAbjad ? .abjad : .alphabetic
  }

  /// The expected counts of all operations, summed over fixed parts of the pairs in their order.
  private func expect() -> ([OperationTable], Round) {
    let parts = 16
    let results = Mutex<[Int: Partial]>([:])
    let (pairs, parameters, options) = (pairs, parameters, options)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var partial = Partial()
      var lattice = Lattice()
      for index in stride(from: part, to: pairs.count, by: parts) {
        partial.add(
          pairs[index], parameters[Self.kind(pairs[index]).rawValue], &lattice,
          noise: options.noise, into: Self.kind(pairs[index]).rawValue)
      }
      results.withLock { $0[part] = partial }
    }
    var total = Partial()
    let all = results.withLock { $0 }
    for part in 0..<parts {
      if let partial = all[part] { total.add(partial) }
    }
    return (
      total.counts,
      Round(
        bitsPerPhone: total.bits / max(total.phones, 1),
        trusted: total.trusted / max(total.weight, 1))
    )
  }

  /// A bigram model of phones, interpolated with the unigram.
  private static func bigram(_ words: [(form: SoundForm, count: Double)]) -> [Int16] {
    var counts = [Double](repeating: 0, count: 41 * 41)
    var unigram = [Double](repeating: 1, count: 41)
    for (form, count) in words where !form.isAbjad {
      var previous = 40
      for phone in form.phones + [40] {
        counts[previous * 41 + Int(phone)] += count
        unigram[Int(phone)] += count
        previous = Int(phone)
      }
    }
    let total = unigram.reduce(0, +)
    var model = [Int16](repeating: 0, count: 41 * 41)
    for previous in 0..<41 {
      let sum = counts[previous * 41..<previous * 41 + 41].reduce(0, +)
      let share = 20.0
      for phone in 0..<41 {
        let p =
          (counts[previous * 41 + phone] + share * unigram[phone] / total) / (sum + share)
        model[previous * 41 + phone] = PairModel.units(Logarithm.base2(p))
      }
    }
    return model
  }

  /// What one part of the pairs adds up to.
  private struct Partial: Sendable {
    var counts = PairModel.Class.allCases.map { _ in OperationTable.zero() }
    var bits = 0.0
    var phones = 0.0
    var trusted = 0.0
    var weight = 0.0

    mutating func add(
      _ pair: Pair, _ parameters: OperationTable, _ lattice: inout Lattice, noise: Double,
      into kind: Int
    ) {
      let likelihood = lattice.forwardBackward(
        pair.first.phones, pair.second.phones, parameters)
      guard likelihood > 0 else { return }
      let independent = parameters.independent(pair.first.phones, pair.second.phones)
      let trust =
        (1 - noise) * likelihood / ((1 - noise) * likelihood + noise * independent)
      lattice.count(
        pair.first.phones, pair.second.phones, parameters, scale: pair.weight * trust / likelihood,
        into: &counts[kind])
      bits += pair.weight * Logarithm.base2(likelihood)
      phones += pair.weight * Double(pair.first.phones.count + pair.second.phones.count) / 2
      trusted += pair.weight * trust
      weight += pair.weight
    }

    mutating func add(_ other: Partial) {
      for index in counts.indices { counts[index].add(other.counts[index]) }
      bits += other.bits
      phones += other.phones
      trusted += other.trusted
      weight += other.weight
    }
  }
}
