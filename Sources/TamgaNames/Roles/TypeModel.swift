internal import TamgaLexicons
internal import TamgaText

/// Says what a name names, from the words in it: a linear model with four outcomes.
struct TypeModel: Sendable {
  static let path = "models/name-types.tsv"
  static let types: [NameType] = [.person, .place, .organization, .work]

  /// The weights of a feature for the four types, in nats.
  private(set) var weights = [SIMD4<Float>](repeating: .zero, count: TypeFeature.allCases.count)

  init() {}

  init(_ lexicons: Lexicons) {
    lexicons.forEachRow(Self.path) { row in
      guard let feature = TypeFeature.byTag[row[0]] else { return }
      for column in 0..<4 { weights[feature.rawValue][column] = Float(row[column + 1]) ?? 0 }
    }
  }

  subscript(feature: TypeFeature) -> SIMD4<Float> {
    get { weights[feature.rawValue] }
    set { weights[feature.rawValue] = newValue }
  }

  /// The probabilities of the types, in the order of `types`.
  ///
  /// - Parameter isQuoted: whether the name stood in quotes before it was cleaned.
  func probabilities(
    _ name: NameReading, evidence: Float, isQuoted: Bool = false
  ) -> SIMD4<Float> {
    var score = SIMD4<Float>.zero
    Self.forEachFeature(name, evidence: evidence) { score += weights[$0.rawValue] }
    let shares = Self.softmax(score)
    if Self.isKnownTitle(name) { return shares * 0.15 + Self.knownTitle }
    if isQuoted, Self.hasNoKind(name) { return shares * 0.3 + Self.whollyQuoted }
    if Self.isUnknown(name) { return shares * 0.6 + 0.1 }
    return Self.isPersonOrPlace(name) ? shares * 0.4 + Self.personOrPlace : shares
  }

  /// What is said of a word that is a given name and a place in the lexicons.
  private static let personOrPlace = SIMD4<Float>(0.3, 0.3, 0, 0)

  /// What is said of a name that is a known title of a work: few other things are called after one.
  private static let knownTitle = SIMD4<Float>(0.02, 0.03, 0.05, 0.75)

  /// Whether the words of a name, and nothing but them, are a title of the lexicons.
  private static func isKnownTitle(_ name: NameReading) -> Bool {
    name.count > 0 && (0..<name.count).allSatisfy { name.words[$0].contains(.workTitle) }
  }

  /// What is said of a name that stands wholly in quotes: people and places do not.
  private static let whollyQuoted = SIMD4<Float>(0, 0.03, 0.3, 0.37)

  private static func hasNoKind(_ name: NameReading) -> Bool {
    name.words.allSatisfy {
      $0.isDisjoint(with: [.placeKind, .organizationKind, .workKind, .legalForm])
    }
  }

  /// Whether the name is one word that is a given name of the lexicons as well as a place: Абай is a man, a town, a
  /// district and a street, and nothing in the word says which.
  private static func isPersonOrPlace(_ name: NameReading) -> Bool {
    guard name.count == 1, let word = name.words.first, let facts = name.facts.first else {
      return false
    }
    return word.contains(.place) && word.isDisjoint(with: .kind) && facts.names.contains(.base)
      && facts.names.isGiven
  }

  /// Whether the name is one word that no lexicon has: a village, a company and a by-name may all be
  /// called so, and of one-word names the model has learned from hardly any but places.
  private static func isUnknown(_ name: NameReading) -> Bool {
    guard name.count == 1, let word = name.words.first, let facts = name.facts.first else {
      return false
    }
    let names = facts.names
    return word.isEmpty && facts.surnameStrength < 3
      && (names.isEmpty || names.isLikeness || names == .chineseSurname)
  }

  static func softmax(_ score: SIMD4<Float>) -> SIMD4<Float> {
    let top = score.max()
    var shares = SIMD4<Float>.zero
    for column in 0..<4 { shares[column] = exponential(score[column] - top) }
    return shares / shares.sum()
  }

  /// Calls `body` with the features of a name that was read as a person's.
  @inline(__always)
  static func forEachFeature(
    _ name: NameReading, evidence: Float, _ body: (TypeFeature) -> Void
  ) {
    body(.bias)
    switch name.count {
    case ...1: body(.oneWord)
    case 2: body(.twoWords)
    case 3: body(.threeWords)
    case 4, 5: body(.fourOrFiveWords)
    default: body(.manyWords)
    }
    var words: WordMarks = []
    var counts = Counts()
    for index in 0..<name.count {
      words.formUnion(kinds(name, index, evidence: evidence))
      counts.add(name, index)
    }
    if words.contains(.placeKind) { body(.placeKind) }
    if words.contains(.organizationKind) { body(.organizationKind) }
    // Works are named after nobody: the theatre of song is no song.
    if words.contains(.workKind), !words.contains(.namedAfter) { body(.workKind) }
    if words.contains(.legalForm) { body(.legalForm) }
    if words.contains(.abbreviation) { body(.abbreviation) }
    if words.contains(.descriptor) { body(.descriptor) }
    if words.contains(.namedAfter) { body(.namedAfter) }
    if words.contains(.grammar) { body(.joining) }
    if counts.places == name.count, name.count > 0 {
      body(.place)
      if name.count == 1 { body(.placeAlone) }
    } else if counts.places > 0 {
      body(.placeInside)
    }
    if words.contains(.organizationEnding) { body(.organizationEnding) }
    if name.count > 0, name.facts[0].script == .arabic {
      body(name.count == 1 ? .arabicWord : .arabicWords)
    }
    counts.forEachFeature(isAlone: name.count == 1, body)
    switch evidence {
    case 0.9...: body(.personFits)
    case 0.45...: body(.personHalfFits)
    default: body(.personMisfits)
    }
  }

