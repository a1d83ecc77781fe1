internal import TamgaNames

/// What a word may be in a person’s name, over all the ways to read it.
struct PersonRole: OptionSet, Sendable {
  let rawValue: UInt8
  /// A given name of the lexicons.
  static let given = PersonRole(rawValue: 1 << 0)
  /// A family name by its ending or of the lexicons.
  static let family = PersonRole(rawValue: 1 << 1)
  static let patronymic = PersonRole(rawValue: 1 << 2)
  /// It only sounds like a given name.
  static let sounding = PersonRole(rawValue: 1 << 3)

  static let known: PersonRole = [.given, .family, .patronymic]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The roles a word’s facts allow.
  init(_ facts: TokenFacts) {
    self = []
    if facts.names.isGiven, !facts.names.contains(.inflected) {
      insert(facts.names.isLikeness ? .sounding : .given)
    }
    if facts.names.contains(.surname) || facts.surname != .none && facts.surnameStrength == 3 {
      insert(.family)
    }
    if facts.patronymic != .none, facts.isFatherKnown { insert(.patronymic) }
  }
}
