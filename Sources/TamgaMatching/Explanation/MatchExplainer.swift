internal import TamgaText

/// Puts evidence into words.
struct MatchExplainer {
  private let first: NameCollection.Shown
  private let second: NameCollection.Shown
  private let a: PreparedName
  private let b: PreparedName
  private let table: TokenTable
  private var spellings: SpellingExplainer

  init(
    first: NameCollection.Shown, second: NameCollection.Shown, _ a: PreparedName,
    _ b: PreparedName, _ table: TokenTable
  ) {
    self.first = first
    self.second = second
    self.a = a
    self.b = b
    self.table = table
    spellings = SpellingExplainer(names: [first.text, second.text])
  }

  /// The evidence in words, in the order of the first name.
  ///
  /// - Parameter spelled: whether differences of spelling are looked into.
  mutating func parts(_ evidence: [PartEvidence], spelled: Bool) -> [MatchedPart] {
    let sorted = evidence.enumerated().sorted { x, y in
      let (i, j) = (x.element.first.first ?? 99, y.element.first.first ?? 99)
      return i == j ? x.offset < y.offset : i < j
    }
    var parts: [MatchedPart] = []
    for (_, evidence) in sorted {
      var part = part(evidence)
      if spelled, evidence.bits > 0 { spell(evidence, &part) }
      parts.append(part)
    }
    return parts
  }

  /// Adds the differences of spelling, and the schemes they come from.
  private mutating func spell(_ evidence: PartEvidence, _ part: inout MatchedPart) {
    switch evidence.level {
    case .spelling, .compound, .kinship, .genderTwin: break
    default: return
    }
    if evidence.level == .kinship || evidence.level == .genderTwin,
      let (stems, endings) = endings(evidence, part)
    {
      part.differences = spellings.differences(stems.0, stems.1)
      part.differences.append(
        SpellingDifference(
          first: endings.0, second: endings.1, rule: "names/surname-endings", bits: 0))
      return
    }
    part.differences = spellings.differences(part.first, part.second)
    guard evidence.level == .spelling else { return }
    let schemes = spellings.schemes(part.first, part.second)
    guard !schemes.isEmpty else { return }
    part.rule = schemes.joined(separator: " ")
    let chain = schemes.joined(separator: ", then ")
    part.cause = "spellings of one name by \(chain)" + frequency(evidence)
  }

  /// What a contradiction takes off that settles the matter.
  func settled(_ bits: Double) -> MatchedPart {
    MatchedPart(
      first: "", second: "", level: .settled, bits: bits,
      cause: "one contradiction settles it: namesakes share the rest", rule: "")
  }

  /// Evidence that is not of parts of the names.
  func part(
    _ level: PartEvidence.Level, _ first: String, _ second: String, _ bits: Double
  ) -> MatchedPart {
    let isAgreement = bits > 0
    let cause =
      switch level {
      case .birthDate: isAgreement ? "the same birth date" : "different birth dates"
      case .gender: "one is a man, the other a woman"
      case .country: isAgreement ? "the same country" : "different countries"
      default: isAgreement ? "the same identifier" : "different identifiers"
      }
    return MatchedPart(
      first: first, second: second, level: level, bits: bits, cause: cause, rule: "")
  }

  private func part(_ evidence: PartEvidence) -> MatchedPart {
    MatchedPart(
      first: text(evidence.first, a, first), second: text(evidence.second, b, second),
      level: evidence.level, bits: evidence.bits, cause: cause(evidence), rule: rule(evidence))
  }

  private func text(
    _ range: Range<Int>, _ name: PreparedName, _ shown: NameCollection.Shown
  ) -> String {
    var words: [String] = []
    var last: UInt8?
    for index in range {
      let part = name.parts[index]
      guard part.word != last, shown.words.indices.contains(Int(part.word)) else { continue }
      last = part.word
      words.append(shown.words[Int(part.word)])
    }
    return words.joined(separator: " ")
  }

  private func cause(_ evidence: PartEvidence) -> String {
    let i = evidence.first.first
    let j = evidence.second.first
    if let i, let j, evidence.bits > 0, a.parts[i].role == .patronymic,
      b.parts[j].role == .patronymic
    {
      let fathers = [a.parts[i].token, b.parts[j].token].map { Self.titled(table.text(Int($0))) }
      return "one father: \(fathers[0]) = \(fathers[1])" + frequency(evidence)
    }
    if evidence.level == .linked, i.map({ a.parts[$0].concept >= 0 }) == true,
      evidence.first.count == 1, a.type != .person
    {
      return "one word in two languages"
    }
    switch evidence.level {
    case .exact: return "written alike" + frequency(evidence)
    case .spelling: return "spellings of one name" + frequency(evidence)
    case .linked: return "known as forms of one name" + frequency(evidence)
    case .diminutive: return "a short form and its full name" + frequency(evidence)
    case .initial: return "the initial fits"
    case .compound: return "two words here, one there" + frequency(evidence)
    case .kinship: return "surname kinship: one stem, endings of two traditions"
    case .genderTwin: return "the man’s and the woman’s form of one family name"
    case .contradiction:
      let roles = (i.map { a.parts[$0].role }, j.map { b.parts[$0].role })
      switch roles {
      case (.patronymic, .patronymic): return "different fathers"
      case (.given, .given): return "different given names"
      case (.family, .family): return "different family names"
      default: return "different words"
      }
    case .initialContradiction: return "the initial does not fit"
    case .omission: return "left out in one of the names"
    case .qualifier: return "what stands in brackets tells namesakes apart"
    case .sameKind: return "the same kind of thing"
    case .differentKind: return "different kinds of things"
    case .gender: return "one form is a man’s, the other a woman’s"
    case .relatives: return "relatives share family names and patronymics"
    case .bareName: return "a bare name says little"
    case .settled: return "one contradiction settles it"
    case .exchanged: return "of one in the other, and the other way round"
    case .wholeName: return "nothing is left over in either name"
    case .number: return evidence.bits > 0 ? "the same numbers" : "different numbers"
    case .birthDate:
      return evidence.bits > 0 ? "the same year of birth" : "different years of birth"
    case .country, .identifier: return ""
    }
  }

