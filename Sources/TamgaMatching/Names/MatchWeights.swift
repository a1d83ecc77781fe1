/// The probabilities the name matcher reasons with, each with its reason in the world. All are of one pair of names.
public struct MatchWeights: Sendable {
  /// That one person's given name is not the same name in two records: a second given name, an adopted one.
  public var givenDiffers = 0.003
  /// That one person's family name is not the same name: marriage, a reform, a transcription beyond recognition.
  public var familyDiffers = 0.0015
  /// That one person's patronymic is not of the same father: almost only by mistake.
  public var patronymicDiffers = 0.0002
  /// The same where nothing says what the part is.
  public var unknownDiffers = 0.004
  /// That an initial is not that of the name.
  public var initialDiffers = 0.002
  /// What two initials cost that are not each other's but both a third vowel's, in bits: Ə is A to one, Э to another.
  public var initialNear = -2.5
  /// What an initial that agrees is worth, in bits: there are about twenty that are common.
  public var initialAgrees = 2.5
  /// That one person's name has a form of the other gender: almost only a transcription's mistake.
  public var genderDiffers = 0.001
  /// How sure the endings of a family name's two forms are of the bearers' genders. Among 267 women of the gold
  /// (train and dev) none had the masculine form of an inflected name in another record.
  public var twinCertainty = 0.999
  /// The share of pairs of different names that are as alike as the nearest neighbours in a list.
  public var confusable = 0.06
  /// What it costs that a given name stands for a family name: the order was mistaken, in bits.
  public var swap = 3.0
  /// What it costs that family names of one stem have endings of two traditions, in bits.
  public var kinship = 5.0
  /// The share of pairs that are of relatives, who share a family name and often a patronymic.
  public var relatives = 0.004
  /// The share of those who bear one given name as well.
  public var relativesShareGiven = 0.05
  /// The share of those whose given names begin alike.
  public var relativesShareInitial = 0.15
  /// Years in brackets that are not the same, in bits: they stand there to tell namesakes apart.
  public var otherYears = -16.0
  /// Words in brackets that are not the same, in bits: they stand there to tell namesakes apart, but two languages may
  /// have two words for one thing.
  public var otherQualifier = -8.0
  /// What it costs that one father's name is only the beginning of the other's, in bits: Russian papers shorten them.
  public var fatherShortened = -3.0
  /// What it is worth at least that a lexicon knows both names as one person's of history, in bits.
  public var known = 12.0
  /// What it costs that a part is left out, in bits.
  public var omission = 0.3
  /// What it costs that a half of a compound given name is left out, in bits: it is in one of 270 pairs of names of one
  /// person (gold, train), while a stranger who shares the half mostly has no other.
  public var halfOmitted = 8.0

  /// The weights that were chosen on the development set.
  public init() {}
}
