internal import TamgaText

/// Gives the words of a person's name their roles: one value a thread.
///
/// Words that say themselves what they are (initials, titles, markers, what stands in brackets or quotes) are taken out
/// first; the core that is left is read by `CoreReader`.
struct PersonReader {
  private var reader: CoreReader
  private(set) var core: [CoreToken] = []
  private(set) var context = CoreContext()
  /// How well the best reading fits, in nats: evidence that the name is a person's at all.
  private(set) var evidence: Float = 0

  init(weights: RoleWeights) {
    reader = CoreReader(weights: weights)
  }

  /// Reads a name.
  mutating func read(_ name: inout NameReading) {
    core.removeAll(keepingCapacity: true)
    context = CoreContext()
    evidence = 0
    setAside(&name)
    guard !core.isEmpty else { return }
    obeyComma(name)
    obeyInitials(name)
    for index in core.indices where !core[index].isMarked {
      if core[index].facts.patronymic == .none { core[index].allowed &= 0b011 }
    }
    context.isLatin = core[0].facts.script == .latin
    assign(&name)
    readBrackets(&name)
  }

  // MARK: - What is not of the core

  private mutating func setAside(_ name: inout NameReading) {
    let capitals = capitalsMatter(name)
    var announced: NameRole?
    var isAfterParticle = false
    for index in 0..<name.count {
      let marks = name.tokens[index].marks
      let words = name.words[index]
      if marks.contains(.bracketed) { continue }
      if marks.contains(.afterSlash), !core.isEmpty { announced = .alias }
      if let announced, !words.contains(.aliasMarker) {
        name.set(index, announced, 0.9, .announced)
      } else if marks.contains(.quoted), !isWhollyQuoted(name) {
        name.set(index, .nickname, 0.9, .quotes)
      } else if words.contains(.maidenMarker), index > 0 {
        name.set(index, .other, 0.95, .announcing)
        announced = .maiden
      } else if words.contains(.aliasMarker), index > 0 {
        name.set(index, .other, 0.95, .announcing)
        announced = .alias
      } else if isTitle(name, index) {
        name.set(index, .title, 0.95, .title)
        note(words)
      } else if words.contains(.patronymicMarker),
        // `o.` for oğlu is one only behind three names.
        name.facts[index].letterCount > 1 || core.count >= 3, markFather(name, index)
      {
        name.set(index, .marker, 0.98, .marker)
      } else if isInitial(name, index) {
        name.set(index, .initial, 0.97, .initial)
        context.hasInitials = true
      } else if isParticle(name, index) {
        name.set(index, .particle, 0.9, .particle)
        isAfterParticle = true
      } else if marks.contains(.digit) {
        name.set(index, .other, 0.8, .plain)
      } else {
        var token = CoreToken(index: index, facts: name.facts[index])
        token.isCapitals = capitals && marks.contains(.capitals)
        token.isAfterParticle = isAfterParticle
        isAfterParticle = false
        core.append(token)
      }
    }
  }

  /// Whether capitals set a surname off: some words have them and some do not.
  private func capitalsMatter(_ name: NameReading) -> Bool {
    var some = false
    var others = false
    for index in 0..<name.count where name.facts[index].letterCount > 1 {
      if name.tokens[index].marks.contains(.capitals) { some = true } else { others = true }
    }
    return some && others
  }

  private func isWhollyQuoted(_ name: NameReading) -> Bool {
    name.tokens.allSatisfy { $0.marks.contains(.quoted) }
  }

  private mutating func note(_ words: WordMarks) {
    if words.contains(.rank), !words.contains(.titleAfter) {
      context.hasRank = true
    } else {
      context.hasAddress = true
    }
    if words.contains(.female) { context.titleGender = .female }
    if words.contains(.male) { context.titleGender = .male }
  }

