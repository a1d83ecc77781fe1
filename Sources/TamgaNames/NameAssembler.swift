internal import TamgaText

/// Makes the friendly form of a name that was taken apart.
struct NameAssembler {
  private let name: [UInt8]
  private let bulk: BulkNameParser
  private let reading: NameReading

  init(_ name: Span<UInt8>, _ bulk: BulkNameParser) {
    self.name = name.indices.map { name[$0] }
    self.bulk = bulk
    self.reading = bulk.reading
  }

  func assemble(language: Language?) -> ParsedName {
    var parsed = ParsedName(
      name: text(0..<name.count), type: bulk.type, typeProbability: Double(bulk.typeProbability),
      tokens: tokens)
    parsed.gender = bulk.gender
    parsed.genderProbability = Double(bulk.genderProbability)
    parsed.language = language
    guard bulk.type == .person else { return parsed }
    parsed.given = parts(.given)
    parsed.family = parts(.family)
    parsed.initials = parts(.initial)
    parsed.titles = parts(.title)
    parsed.patronymic = patronymic
    return parsed
  }

  private var tokens: [ParsedToken] {
    (0..<reading.count).map { index in
      let role = reading.roles[index]
      let token = reading.tokens[index]
      return ParsedToken(
        text: text(bulk.bytes(index)), role: role.role,
        probability: Double(role.probability) * Double(bulk.typeProbability),
        reason: role.reason.rawValue,
        range: Int(token.scalar)..<Int(token.scalar) + token.letters.count)
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: name[range], as: UTF8.self) }

  /// The words of a role; the words of one title are one.
  private func parts(_ role: NameRole) -> [String] {
    var parts: [String] = []
    bulk.forEachPart(role) { range, joins in
      if joins, !parts.isEmpty {
        parts[parts.count - 1] += " " + text(range)
      } else {
        parts.append(text(range))
      }
    }
    return parts
  }

  private var patronymic: Patronymic? {
    var father = ByteBuffer(capacity: 64)
    guard let (word, marker, ending) = bulk.patronymic(name.span, father: &father) else {
      return nil
    }
    return Patronymic(
      form: [word, marker].compactMap { $0.map(text) }.joined(separator: " "),
      father: String(decoding: father.array, as: UTF8.self),
      marker: marker.map(text) ?? ending)
  }
}
