internal import TamgaNames
public import TamgaText

/// Says whether two spellings are the same name, how sure that is, and why.
///
/// A comparison adds up bits of evidence, part by part, to a prior; swapping the names changes nothing. For many pairs
/// there is `PairScorer`, which does the same on all cores.
public struct NameMatcher: Sendable {
  /// How names are compared.
  public let options: MatchOptions

  /// A matcher with these options.
  public init(_ options: MatchOptions = MatchOptions()) {
    self.options = options
  }

  /// Compares two names.
  ///
  /// - Parameters:
  ///   - type: what both name; nil takes the options' type, or what the names look like.
  ///   - first, second: what else is known of the entities.
  public func match(
    _ a: String, _ b: String, type: NameType? = nil, first: FurtherEvidence = FurtherEvidence(),
    second: FurtherEvidence = FurtherEvidence()
  ) -> NameMatch {
    var collection = NameCollection()
    let pair = prepare(a, b, type ?? options.type, &collection)
    let (x, y) = (collection.names[pair.first.number], collection.names[pair.second.number])
    var engine = MatchEngine(capacity: 512)
    let bits = Double(engine.bits(x, y, collection.table))
    let further = FurtherEvidence.compare(first, second)
    let judge = MatchJudge(options)
    let decision = judge.decide(
      bits: bits, x, y, engine.evidence, further: further.map { ($0.level, $0.bits) })
    var explainer = MatchExplainer(
      first: pair.first, second: pair.second, x, y, collection.table)
    var parts =
      explainer.parts(engine.evidence, spelled: options.explainsSpelling)
      + further.map { explainer.part($0.level, $0.first, $0.second, $0.bits) }
    if decision.settled < 0 { parts.append(explainer.settled(decision.settled)) }
    return NameMatch(
      first: pair.first.text, second: pair.second.text, type: x.type, score: decision.score,
      logOdds: decision.logOdds, prior: judge.prior, verdict: decision.verdict,
      reason: decision.reason, evidence: parts,
      sentence: explainer.sentence(decision, parts))
  }

  /// Both names as names of one type: where they look like two, the surer one decides.
  private func prepare(
    _ a: String, _ b: String, _ type: NameType?, _ collection: inout NameCollection
  ) -> (first: NameCollection.Shown, second: NameCollection.Shown) {
    var first = collection.addShown(a, type: type, language: options.firstLanguage)
    var second = collection.addShown(b, type: type, language: options.secondLanguage)
    let x = collection.names[first.number].type
    let y = collection.names[second.number].type
    guard x != y else { return (first, second) }
    if PairRun.firstDecides(x, first.typeProbability, y, second.typeProbability) {
      second = collection.addShown(b, type: x, language: options.secondLanguage)
    } else {
      first = collection.addShown(a, type: y, language: options.firstLanguage)
    }
    return (first, second)
  }
}
