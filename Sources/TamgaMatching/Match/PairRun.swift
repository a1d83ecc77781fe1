internal import TamgaNames
internal import TamgaText

/// Prepares the two names of a pair as names of one type: one value a thread, which remembers the words it has seen
/// and the last names.
struct PairRun: ~Copyable {
  /// A name that was prepared: its bytes, what it was prepared as, and what came of it.
  private struct Known {
    var hash: UInt64 = 0
    var bytes: Range<Int32> = 0..<0
    var way: UInt8 = 0
    var number: Int32 = -1
    var probability: Float = 0
  }

  /// How names are kept: as many names as are kept at once, and the slots by their hashes.
  private static let mostNames = 1 << 13
  private static let slots = 1 << 12
  /// As many distinct words as keep a run below a hundred megabytes.
  private static let mostTokens = 1 << 17

  private let options: MatchOptions
  private(set) var collection = NameCollection()
  private var parser = BulkNameParser()
  /// A cleaner for each side and type, made when it is first needed.
  private var cleaners = [BulkNameCleaner?](repeating: nil, count: 2 * ways)
  private var clean = ByteBuffer(capacity: 256)
  private var bytes: [UInt8] = []
  private var known = [Known](repeating: Known(), count: slots)

  private static let ways = NameType.allCases.count + 1

  init(_ options: MatchOptions) {
    self.options = options
  }

  /// Whether so many words were seen that a new run should go on, to keep memory low.
  var isFull: Bool { collection.tokenCount > Self.mostTokens }

  /// Adds both names; where they look like two types, the surer one decides, for both sides alike.
  mutating func add(_ a: Span<UInt8>, _ b: Span<UInt8>) -> (first: Int, second: Int) {
    if collection.names.count >= Self.mostNames { forgetNames() }
    let first = prepare(a, options.type, isSecond: false)
    let second = prepare(b, options.type, isSecond: true)
    let (x, y) = (collection.names[first.number].type, collection.names[second.number].type)
    guard x != y else { return (first.number, second.number) }
    if Self.firstDecides(x, first.probability, y, second.probability) {
      return (first.number, prepare(b, x, isSecond: true).number)
    }
    return (prepare(a, y, isSecond: false).number, second.number)
  }

  private mutating func forgetNames() {
    collection.forgetNames()
    bytes.removeAll(keepingCapacity: true)
    for slot in known.indices { known[slot].number = -1 }
  }

  private mutating func prepare(
    _ name: Span<UInt8>, _ type: NameType?, isSecond: Bool
  ) -> (number: Int, probability: Float) {
    let isOther = isSecond && options.firstLanguage != options.secondLanguage
    let way = (isOther ? Self.ways : 0) + (type.map { $0.index + 1 } ?? 0)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(way)
    for index in 0..<name.count { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01b3 }
    let slot = Int(truncatingIfNeeded: hash >> 40) & (Self.slots - 1)
    let last = known[slot]
    if last.number >= 0, last.hash == hash, last.way == UInt8(way), equals(last.bytes, name) {
      return (Int(last.number), last.probability)
    }
    let language = isSecond ? options.secondLanguage : options.firstLanguage
    if cleaners[way] == nil {
      cleaners[way] = BulkNameCleaner(CleaningOptions(language: language, type: type))
    }
    clean.truncate()
    cleaners[way]?.clean(name, into: &clean)
    let number = clean.withSpan { Self.read($0, type, language, &parser, into: &collection) }
    let start = Int32(bytes.count)
    for index in 0..<name.count { bytes.append(name[index]) }
    known[slot] = Known(
      hash: hash, bytes: start..<Int32(bytes.count), way: UInt8(way), number: Int32(number),
      probability: parser.typeProbability)
    return (number, parser.typeProbability)
  }

  /// Reads one name. By itself, since a parser that a closure shares is copied wherever it is lent.
  private static func read(
    _ name: Span<UInt8>, _ type: NameType?, _ language: Language?, _ parser: inout BulkNameParser,
    into collection: inout NameCollection
  ) -> Int {
    parser.parse(name, type: type)
    return collection.addClean(name, readBy: parser, language: language)
  }

  private func equals(_ range: Range<Int32>, _ name: Span<UInt8>) -> Bool {
    guard range.count == name.count else { return false }
    for index in 0..<name.count where bytes[Int(range.lowerBound) + index] != name[index] {
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
