public import TamgaText

/// What a comparison of two names found: how sure, the verdict, and why.
public struct NameMatch: Sendable, Hashable {
  /// The names, cleaned.
  public var first: String
  /// The same of the second name.
  public var second: String
  /// What they were compared as names of.
  public var type: NameType
  /// The probability that they are names of one entity, between 0 and 1.
  public var score: Double
  /// The same as log₂ of the odds: the prior and all evidence added up.
  public var logOdds: Double
  /// log₂ of the odds before anything was compared.
  public var prior: Double
  /// Whether they may be merged.
  public var verdict: MatchVerdict
  /// The one thing that decided.
  public var reason: MatchReason
  /// What each aligned pair of parts says, in the order of the first name.
  public var evidence: [MatchedPart]
  /// The verdict in one sentence.
  public var sentence: String
}

/// What one pair of parts, or one part without a partner, says for or against two names being of one entity.
public struct MatchedPart: Sendable, Hashable {
  /// The parts as they stand in the cleaned names; empty where a name has none.
  public var first: String
  /// The same of the second name.
  public var second: String
  /// The kind of agreement or disagreement.
  public var level: PartEvidence.Level
  /// What it adds to the sum, in bits.
  public var bits: Double
  /// Why, in plain words.
  public var cause: String
  /// What the cause rests on: the id of a scheme, or the path of a lexicon, whose header names its source.
  public var rule: String
  /// The differences of spelling, letter by letter.
  public var differences: [SpellingDifference] = []
}

/// Letters that stand for each other in two spellings.
public struct SpellingDifference: Sendable, Hashable {
  /// The letters; empty where one spelling has none.
  public var first: String
  /// The same of the second name.
  public var second: String
  /// The id of the scheme that writes one for the other, or the path of the table of learned costs.
  public var rule: String
  /// What the difference costs beside writing each by itself, in bits: near 0 for what is usual.
  public var bits: Double
}
