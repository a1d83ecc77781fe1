/// The probabilities the name matcher reasons with, each with its reason in the world. All are of one pair of names.
public struct MatchWeights: Sendable {
  /// That one person's given name is not the same name in two records: a second given name, an adopted one.
  public var givenDiffers = 0.004
  /// That one person's family name is not the same name: marriage, a reform, a transcription beyond recognition.
  public var familyDiffers = 0.01
  /// That one person's patronymic is not of the same father: almost only by mistake.
  public var patronymicDiffers = 0.002
  /// The same where nothing says what the part is.
  public var unknownDiffers = 0.006
  /// That an initial is not that of the name.
  public var initialDiffers = 0.01
  /// The share of pairs that are of relatives, who share a family name and often a patronymic.
  public var relatives = 0.004
  /// That a record leaves out a part that another has.
  public var omission = 0.8
  /// The prior probability that two names that were brought together are of one entity.
  public var prior = 1.0 / 128

  public init() {}
}
