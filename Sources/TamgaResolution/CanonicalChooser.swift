internal import TamgaText

/// Chooses the names to call an entity by from the spellings that were given.
struct CanonicalChooser {
  /// A spelling that may be chosen.
  struct Candidate {
    /// The cleaned name.
    let name: String
    let language: Language?
    /// How often it was given.
    let count: Int
    /// How complete and clean it is.
    let quality: Float
    /// The probability that it belongs to the entity.
    let score: Float

    /// What it is worth as a display form: twice as frequent is half a point, a part of the name two.
    var worth: Float {
      var worth = quality + score
      var count = count
      while count > 1 {
        worth += 0.5
        count /= 2
      }
      return worth
    }
  }

  /// The languages an entity has a form in, in the order they are preferred for the canonical one.
  static let languages: [Language] = [.azLatn, .kkCyrl, .ru, .en, .azCyrl, .kkLatn]
  /// How many aliases stand for all.
  static let mostAliases = 8

  /// The canonical name with its language: the best one of the language that has most of the names.
  func canonical(_ candidates: [Candidate]) -> (name: String, language: Language?) {
    var counts: [Language: Int] = [:]
    for candidate in candidates {
      if let language = candidate.language { counts[language, default: 0] += candidate.count }
    }
    var language: Language?
    for candidate in Self.languages where counts[candidate] != nil {
      if language == nil || (counts[candidate] ?? 0) > (counts[language ?? candidate] ?? 0) {
        language = candidate
      }
    }
    let best = best(candidates.filter { language == nil || $0.language == language })
    // A worse name of the leading language gives way to a complete one of another.
    if let overall = self.best(candidates), overall.worth > (best?.worth ?? -100) + 1.5 {
      return (overall.name, overall.language)
    }
    return (best?.name ?? "", best?.language)
  }

  /// The best name of every language that has one, and whether it is as complete as the canonical one.
  func attested(_ candidates: [Candidate]) -> [Language: (name: String, isComplete: Bool)] {
    var byLanguage: [Language: [Candidate]] = [:]
    var most: Float = -100
    for candidate in candidates {
      most = max(most, candidate.quality)
      if let language = candidate.language { byLanguage[language, default: []].append(candidate) }
    }
    return byLanguage.compactMapValues { own in
      best(own).map { ($0.name, $0.quality > most - 1.5) }
    }
  }

  /// A few names that stand for all: the best of each language, then the most frequent of the rest.
  func aliases(_ candidates: [Candidate], canonical: String) -> [String] {
    var aliases: [String] = []
    func add(_ name: String) {
      if name != canonical, !aliases.contains(name) { aliases.append(name) }
    }
    let attested = attested(candidates)
    for language in attested.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      if let best = attested[language] { add(best.name) }
    }
    for candidate in candidates.sorted(by: Self.isMoreFrequent) { add(candidate.name) }
    return Array(aliases.prefix(Self.mostAliases))
  }

  private func best(_ candidates: [Candidate]) -> Candidate? {
    candidates.min { a, b in
      a.worth != b.worth ? a.worth > b.worth : Self.precedes(a.name, b.name)
    }
  }

  private static func isMoreFrequent(_ a: Candidate, _ b: Candidate) -> Bool {
    a.count != b.count ? a.count > b.count : precedes(a.name, b.name)
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
