internal import TamgaText

/// Prepares the two names of a pair as names of one type: one value a thread.
struct PairRun {
  private let options: MatchOptions
  var collection = NameCollection()

  init(_ options: MatchOptions) {
    self.options = options
  }

  /// Adds both names; where they look like two types, the surer one decides, for both sides alike.
  mutating func add(_ a: Span<UInt8>, _ b: Span<UInt8>) -> (first: Int, second: Int) {
    var first = collection.add(a, type: options.type, language: options.firstLanguage)
    let firstProbability = collection.typeProbability
    var second = collection.add(b, type: options.type, language: options.secondLanguage)
    let secondProbability = collection.typeProbability
    let (x, y) = (collection.names[first].type, collection.names[second].type)
    guard x != y else { return (first, second) }
    if Self.firstDecides(x, firstProbability, y, secondProbability) {
      second = collection.add(b, type: x, language: options.secondLanguage)
    } else {
      first = collection.add(a, type: y, language: options.firstLanguage)
    }
    return (first, second)
  }

  /// Which of two types both names are given.
  static func firstDecides(
    _ first: NameType, _ firstProbability: Float, _ second: NameType, _ secondProbability: Float
  ) -> Bool {
    firstProbability == secondProbability
      ? first.index < second.index : firstProbability > secondProbability
  }
}
