internal import TamgaText

/// A word of a person's name that may be a given name, a family name or a patronymic.
struct CoreToken: Sendable {
  /// Its number among the tokens of the name.
  var index = 0
  var facts = TokenFacts()
  /// Whether a marker stands behind it, which makes it a father's name.
  var isMarked = false
  var markerGender: Gender?
  var isCapitals = false
  var isAfterParticle = false
  /// Roles it must have or must not have: a bit for each `CoreRole`.
  var allowed: UInt8 = 0b111

  func allows(_ role: CoreRole) -> Bool { allowed & 1 << role.rawValue != 0 }

  /// What it says of the gender of the bearer in a role.
  func gender(_ role: CoreRole) -> Gender? {
    switch role {
    case .given: !facts.names.isLikeness ? facts.names.gender : nil
    case .family: facts.surnameStrength >= 2 ? facts.surnameGender : nil
    case .patronymic: isMarked ? markerGender : facts.patronymicGender
    }
  }

  /// Calls `body` with the features of the word in a role.
  @inline(__always)
  func forEachFeature(_ role: CoreRole, hasFamily: Bool, _ body: (RoleFeature) -> Void) {
    let names = facts.names
    switch role {
    case .given:
      if names.isGiven {
        if names.contains(.base) {
          body(.givenBase)
        } else if names.contains(.form) {
          body(.givenForm)
        } else if names.contains(.diminutive) {
          body(.givenDiminutive)
        } else if names.contains(.compound) {
          body(.givenCompound)
        } else if names.contains(.sound) {
          body(.givenSound)
        } else if names.contains(.ending) {
          body(.givenEnding)
        }
      }
      switch facts.surnameStrength {
      case 3: body(.givenStrongEnding)
      case 2: body(.givenWeakEnding)
      case 1: body(.givenFaintEnding)
      default: break
      }
      if names.contains(.surname) { body(.givenSurname) }
      if facts.patronymic != .none { body(.givenPatronymic) }
      if isCapitals { body(.givenCapitals) }
      if facts.letterCount <= 2 { body(.givenShort) }
    case .family:
      if names.isGiven, !names.isLikeness { body(.familyBase) }
      if names.contains(.sound) { body(.familySound) }
      switch facts.surnameStrength {
      case 3: body(.familyStrongEnding)
      case 2: body(.familyWeakEnding)
      case 1: body(.familyFaintEnding)
      default: break
      }
      if facts.surnameStrength == 2, facts.flags.contains(.surnameStemKnown) {
        body(.familyStemKnown)
      }
      if names.contains(.bareSurname) {
        body(.familyBareSurname)
      } else if names.contains(.surname) {
        body(.familySurname)
      }
      if isCapitals { body(.familyCapitals) }
      if isAfterParticle { body(.familyAfterParticle) }
      switch facts.patronymic {
      case .none, .slavicShort: break
      case .slavic: if facts.isFatherKnown { body(.familySlavicPatronymic) }
      default: body(.familyTurkicPatronymic)
      }
    case .patronymic:
      if isMarked {
        body(.patronymicMarked)
        return
      }
      switch facts.patronymic {
      case .none: break
      case .slavic: body(facts.isFatherKnown ? .patronymicSlavic : .patronymicSlavicUnknown)
      case .slavicShort: body(.patronymicShort)
      default:
        body(hasFamily ? .patronymicTurkicWithFamily : .patronymicTurkicWithoutFamily)
        if facts.isHyphenated { body(.patronymicHyphenated) }
      }
    }
  }
}