  /// The marks of a word, without its meaning as a thing where it is a given name in a name that
  /// reads well as a person’s: `Vilayət Eyvazov`.
  private static func kinds(_ name: NameReading, _ index: Int, evidence: Float) -> WordMarks {
    var words = name.words[index]
    if words.isSuperset(of: [.placeKind, .legalForm]) {
      // АО is an autonomous okrug behind its adjective, else a joint-stock company.
      let before = index > 0 ? name.facts[index - 1].surname : SurnameEnding.none
      words.remove(before == .ski || before == .adjective ? .legalForm : .placeKind)
    }
    guard evidence >= 0.6, name.count > 1, name.roles[index].role == .given,
      name.facts[index].names.contains(.base), name.tokens[index].marks.contains(.capital)
    else { return words }
    return words.subtracting(.kind.union(.descriptor))
  }

  /// What the words of a name are, counted.
  private struct Counts {
    var places = 0
    var given = 0
    var sounds = 0
    var endings = 0
    var strong = false
    var weak = false
    var surname = false
    var adjective = false
    /// -lı, -bəyli: villages are called so as often as families are.
    var li = false
    var patronymic = false
    var hasPatronymic = false
    var marker = false
    var initial = false
    var title = false
    var isNamed = false
    var quoted = 0
    var unquoted = 0
    var digit = false
    var small = false
    var acronym = false
    /// Whether one of the acronyms has four letters or fewer.
    var short = false
    var capitals = 0
    var mixedCase = false
    var sentence = false
    var hyphen = false
    var comma = false
    var bracket = false

    mutating func add(_ name: NameReading, _ index: Int) {
      let facts = name.facts[index]
      let marks = name.tokens[index].marks
      let words = name.words[index]
      if words.contains(.place) { places += 1 }
      if facts.names.contains(.sound) {
        sounds += 1
      } else if facts.names.contains(.ending) {
        endings += 1
      } else if facts.names.isGiven, !facts.names.contains(.inflected) {
        given += 1
      }
      strong = strong || facts.surnameStrength == 3
      weak = weak || facts.surnameStrength == 2
      surname = surname || facts.names.contains(.surname)
      adjective = adjective || facts.surname == .ski || facts.surname == .adjective
      li = li || facts.surname == .li
      patronymic = patronymic || facts.patronymic != .none && facts.isFatherKnown
      isNamed =
        isNamed || facts.names.isGiven && !facts.names.contains(.inflected)
        || facts.surnameStrength == 3
      hasPatronymic = hasPatronymic || facts.patronymic == .slavic
      mixedCase = mixedCase || marks.contains(.mixedCase)
      switch name.roles[index].role {
      case .marker: marker = true
      case .initial: initial = true
      case .title: title = true
      default: break
      }
      if marks.contains(.quoted) { quoted += 1 } else { unquoted += 1 }
      sentence = sentence || marks.contains(.exclaimed)
      digit = digit || marks.contains(.digit)
      hyphen = hyphen || marks.contains(.hyphen)
      comma = comma || marks.contains(.afterComma)
      bracket = bracket || marks.contains(.bracketed)
      if index > 0, !marks.contains(.capital), !marks.contains(.digit),
        words.isDisjoint(with: [.particle, .patronymicMarker, .title, .maidenMarker, .aliasMarker])
      {
        small = true
      }
      if marks.contains(.capitals) { capitals += 1 }
      // A family name may stand in capitals; KTU or SOCAR is no name of a person.
      if marks.contains(.capitals), (2...6).contains(facts.letterCount), facts.names.isEmpty,
        facts.surnameStrength < 2, words.isDisjoint(with: [.placeKind, .legalForm])
      {
        acronym = true
        short = short || facts.letterCount <= 4
      }
    }

    func forEachFeature(isAlone: Bool, _ body: (TypeFeature) -> Void) {
      if given > 0 { body(.given) }
      if given > 1 { body(.twoGiven) }
      if given > 0, isAlone { body(.givenAlone) }
      if sounds > 0 { body(.givenSound) }
      if endings > 0 { body(.givenEnding) }
      if strong { body(.strongEnding) }
      if weak, !strong { body(.weakEnding) }
      if surname { body(.surname) }
      if isAlone, surname || strong { body(li ? .liAlone : .surnameAlone) }
      if adjective { body(.adjective) }
      if patronymic { body(.patronymic) }
      if marker { body(.marker) }
      if initial { body(.initial) }
      if title { body(isNamed ? .titleBesideName : .title) }
      if quoted > 0, unquoted > 0 { body(.quotedPart) }
      if digit { body(.digit) }
      if small { body(.smallWord) }
      // Where all words have them capitals say nothing of a longer one.
      let isTold = short || isAlone || capitals < quoted + unquoted
      if acronym, isTold, given == 0, sounds == 0, !hasPatronymic { body(.acronym) }
      if mixedCase { body(.mixedCase) }
      if sentence { body(.sentence) }
      if hyphen { body(.hyphen) }
      if comma { body(.comma) }
      if bracket { body(.bracket) }
    }
  }
}
