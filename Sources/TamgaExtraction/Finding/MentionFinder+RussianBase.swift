internal import TamgaNames
internal import TamgaText

/// The nominative of Russian names.
extension MentionFinder {
  mutating func russianBase(_ name: FoundName) -> String {
    switch name.type {
    case .person: return russianPerson(name.tokens)
    case .place: return russianPlace(name.tokens)
    case .organization, .work: return russianThing(name.tokens, .organizationKind)
    }
  }

  // MARK: - People

  /// All words of a person’s name stand in one case and one gender: that pair of both is taken that explains them best.
  private mutating func russianPerson(_ range: Range<Int>) -> String {
    let words = range.filter {
      document.tokens[$0].kind == .word && document.tokens[$0].isCapital
        && document.tokens[$0].shape != .initial
    }
    guard !words.isEmpty else { return joined(range, [:]) }
    let hasInitials = range.contains { document.tokens[$0].shape == .initial }
    let asked = caseAsked(range.lowerBound)
    let cases: [CaseForm.Case] = [
      .nominative, .genitive, .dative, .accusative, .instrumental, .locative,
    ]
    var best = (score: Int.min, readings: [WordReading]())
    for gender in [Gender.male, .female] {
      for grammaticalCase in cases {
        var score = grammaticalCase == .nominative ? nominativeBias(range) : 0
        if grammaticalCase == asked { score += 3 }
        // `читал А. С. Пушкина`: behind initials men are the rule.
        if hasInitials, words.count == 1, gender == .male { score += 2 }
        var chosen: [WordReading] = []
        for (number, word) in words.enumerated() {
          let isLast = number == words.count - 1 && (words.count > 1 || hasInitials)
          let found = reading(word, grammaticalCase, gender, isFamily: isLast)
          score += found.score
          chosen.append(found.reading)
        }
        if score > best.score { best = (score, chosen) }
      }
    }
    var replacements: [Int: String] = [:]
    for (word, reading) in zip(words, best.readings) {
      if let form = reading.form { replacements[word] = replaced(word, form) }
    }
    return joined(range, replacements)
  }

  /// What the word before a name says of its case: behind another noun a genitive is likelier (`песни Муслима
  /// Магомаева`).
  private func nominativeBias(_ range: Range<Int>) -> Int {
    let first = range.lowerBound
    guard first > 0, !document.tokens[first].marks.contains(.starts) else { return 1 }
    let before = document.tokens[first - 1]
    guard before.kind == .word else { return 0 }
    let found = classes(first - 1)
    return found.isDisjoint(with: [.common, .occupation, .title]) ? -3 : 0
  }

  /// The best reading of a word in a case and a gender, and how good it is.
  private mutating func reading(
    _ word: Int, _ grammaticalCase: CaseForm.Case, _ gender: Gender, isFamily: Bool
  ) -> (reading: WordReading, score: Int) {
    let all = readings(word)
    var best = (reading: all[0], score: Int.min)
    for reading in all {
      let facts = reading.facts
      var score = reading.isSeen ? 3 : 0
      if facts.names.isGiven, !facts.names.contains(.inflected), !isFamily {
        score += facts.names.isLikeness ? 2 : 5
        if let own = facts.names.gender, own != gender { score -= 6 }
      }
      if isFamily {
        if facts.names.isGiven, facts.names.isDisjoint(with: [.sound, .inflected]) { score += 2 }
        if facts.names.contains(.surname) { score += 3 }
        if facts.surnameStrength == 3 { score += 4 }
        if let own = facts.surnameGender, own != gender { score -= 6 }
      }
      if facts.patronymic == .slavic {
        score += 3
        if let own = facts.patronymicGender, own != gender { score -= 6 }
      }
      if let form = reading.form {
        guard
          form.grammaticalCase == grammaticalCase
            || grammaticalCase == .accusative && form.grammaticalCase == .genitive
              && gender == .male
            || isFemaleOblique(form, grammaticalCase, gender)
        else { continue }
        score += form.strength == .strong ? 2 : form.strength == .medium ? 1 : -1
        // Many foreign names end in -е and have no cases.
        if form.tail != [], form.grammaticalCase == .locative || form.grammaticalCase == .dative,
          facts.names.isDisjoint(with: [.base, .form, .surname]), !reading.isSeen
        {
          score -= 4
        }
        // A woman’s surname in a consonant has no cases, and neither has one in -о or -е.
        if isFamily, gender == .female, form.tail.isEmpty { score -= 4 }
      } else if grammaticalCase == .nominative {
        score += 2
      } else {
        // Indeclinable: Насими, Кулизаде, Дзе.
        score += isIndeclinable(word, gender) ? 2 : -4
      }
      if score > best.score { best = (reading, score) }
    }
    return best
  }

