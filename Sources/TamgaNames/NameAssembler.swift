internal import TamgaText

/// Makes the friendly form of a name that was taken apart.
struct NameAssembler {
  private let name: String
  private let scalars: [Unicode.Scalar]
  private let bulk: BulkNameParser
  private let reading: NameReading
  private let analyzer: TokenAnalyzer

  init(name: String, _ bulk: BulkNameParser, _ analyzer: TokenAnalyzer) {
    self.name = name
    self.scalars = Array(name.unicodeScalars)
    self.bulk = bulk
    self.reading = bulk.reading
    self.analyzer = analyzer
  }

  func assemble(language: Language?) -> ParsedName {
    var parsed = ParsedName(
      name: name, type: bulk.type, typeProbability: Double(bulk.typeProbability), tokens: tokens)
    parsed.gender = bulk.gender
    parsed.genderProbability = Double(bulk.genderProbability)
    parsed.language = language
    guard bulk.type == .person else { return parsed }
    parsed.given = words(.given)
    parsed.family = families
    parsed.initials = words(.initial)
    parsed.titles = titles
    parsed.patronymic = patronymic
    return parsed
  }

  private var tokens: [ParsedToken] {
    (0..<reading.count).map { index in
      let role = reading.roles[index]
      return ParsedToken(
        text: text(index), role: role.role,
        probability: Double(role.probability) * Double(bulk.typeProbability),
        reason: role.reason.rawValue, range: range(index))
    }
  }

  private func range(_ index: Int) -> Range<Int> {
    let token = reading.tokens[index]
    return Int(token.scalar)..<Int(token.scalar) + token.letters.count
  }

  private func text(_ index: Int) -> String { text(range(index)) }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func words(_ role: NameRole) -> [String] {
    (0..<reading.count).filter { reading.roles[$0].role == role }.map(text)
  }

  /// Family names, each with the particles before it.
  private var families: [String] { words(.family) }

  /// Titles; the words of one expression are one title.
  private var titles: [String] {
    var titles: [String] = []
    var group = -1
    for index in 0..<reading.count where reading.roles[index].role == .title {
      if reading.groups[index] == group, !titles.isEmpty {
        titles[titles.count - 1] += " " + text(index)
      } else {
        titles.append(text(index))
      }
      group = reading.groups[index]
    }
    return titles
  }

  private var patronymic: Patronymic? {
    guard let index = (0..<reading.count).first(where: { reading.roles[$0].role == .patronymic })
    else { return nil }
    if index + 1 < reading.count, reading.roles[index + 1].role == .marker {
      return Patronymic(
        form: text(index) + " " + text(index + 1), father: text(index), marker: text(index + 1))
    }
    let facts = reading.facts[index]
    guard let father = analyzer.father(facts), let marker = analyzer.marker(facts) else {
      return nil
    }
    let start = range(index).lowerBound
    var base = text(start..<start + father.stem)
    let tail = father.tail.compactMap { Unicode.Scalar($0).map(String.init) }.joined()
    if father.stem == 0, let first = tail.first {
      base = first.uppercased() + tail.dropFirst()
    } else {
      base += tail
    }
    return Patronymic(form: text(index), father: base, marker: marker)
  }
}
