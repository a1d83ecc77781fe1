internal import TamgaMatching

/// What a person should look at: pairs in doubt, and the merges that hang on least.
struct ReviewList {
  /// How many questions and bridges are kept.
  private static let most = 1000
  /// How far below the threshold a pair is still a question, in bits.
  private static let width: Float = 4

  private let book: ItemBook
  private let resolution: Resolution
  private let result: AverageLink.Result
  private let edges: [AverageLink.Edge]
  private let threshold: Float

  init(
    _ book: ItemBook, _ resolution: Resolution, _ result: AverageLink.Result,
    _ edges: [AverageLink.Edge], threshold: Float
  ) {
    self.book = book
    self.resolution = resolution
    self.result = result
    self.edges = edges
    self.threshold = threshold
  }

  /// The id of an item's entity.
  private func entity(_ item: Int32) -> String {
    let number = resolution.entity(ofCluster: result.clusters[Int(item)])
    return number >= 0 ? resolution.entities[Int(number)].id : ""
  }

  /// The likeliest pairs that were not merged, one for each two entities, with the reason.
  func questions(_ names: [PreparedName], _ tokens: TokenTable) -> [Question] {
    struct Ends: Hashable {
      let a: Int32
      let b: Int32
    }
    var best: [Ends: AverageLink.Edge] = [:]
    for edge in edges where edge.bits > threshold - Self.width {
      let (x, y) = (result.clusters[Int(edge.a)], result.clusters[Int(edge.b)])
      if x == y { continue }
      let ends = Ends(a: min(x, y), b: max(x, y))
      if let known = best[ends], known.bits >= edge.bits { continue }
      best[ends] = edge
    }
    let likeliest = best.values.sorted { ($1.bits, $0.a, $0.b) < ($0.bits, $1.a, $1.b) }
    var engine = MatchEngine()
    return likeliest.prefix(Self.most).map { edge in
      _ = engine.bits(names[Int(edge.a)], names[Int(edge.b)], tokens)
      return Question(
        a: entity(edge.a), b: entity(edge.b), first: book.name(Int(edge.a)),
        second: book.name(Int(edge.b)), probability: Double(Power.probability(edge.bits)),
        reason: reason(edge, engine.evidence))
    }
  }

  /// The reason for a doubt: what weighs most against the pair, or what both leave open.
  private func reason(_ edge: AverageLink.Edge, _ evidence: [PartEvidence]) -> String {
    if book.facts[Int(edge.a)].isBare != book.facts[Int(edge.b)].isBare {
      return "a single word may be anybody’s who bears it"
    }
    let levels = Set(evidence.map(\.level))
    if levels.contains(.kinship) { return "surname reform: one stem, endings of two traditions" }
    if levels.contains(.genderTwin) || levels.contains(.gender) {
      return "a man’s and a woman’s form of one name"
    }
    if let worst = evidence.min(by: { $0.bits < $1.bits }), worst.bits < -2 {
      return switch worst.level {
      case .initialContradiction: "an initial that does not fit"
      case .differentKind: "two kinds of thing"
      case .relatives: "relatives share these parts"
      case .omission: "a part that one of the names leaves out"
      case .birthDate, .country, .identifier: "another column speaks against it"
      default: "one part is another name"
      }
    }
    if levels.contains(.initial) { return "initials only" }
    if levels.contains(.diminutive) { return "a short form of the given name" }
    if edge.bits > threshold { return "other spellings of the two speak against it" }
    return "a common name"
  }

  /// The weakest merges that were made.
  func bridges() -> [Bridge] {
    result.merges.sorted { ($0.bits, $0.a, $0.b) < ($1.bits, $1.a, $1.b) }.prefix(Self.most).map {
      Bridge(
        entity: entity($0.a), first: book.name(Int($0.a)), second: book.name(Int($0.b)),
        bits: Double($0.bits))
    }
  }
}