  /// The ending -ой of women stands for several cases.
  private func isFemaleOblique(
    _ form: CaseForm, _ grammaticalCase: CaseForm.Case, _ gender: Gender
  ) -> Bool {
    guard gender == .female, form.grammaticalCase == .genitive else { return false }
    return grammaticalCase == .dative || grammaticalCase == .locative
      || grammaticalCase == .instrumental
  }

  private func isIndeclinable(_ word: Int, _ gender: Gender) -> Bool {
    guard let last = document.entry(word)?.key.last else { return true }
    // е и о у ы э ю
    if [0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E].contains(last) { return true }
    return gender == .female && ![0x430, 0x44F].contains(last)
  }

  // MARK: - Places

  private mutating func russianPlace(_ range: Range<Int>) -> String {
    guard range.count > 1 else {
      let index = range.lowerBound
      let form = placeForm(index)
      return form.map { joined(range, [index: replaced(index, $0)]) } ?? joined(range, [:])
    }
    let hashes = range.compactMap { document.entry($0)?.hash }
    if vocabulary.places.find(Gazetteer.phrase(hashes)) != nil { return joined(range, [:]) }
    let stems = range.compactMap { index in
      document.entry(index).map { WordHash.hash(RussianCases.stem($0.key)) }
    }
    if let place = vocabulary.places.findStems(Gazetteer.phrase(stems)) {
      return vocabulary.places.name(place)
    }
    return russianThing(range, .placeKind)
  }

  /// The ending to take off a place’s name: what the lexicon or the text knows, else what the preposition asks for.
  private mutating func placeForm(_ index: Int) -> CaseForm? {
    guard let entry = document.entry(index) else { return nil }
    if let best = placeReading(index) { return best.form }
    if let seen = readings(index).first(where: { $0.isSeen && $0.form != nil }), entry.capital > 0 {
      return seen.form
    }
    guard let grammaticalCase = caseAsked(index) else { return nil }
    let forms = readings(index).compactMap(\.form).filter { $0.grammaticalCase == grammaticalCase }
    return forms.max { $0.strength < $1.strength }
  }

  /// The case that the preposition before a word asks for.
  func caseAsked(_ index: Int) -> CaseForm.Case? {
    guard index > 0, document.tokens[index - 1].kind == .word else { return nil }
    switch document.text(document.tokens[index - 1].range).lowercased() {
    case "в", "во", "на", "о", "об", "при": return .locative
    case "из", "от", "до", "у", "около", "возле", "близ", "вблизи", "для", "из-под":
      return .genitive
    case "к", "ко", "по": return .dative
    case "с", "со", "под", "над", "между", "за", "перед": return .instrumental
    default: return nil
    }
  }

  // MARK: - Things

  /// A kind word with its adjectives: `Первой Государственной думе` → `Первая Государственная дума`. What stands behind
  /// the kind word is a genitive and stays.
  private mutating func russianThing(_ range: Range<Int>, _ kind: WordClasses) -> String {
    guard let head = range.first(where: { classes($0).contains(kind) }) else {
      return joined(range, [:])
    }
    let adjectives = (range.lowerBound..<head).filter {
      document.entry($0).map { RussianCases.agreement($0.key) != nil } ?? false
    }
    let form = nominative(head, after: adjectives.last)
    let base =
      document.entry(head).map { entry in form.map { $0.base(entry.key) } ?? entry.key } ?? []
    var replacements: [Int: String] = [:]
    if let form { replacements[head] = replaced(head, form) }
    if let last = base.last {
      for index in range.lowerBound..<head where document.tokens[index].kind == .word {
        guard let entry = document.entry(index),
          let adjective = RussianCases.adjective(entry.key, agreeingWith: last)
        else { continue }
        replacements[index] = replaced(index, adjective)
      }
    }
    return joined(range, replacements)
  }

  /// The ending of a kind word, by the adjective before it or by what the lexicons know.
  private mutating func nominative(_ index: Int, after adjective: Int?) -> CaseForm? {
    guard let entry = document.entry(index) else { return nil }
    if let adjective, let key = document.entry(adjective)?.key,
      let agreement = RussianCases.agreement(key)
    {
      if agreement.grammaticalCase == .nominative { return nil }
      let forms = RussianCases.nouns(entry.key, agreement)
      return forms.first { vocabulary.nominatives.contains(WordHash.hash($0.base(entry.key))) }
        ?? forms.first
    }
    if vocabulary.nominatives.contains(entry.hash) { return nil }
    let forms = readings(index).compactMap(\.form)
    if let known = forms.first(where: {
      vocabulary.nominatives.contains(WordHash.hash($0.base(entry.key)))
    }) {
      return known
    }
    return forms.first { form in
      form.strength == .strong
        && !vocabulary.classes(form.base(entry.key), .russian).isDisjoint(with: .kinds)
    }
  }
}
