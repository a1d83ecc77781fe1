internal import TamgaText

/// Prepares the two names of a pair as names of one type: one value a thread, which remembers the names it has seen.
struct PairRun {
  /// A name that was prepared: its bytes, what it was prepared as, and what came of it.
  private struct Known {
    var bytes: Range<Int>
    var type: NameType?
    var language: Language?
    var number: Int
    var probability: Float
  }

  private let options: MatchOptions
  private(set) var collection = NameCollection()
  private var bytes: [UInt8] = []
  private var known: [UInt64: Known] = [:]

  init(_ options: MatchOptions) {
    self.options = options
  }

  /// Whether so much was prepared that a new run should go on, to keep memory low.
  var isFull: Bool { collection.names.count > 60_000 }

  /// Adds both names; where they look like two types, the surer one decides, for both sides alike.
  mutating func add(_ a: Span<UInt8>, _ b: Span<UInt8>) -> (first: Int, second: Int) {
    let first = prepare(a, options.type, options.firstLanguage)
    let second = prepare(b, options.type, options.secondLanguage)
    let (x, y) = (collection.names[first.number].type, collection.names[second.number].type)
    guard x != y else { return (first.number, second.number) }
    if Self.firstDecides(x, first.probability, y, second.probability) {
      return (first.number, prepare(b, x, options.secondLanguage).number)
    }
    return (prepare(a, y, options.firstLanguage).number, second.number)
  }

  private mutating func prepare(
    _ name: Span<UInt8>, _ type: NameType?, _ language: Language?
  ) -> (number: Int, probability: Float) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(type.map { $0.index + 1 } ?? 0)
    for index in 0..<name.count { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01b3 }
    if let found = known[hash], found.type == type, found.language == language,
      equals(found.bytes, name)
    {
      return (found.number, found.probability)
    }
    let number = collection.add(name, type: type, language: language)
    let start = bytes.count
    for index in 0..<name.count { bytes.append(name[index]) }
    known[hash] = Known(
      bytes: start..<bytes.count, type: type, language: language, number: number,
      probability: collection.typeProbability)
    return (number, collection.typeProbability)
  }

  private func equals(_ range: Range<Int>, _ name: Span<UInt8>) -> Bool {
    guard range.count == name.count else { return false }
    for index in 0..<name.count where bytes[range.lowerBound + index] != name[index] {
      return false
    }
    return true
  }

  /// Which of two types both names are given.
  static func firstDecides(
    _ first: NameType, _ firstProbability: Float, _ second: NameType, _ secondProbability: Float
  ) -> Bool {
    firstProbability == secondProbability
      ? first.index < second.index : firstProbability > secondProbability
  }
}