  /// Whether a title word is a title here, and not a name: `Mirzə`, `Хан`, `Ağa` are both.
  private func isTitle(_ name: NameReading, _ index: Int) -> Bool {
    let words = name.words[index]
    guard !words.isDisjoint(with: .title), name.count > 1 else { return false }
    let marks = name.tokens[index].marks
    if marks.contains(.initial), name.facts[index].letterCount == 1 { return false }
    if !marks.contains(.capital) || marks.contains(.dotted) { return true }
    if name.groups[index] != index || index + 1 < name.count && name.groups[index + 1] == index {
      return true
    }
    let names = name.facts[index].names
    // A title of either place, such as Xan, is more often a part of a name than Doctor is.
    let isName =
      names.isGiven && (!names.isLikeness || words.isSuperset(of: .title))
      || names.contains(.bareSurname)
    // A name as well: only a religious title before two other words is more likely the title.
    if !isName { return true }
    guard words.contains(.religious), name.count > 2, index + 1 < name.count else { return false }
    // Behind a given name it is of the father’s: `Murtuza Məşədi Rza oğlu`.
    return index == 0
      || name.count > 3
        && core.last.map { last in
          last.index == index - 1 && last.facts.names.contains(.base)
            && last.facts.surnameStrength < 2
        } == true
  }

  /// Makes the word before a marker the father's name.
  private mutating func markFather(_ name: NameReading, _ index: Int) -> Bool {
    guard let last = core.indices.last, core[last].index == index - 1 else { return false }
    core[last].isMarked = true
    core[last].allowed = 0b100
    core[last].markerGender = name.words[index].contains(.female) ? .female : .male
    return true
  }

  private func isInitial(_ name: NameReading, _ index: Int) -> Bool {
    let marks = name.tokens[index].marks
    guard marks.contains(.initial),
      name.facts[index].letterCount == 1 || !name.words[index].contains(.legalForm)
    else { return false }
    if marks.contains(.dotted) || name.count > 2 { return true }
    // A bare letter beside one word: an initial, unless it is a Chinese given name.
    return index == 0 || !name.facts[0].names.contains(.chineseSurname)
  }

  private func isParticle(_ name: NameReading, _ index: Int) -> Bool {
    guard name.words[index].contains(.particle), index + 1 < name.count else { return false }
    if !name.tokens[index].marks.contains(.capital) { return index > 0 }
    return index > 0 && name.count > 2 && !name.facts[index].names.contains(.base)
  }

  // MARK: - The core

  /// Before a comma stands the family name.
  private mutating func obeyComma(_ name: NameReading) {
    guard let comma = core.firstIndex(where: { name.tokens[$0.index].marks.contains(.afterComma) }),
      comma > 0, comma <= 2
    else {
      obeyCommaBeforeInitials(name)
      return
    }
    for index in core.indices where !core[index].isMarked {
      core[index].allowed &= index < comma ? 0b010 : 0b101
    }
  }

  /// `Пушкин, А. С.`
  private mutating func obeyCommaBeforeInitials(_ name: NameReading) {
    guard context.hasInitials, core.count <= 2 else { return }
    let last = core[core.count - 1].index
    guard last + 1 < name.count, name.roles[last + 1].role == .initial,
      name.tokens[last + 1].marks.contains(.afterComma)
    else { return }
    for index in core.indices where !core[index].isMarked { core[index].allowed &= 0b010 }
  }

  /// One word behind initials, or beside two of them, is a family name, whatever else it may be: `R. Rza`,
  /// `Құдайберген Д. Қ.`
  private mutating func obeyInitials(_ name: NameReading) {
    guard core.count == 1, !core[0].isMarked else { return }
    let word = core[0].index
    let isBehind =
      word > 0 && name.roles[word - 1].role == .initial
      && name.tokens[word - 1].marks.contains(.dotted)
    guard isBehind || name.roles.count(where: { $0.role == .initial }) > 1 else { return }
    core[0].allowed &= 0b010
  }