  /// How many bear the commoner of two agreeing tokens.
  private func frequency(_ evidence: PartEvidence) -> String {
    guard let i = evidence.first.first, let j = evidence.second.first, evidence.bits > 0 else {
      return ""
    }
    let rarity = min(
      table.entries[Int(a.parts[i].token)].rarity, table.entries[Int(b.parts[j].token)].rarity)
    let every = Int(Logarithm.power2(Double(rarity)).rounded())
    guard a.type == .person, every > 1 else { return "" }
    return ", borne by about one in \(Self.grouped(every))"
  }

  /// The stems of two family names and their endings, with a hyphen before them; `-` alone where there is none.
  private func endings(
    _ evidence: PartEvidence, _ part: MatchedPart
  ) -> (stems: (String, String), endings: (String, String))? {
    guard let i = evidence.first.first, let j = evidence.second.first else { return nil }
    func parted(_ text: String, _ own: NamePart) -> (String, String) {
      let length = own.other >= 0 ? table.scalars(own.other).count : text.count
      let isWhole = own.role == .patronymic || length >= text.count
      let count = isWhole ? min(text.count, table.scalars(own.token).count) : length
      return (String(text.prefix(count)), "-" + text.dropFirst(count))
    }
    let (x, y) = (parted(part.first, a.parts[i]), parted(part.second, b.parts[j]))
    return ((x.0, y.0), (x.1, y.1))
  }

  private static func titled(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func grouped(_ number: Int) -> String {
    var rest = number
    var size = 1
    while rest >= 100 {
      rest /= 10
      size *= 10
    }
    let rounded = String(rest * size)
    var result = ""
    for (index, digit) in rounded.enumerated() {
      if index > 0, (rounded.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }

  /// The table that has the concept of a part.
  private func concept(_ index: Int?) -> String? {
    guard let index, a.type != .person, a.parts[index].concept >= 0 else { return nil }
    return switch Concepts.shipped.concepts[Int(a.parts[index].concept)].kind {
    case .placeKind: "places/kinds"
    case .workKind: "works/kinds"
    case .titleWord: "works/words"
    case .legalForm: "organizations/legal-forms"
    default: "organizations/words"
    }
  }

  private func rule(_ evidence: PartEvidence) -> String {
    switch evidence.level {
    case .linked, .sameKind, .differentKind:
      if evidence.first.count == 1, let table = concept(evidence.first.first) { return table }
    default: break
    }
    return switch evidence.level {
    case .linked where evidence.first.count == a.parts.count && !a.known.isEmpty:
      a.type == .place ? "places/places" : a.type == .work ? "works/titles" : "names/known-people"
    case .linked: "models/name-concepts"
    case .diminutive: "models/name-concepts"
    case .kinship, .genderTwin: "names/surname-endings"
    case .spelling, .compound, .contradiction: "models/pair-costs"
    case .sameKind, .differentKind, .exchanged: "organizations/words"
    default: ""
    }
  }

  /// The verdict in one sentence.
  func sentence(_ decision: MatchJudge.Decision, _ parts: [MatchedPart]) -> String {
    let agreeing = parts.filter { $0.bits > 0 && !$0.first.isEmpty && !$0.second.isEmpty }
      .map { $0.first == $0.second ? $0.first : "\($0.first) = \($0.second)" }
    let list = agreeing.joined(separator: ", ")
    switch decision.verdict {
    case .same: return "The same name: \(list); \(decision.reason.words)."
    case .ask:
      let head = "These may be one name"
      return list.isEmpty
        ? "\(head), but \(decision.reason.words)."
        : "\(head) (\(list)), but \(decision.reason.words)."
    case .different:
      let against = parts.filter { $0.bits < -1 && !$0.first.isEmpty && !$0.second.isEmpty }
        .min { $0.bits < $1.bits }
      let worst = against.map { ": \($0.first) is not \($0.second)" } ?? ""
      return "Two names\(worst); \(decision.reason.words)."
    }
  }
}
