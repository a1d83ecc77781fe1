internal import TamgaNames

/// A word read as its base form, or as a case of another.
struct WordReading: Sendable {
  /// The ending that was taken off; nil where the word is its own base form.
  var form: CaseForm?
  /// The place of that name, where the lexicon has one.
  var place: Gazetteer.Entry?
  /// The facts of the base form.
  var facts: TokenFacts
  /// Whether the base form stands elsewhere in the text, with a capital.
  var isSeen: Bool

  /// How well the reading does for a word of a person’s name.
  var personScore: Int {
    var score = 0
    if facts.names.isGiven, !facts.names.contains(.inflected) {
      score = facts.names.isLikeness ? 3 : 5
    }
    if facts.names.contains(.surname) { score = max(score, 5) }
    if facts.surname != .none {
      score = max(score, facts.surnameStrength == 3 ? 4 : facts.surnameStrength == 2 ? 1 : 0)
    }
    if facts.patronymic != .none, facts.isFatherKnown { score = max(score, 4) }
    return score + trust
  }

  /// How well it does for a place.
  var placeScore: Int {
    if place != nil { return 6 + trust }
    // Many towns are called as people are: Ceyhana is to Ceyhan.
    let isName = facts.names.isGiven && facts.names.isDisjoint(with: [.sound, .inflected])
    return form != nil && isName ? 4 + trust : trust
  }

  /// What speaks for the ending, whatever the type.
  private var trust: Int {
    var score = isSeen ? 3 : 0
    switch form?.strength {
    case nil: score += 2
    case .strong: score += 3
    case .medium: score += 1
    case .weak: score -= 2
    }
    return score
  }
}
