/// What the parts of a place's, an organisation's or a work's name weigh.
struct PhraseWeights: Sendable {
  /// Agreement of words that mean the same, by what kind of word it is, in bits.
  var kind = 2.5
  var descriptor = 2.5
  var field = 4.5
  var unit = 3.0
  var adjective = 6.0
  var legalForm = 0.5
  /// A word of titles.
  var titleWord = 6.0
  /// What every further word of a concept adds: whoever writes all of `Commonwealth of Independent States` means it.
  var furtherWord = 2.0
  /// That nothing is left over in either name, where at least three words agree.
  var wholeName = 0.0
  var placeKind = 1.5
  /// That the names of one entity have different words in one place.
  var wordDiffers = 0.01
  /// What a word costs that only one of the names has, as a share of its weight.
  var omission = 0.2
  /// The same of words that say of what an organisation is: physics, oil.
  var fieldOmission = 0.3
  /// What it costs in bits that only one name says that it is an airport, a street, a station: these are called by their
  /// kind, lest they be taken for the place they are named for.
  var structureOmitted = 4.0
  /// What words cost that each has and the other has not, as a share of their weight.
  var difference = 0.9
  /// Two countries or cities that are not the same.
  var otherAdjective = -9.0
  /// Two words in brackets that are not the same: they stand there to tell namesakes apart.
  var otherQualifier = -16.0
  /// Two places that stand in each other's relation: of one in the other.
  var exchanged = -16.0
  /// Kinds of which none is of a group with one of the other name's: a sea and a town, an opera and a film.
  var otherGroup = -8.0
  /// Two kinds that are not the same kind.
  var differentKind = -2.0
  /// The share of pairs of different words that are as alike as the nearest neighbours in a list.
  var confusable = 0.06
  /// Numbers that both names have, each; that one leaves out, each; and numbers that differ.
  var number = 4.0
  var numberLeftOut = -2.0
  var otherNumber = -8.0
  /// The most a word may weigh.
  var limit = 12.0
  /// Whether the words organisations' names are made of are names like others: in the names of places.
  var wordsAreNames = false

  static let place = PhraseWeights(
    omission: 0.35, fieldOmission: 0.35, difference: 1.1, wordsAreNames: true)
  static let organization = PhraseWeights(
    wholeName: 2.5, placeKind: 1.5, omission: 0.25, fieldOmission: 0.6, differentKind: -0.5)
  static let work = PhraseWeights(
    field: 6.0, placeKind: 1.0, omission: 0.3, differentKind: -0.5)
}
