/// Finds the most likely reading of a name's core: one value a thread.
struct CoreReader {
  /// A reading: which pattern, and how likely.
  struct Reading {
    var pattern = 0
    var probability: Float = 0
  }

  var weights: RoleWeights
  /// The scores of the patterns of the last name; -infinity for one that cannot be.
  private(set) var scores: [Float] = []
  /// The probability of each role for each word of the last name.
  private(set) var marginals = [Float](repeating: 0, count: RolePattern.longest * 3)
  private var tokenScores = [Float](repeating: 0, count: RolePattern.longest * 4)

  init(weights: RoleWeights) {
    self.weights = weights
    scores.reserveCapacity(128)
  }

  /// Reads a core of one to six words.
  mutating func read(_ tokens: [CoreToken], _ context: CoreContext) -> Reading {
    let count = min(tokens.count, RolePattern.longest)
    for index in 0..<count { scoreToken(tokens[index], at: index) }
    let patterns = RolePattern.all[count]
    scores.removeAll(keepingCapacity: true)
    var best = Reading(pattern: -1, probability: -.infinity)
    for number in patterns.indices {
      let score = score(patterns[number], tokens, context)
      scores.append(score)
      if score > best.probability { best = Reading(pattern: number, probability: score) }
    }
    guard best.pattern >= 0 else { return best }
    marginalize(patterns, count, top: best.probability)
    best.probability = probability(best.pattern)
    return best
  }

  private var total: Float = 1

  /// The probability of a pattern of the last name.
  private func probability(_ pattern: Int) -> Float { scores[pattern] / total }

  private mutating func marginalize(_ patterns: [RolePattern], _ count: Int, top: Float) {
    for cell in 0..<count * 3 { marginals[cell] = 0 }
    total = 0
    for number in patterns.indices {
      let share = scores[number] == -.infinity ? 0 : exponential(scores[number] - top)
      scores[number] = share
      guard share > 1e-6 else { continue }
      total += share
      for index in 0..<count {
        marginals[index * 3 + Int(patterns[number].roles[index].rawValue)] += share
      }
    }
    for cell in 0..<count * 3 { marginals[cell] /= total }
  }

  private mutating func scoreToken(_ token: CoreToken, at index: Int) {
    for role in CoreRole.allCases {
      var sum: Float = 0
      token.forEachFeature(role, hasFamily: true) { sum += weights[$0] }
      tokenScores[index * 4 + Int(role.rawValue)] = token.allows(role) ? sum : -.infinity
    }
    var alone: Float = 0
    token.forEachFeature(.patronymic, hasFamily: false) { alone += weights[$0] }
    tokenScores[index * 4 + 3] = token.allows(.patronymic) ? alone : -.infinity
  }

  private func score(
    _ pattern: RolePattern, _ tokens: [CoreToken], _ context: CoreContext
  ) -> Float {
    var sum: Float = 0
    let hasFamily = pattern.hasFamily
    for index in pattern.roles.indices {
      let role = pattern.roles[index]
      let column = role == .patronymic && !hasFamily ? 3 : Int(role.rawValue)
      sum += tokenScores[index * 4 + column]
      if sum == -.infinity { return sum }
    }
    Self.forEachFeature(pattern, tokens, context) { sum += weights[$0] }
    return sum
  }

  /// Calls `body` with the features of a pattern as a whole.
  @inline(__always)
  static func forEachFeature(
    _ pattern: RolePattern, _ tokens: [CoreToken], _ context: CoreContext,
    _ body: (RoleFeature) -> Void
  ) {
    body(RoleFeature(pattern.order))
    for _ in 0..<pattern.extraGiven { body(.extraGiven) }
    for _ in 0..<pattern.extraFamily { body(.extraFamily) }
    if context.isLatin, pattern.roles[0] == .family, pattern.roles.count > 1 {
      body(.familyFirstLatin)
    }
    if pattern.order == .familyGiven, tokens[0].facts.names.contains(.chineseSurname),
      !tokens[1].facts.names.isGiven
        || tokens[1].facts.names.isLikeness
    {
      body(.familyFirstChinese)
    }
    var genders: (given: Gender?, family: Gender?, patronymic: Gender?)
    for index in pattern.roles.indices {
      let role = pattern.roles[index]
      guard let gender = tokens[index].gender(role) else { continue }
      switch role {
      case .given: genders.given = gender
      case .family: genders.family = gender
      case .patronymic: genders.patronymic = gender
      }
    }
    let title = context.titleGender
    compare(genders.given, genders.family, body)
    compare(genders.given, genders.patronymic, body)
    if let given = genders.given, let patronymic = genders.patronymic, given != patronymic {
      body(.patronymicClashes)
    }
    compare(genders.family, genders.patronymic, body)
    compare(title, genders.given ?? genders.family, body)
    if context.hasAddress, pattern.roles.contains(.patronymic) { body(.patronymicBesideAddress) }
    if context.hasInitials {
      body(pattern.hasGiven ? .givenBesideInitials : .familyBesideInitials)
    }
    if pattern.roles.count == 1 {
      if context.hasAddress, pattern.order == .given { body(.givenBesideAddress) }
      if context.hasRank, pattern.order == .family { body(.familyBesideRank) }
    }
  }

  @inline(__always)
  private static func compare(_ a: Gender?, _ b: Gender?, _ body: (RoleFeature) -> Void) {
    guard let a, let b else { return }
    body(a == b ? .genderAgrees : .genderClashes)
  }
}