  private mutating func assign(_ name: inout NameReading) {
    let core = core
    let reading = reader.read(core, context)
    guard reading.pattern >= 0 else {
      for token in core {
        name.set(token.index, token.isMarked ? .patronymic : .given, 0.3, .place)
      }
      return
    }
    let count = min(core.count, RolePattern.longest)
    let pattern = RolePattern.all[count][reading.pattern]
    for (position, token) in core.enumerated() {
      guard position < count else {
        name.set(token.index, .given, 0.3, .place)
        continue
      }
      let role = pattern.roles[position]
      let probability = reader.marginals[position * 3 + Int(role.rawValue)]
      name.set(
        token.index, Self.role(role), probability,
        Self.reason(token, role, name.tokens[token.index].marks))
    }
    evidence = Self.evidence(core, pattern)
  }

  private static func role(_ role: CoreRole) -> NameRole {
    switch role {
    case .given: .given
    case .family: .family
    case .patronymic: .patronymic
    }
  }

  private static func reason(
    _ token: CoreToken, _ role: CoreRole, _ marks: NameToken.Marks
  ) -> RoleReason {
    let names = token.facts.names
    switch role {
    case .patronymic: return token.isMarked ? .fatherBeforeMarker : .patronymicEnding
    case .family:
      if token.allowed == 0b010 { return .comma }
      if token.facts.surnameStrength == 3 { return .surnameEnding }
      if names.contains(.surname) { return .surnameLexicon }
      return token.facts.surnameStrength == 2 ? .surnameEnding : .place
    case .given:
      if !names.isDisjoint(with: [.base, .form, .compound]), names.isGiven { return .givenLexicon }
      if names.contains(.diminutive) { return .diminutive }
      if names.contains(.ending), names.isGiven { return .givenEnding }
      return names.contains(.sound) ? .givenSound : .place
    }
  }

  /// How many of the words bear out their role, from 0 to 1.
  private static func evidence(_ core: [CoreToken], _ pattern: RolePattern) -> Float {
    var sum: Float = 0
    for (position, role) in pattern.roles.enumerated() {
      let facts = core[position].facts
      switch role {
      case .given:
        if facts.names.isLikeness {
          sum += 0.4
        } else if facts.names.isGiven {
          sum += 1
        }
      case .family:
        if facts.surnameStrength == 3 || facts.names.contains(.surname) {
          sum += 1
        } else if facts.surnameStrength == 2 || facts.names.isGiven {
          sum += 0.4
        }
      case .patronymic: sum += 1
      }
    }
    return sum / Float(pattern.roles.count)
  }

  // MARK: - Brackets

  /// What stands in brackets: a maiden name behind a family name, else another name of the person.
  private func readBrackets(_ name: inout NameReading) {
    var index = 0
    while index < name.count {
      guard name.tokens[index].marks.contains(.bracketed) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < name.count, name.tokens[end].marks.contains(.bracketed),
        !name.tokens[end].marks.contains(.opens)
      {
        end += 1
      }
      readBracket(&name, index..<end)
      index = end
    }
  }

  private func readBracket(_ name: inout NameReading, _ range: Range<Int>) {
    let isAnnounced = range.contains { name.words[$0].contains(.maidenMarker) }
    let isMaiden = isAnnounced || range.count == 1 && looksMaiden(name, range.lowerBound)
    for index in range {
      let words = name.words[index]
      if !words.isDisjoint(with: [.maidenMarker, .aliasMarker]) {
        name.set(index, .other, 0.95, .announcing)
      } else if name.tokens[index].marks.contains(.digit) {
        name.set(index, .other, 0.9, .plain)
      } else if !words.isDisjoint(with: .title), !name.facts[index].names.contains(.base) {
        name.set(index, .title, 0.8, .title)
      } else {
        name.set(index, isMaiden ? .maiden : .alias, 0.85, .brackets)
      }
    }
  }

  /// Whether a word in brackets is a woman's earlier family name.
  private func looksMaiden(_ name: NameReading, _ index: Int) -> Bool {
    let facts = name.facts[index]
    guard facts.surnameStrength >= 2 || facts.names.contains(.surname) else { return false }
    let isWoman =
      facts.surnameGender == .female
      || (0..<name.count).contains {
        name.roles[$0].role == .family
          && name.facts[$0].surnameGender == .female
      }
    return isWoman && !facts.names.contains(.base)
  }
}
