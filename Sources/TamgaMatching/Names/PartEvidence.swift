/// What one aligned pair of parts, or one part that has no partner, says for or against the names being the same.
public struct PartEvidence: Sendable, Equatable {
  /// The kind of agreement or disagreement, the same for charts, explanations and reasons.
  public enum Level: String, Sendable, CaseIterable {
    /// Written alike.
    case exact
    /// Spellings of one name.
    case spelling
    /// Different words that a lexicon links.
    case linked
    case diminutive
    case initial
    /// Two parts on one side are written as one on the other.
    case compound
    /// Family names from one stem with endings of different traditions: `-ov`, `-lı`, `-zadə`, `-ұлы`.
    case kinship
    /// The masculine and the feminine of one family name.
    case genderTwin = "gender-twin"
    /// Two names that contradict each other.
    case contradiction
    case initialContradiction = "initial-contradiction"
    /// A part that the other name leaves out.
    case omission
    /// What stands in brackets tells two namesakes apart.
    case qualifier
    case sameKind = "same-kind"
    case differentKind = "different-kind"
    /// Two words that stand in each other's relation: of one in the other, of the other in the one.
    case exchanged
    /// Nothing is left over in either name.
    case wholeName = "whole-name"
    /// Numbers, that agree or not.
    case number
    case gender
    case birthDate = "birth-date"
    case country
    case identifier
    /// A correction: relatives share family name and patronymic.
    case relatives
    /// A correction: a contradiction that settles the matter, whatever the rest says.
    case settled
    /// A correction: a bare name says little.
    case bareName = "bare-name"
  }

  /// The kind of agreement or disagreement.
  public var level: Level
  /// The parts of the first name, by index; empty where only the second has it.
  public var first: Range<Int>
  /// The parts of the second name.
  public var second: Range<Int>
  /// What it adds to the sum, in bits.
  public var bits: Double
}
