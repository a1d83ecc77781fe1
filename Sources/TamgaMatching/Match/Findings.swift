internal import TamgaText

/// What the evidence of a pair amounts to: which kinds of agreement and contradiction there are.
struct Findings {
  private var worst: (bits: Double, reason: MatchReason)?
  private var hasKinship = false
  private var hasTwin = false
  private var isReform = false
  private var hasDiminutive = false
  private var hasInitial = false
  private var hasOmission = false
  private var isKnown = false
  private var hasHalf = false
  private var hasFather = false
  private var hasGiven = false
  private var hasSameIdentifier = false
  private var agreeing = 0
  private let isEmpty: Bool
  private let isSinglePart: Bool
  private let otherTypes: Bool
  private var doubtful = false

  init(
    _ a: PreparedName, _ b: PreparedName, _ evidence: [PartEvidence],
    _ further: [(level: PartEvidence.Level, bits: Double)]
  ) {
    isEmpty = a.isEmpty || b.isEmpty
    isSinglePart = a.parts.count == 1 || b.parts.count == 1
    otherTypes = a.type != b.type
    for part in evidence { add(part, a, b) }
    for column in further where column.bits < 0 {
      switch column.level {
      case .birthDate: note(column.bits, .otherBirthDate)
      case .gender: note(column.bits, .otherGender)
      case .country: note(column.bits, .otherCountry)
      case .identifier: note(column.bits, .otherIdentifier)
      default: break
      }
    }
    hasSameIdentifier = further.contains { $0.level == .identifier && $0.bits > 0 }
  }

  private mutating func note(_ bits: Double, _ reason: MatchReason) {
    if bits < worst?.bits ?? -1 { worst = (bits, reason) }
  }

  private mutating func add(_ part: PartEvidence, _ a: PreparedName, _ b: PreparedName) {
    if part.bits > 0, !part.first.isEmpty, !part.second.isEmpty { agreeing += 1 }
    let roles = (
      part.first.first.map { a.parts[$0].role }, part.second.first.map { b.parts[$0].role }
    )
    switch part.level {
    case .kinship:
      hasKinship = true
      let endings = [part.first.first.map { a.parts[$0] }, part.second.first.map { b.parts[$0] }]
        .compactMap { $0 }.map(Self.isOldForm)
      if endings.contains(false) { isReform = true }
    case .genderTwin: hasTwin = true
    case .diminutive: hasDiminutive = true
    case .initial: hasInitial = true
    case .omission:
      hasOmission = true
      if a.type == .person, part.bits < Self.halfOmitted { hasHalf = true }
    case .linked where part.first.count == a.parts.count && !a.known.isEmpty: isKnown = true
    case .contradiction: note(part.bits, Self.contradiction(roles.0, roles.1, a.type == .person))
    case .initialContradiction: note(part.bits, .otherInitial)
    case .differentKind: note(part.bits, .otherKind)
    case .qualifier: note(part.bits, .otherWord)
    case .exchanged: note(part.bits, .otherRelation)
    case .number: note(part.bits, .otherNumber)
    case .birthDate: note(part.bits, .otherBirthDate)
    case .gender: note(part.bits, .otherGender)
    case .relatives where worst == nil && part.bits < -8: doubtful = true
    default: break
    }
    if part.bits > 2, roles.0 == .patronymic, roles.1 == .patronymic { hasFather = true }
    if part.bits > 0, roles.0 == .given || roles.1 == .given, part.level != .initial {
      hasGiven = true
    }
    if part.bits < 0, part.level == .spelling || part.level == .exact || part.level == .compound {
      doubtful = true
    }
  }

  private static func contradiction(
    _ a: NamePart.Role?, _ b: NamePart.Role?, _ isPerson: Bool
  ) -> MatchReason {
    guard isPerson else { return .otherWord }
    switch (a, b) {
    case (.patronymic, _), (_, .patronymic): return .otherPatronymic
    case (.given, .given), (.given, .unknown), (.unknown, .given): return .otherGiven
    case (.family, _), (_, .family): return .otherFamily
    default: return .otherWord
    }
  }

  /// Whether a lexicon or a rule says that the names may be one, whatever their probability.
  var isOpen: Bool {
    guard worst == nil || (worst?.reason == .otherGender && hasTwin), agreeing > 0 else {
      return false
    }
    return !hasGiven && hasTwin || hasKinship || hasDiminutive || hasInitial
  }

  /// Whether a part plainly says that they are two, whatever the others say: another father, another given name, or
  /// one given name with the family names of a man and of a woman.
  var isSettled: Bool {
    if hasTwin, hasGiven { return true }
    guard let worst, worst.bits < -8, !hasSameIdentifier else { return false }
    switch worst.reason {
    case .otherPatronymic, .otherGiven, .otherFamily, .otherInitial: return true
    default: return false
    }
  }

  /// Whether something forbids a merge, whatever the probability: two fathers are never one, but a person may know better.
  /// So does a half of a compound given name that one of them leaves out, where no father tells whose it is: Қасым-Жомарт
  /// is seldom called Қасым.
  var isBlocked: Bool {
    otherTypes || hasTwin || isReform || hasTwoFathers || hasHalf && !hasFather
  }

  /// What leaving out a half of a compound costs at least, in bits.
  private static let halfOmitted = -4.0

  private var hasTwoFathers: Bool { isSettled && worst?.reason == .otherPatronymic }

  /// Whether a family name is a Kazakh patronymic or ends in -ov: forms that official Russian writes for each other.
  private static func isOldForm(_ part: NamePart) -> Bool {
    part.tradition == .kazakh || part.tradition == .russian
  }

  /// The one thing that decided.
  func reason(_ verdict: MatchVerdict, _ score: Double) -> MatchReason {
    if isEmpty { return .empty }
    if otherTypes { return .otherType }
    if verdict == .same {
      if hasSameIdentifier { return .sameIdentifier }
      if isKnown { return .known }
      if hasKinship { return .surnameReform }
      if score < 0.99 {
        if hasInitial, !hasGiven { return .initialOnly }
        return hasDiminutive ? .diminutive : .commonName
      }
      return hasOmission ? .omission : .agreement
    }
    if let worst { return worst.reason == .otherGender && hasTwin ? .genderTwin : worst.reason }
    if hasTwin { return .genderTwin }
    if hasKinship { return .surnameReform }
    if hasDiminutive { return .diminutive }
    if hasInitial, !hasGiven { return .initialOnly }
    if agreeing == 0 { return .otherWord }
    if doubtful { return .doubtfulSpelling }
    if isSinglePart { return .singlePart }
    return .commonName
  }
}
