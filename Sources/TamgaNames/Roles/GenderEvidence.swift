internal import TamgaText

/// What the parts of a person's name say of the bearer's gender, in nats: above 0 for a man.
struct GenderEvidence {
  private var sum: Float = 0
  private var says = false

  /// A patronymic or its marker hardly ever errs.
  private static let patronymic: Float = 7
  /// A form of address.
  private static let title: Float = 5
  /// -ова is a woman's; -ов may stand behind a woman's name in other countries.
  private static let feminineSurname: Float = 5
  private static let masculineSurname: Float = 2.5
  private static let given: Float = 4
  private static let diminutive: Float = 2.5
  /// A name that only sounds like one of the lexicons.
  private static let sound: Float = 1.8
  /// What is said must be this likely to be reported.
  private static let threshold: Float = 0.8

  /// The evidence of all words of a name.
  init(_ name: NameReading) {
    let hasFullAlias = Self.hasFullAlias(name)
    for index in 0..<name.count {
      let facts = name.facts[index]
      switch name.roles[index].role {
      case .given where hasFullAlias: continue
      case .alias where hasFullAlias:
        if facts.names.isGiven {
          add(facts.names.gender, facts.names.isLikeness ? Self.sound : Self.given)
        } else if facts.surnameStrength >= 2 {
          add(
            facts.surnameGender,
            facts.surnameGender == .female ? Self.feminineSurname : Self.masculineSurname)
        }
      case .patronymic: add(facts.patronymicGender, Self.patronymic)
      case .marker:
        add(name.words[index].contains(.female) ? .female : .male, Self.patronymic)
      case .title:
        if name.words[index].contains(.female) { add(.female, Self.title) }
        if name.words[index].contains(.male) { add(.male, Self.title) }
      case .family, .maiden:
        guard facts.surnameStrength >= 2 else { continue }
        let factor: Float = facts.surnameStrength == 3 ? 1 : 0.6
        let weight =
          facts.surnameGender == .female ? Self.feminineSurname : Self.masculineSurname
        if name.roles[index].role == .maiden {
          add(.female, Self.feminineSurname)
        } else {
          add(facts.surnameGender, weight * factor)
        }
      case .given:
        let names = facts.names
        let weight =
          names.isLikeness
          ? Self.sound : names.contains(.diminutive) ? Self.diminutive : Self.given
        add(names.gender, weight)
      default: continue
      }
    }
  }

  /// Whether one word stands before a full name in brackets: `Bülbül (Murtuza Məmmədov)`. A pen name says less of its
  /// bearer than that does.
  private static func hasFullAlias(_ name: NameReading) -> Bool {
    var outside = 0
    var inside = 0
    var hasGiven = false
    for index in 0..<name.count {
      switch name.roles[index].role {
      case .given, .family: outside += 1
      case .alias where name.tokens[index].marks.contains(.bracketed):
        inside += 1
        let names = name.facts[index].names
        hasGiven = hasGiven || names.gender != nil && !names.isLikeness
      default: break
      }
    }
    return outside == 1 && inside >= 2 && hasGiven
  }

  private mutating func add(_ gender: Gender?, _ weight: Float) {
    guard let gender else { return }
    says = true
    sum += gender == .male ? weight : -weight
  }

  /// The gender, where it is likely enough, with its probability.
  var verdict: (gender: Gender, probability: Float)? {
    guard says else { return nil }
    let probability = 1 / (1 + exponential(-abs(sum)))
    return probability < Self.threshold ? nil : (sum > 0 ? .male : .female, probability)
  }
}
