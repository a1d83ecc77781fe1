internal import ArgumentParser
internal import Tamga

/// `tamga parse`: what each word of a name is.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Take names apart: given, family, father’s name, initials, titles, gender.",
    discussion: """
      Every name becomes an object of JSON Lines: name, type, given, family, patronymic (form, \
      father, marker), initials, titles, gender, language. CSV and TSV get columns of those names. \
      With --json every word comes with its role, how likely that is and why.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var lexicon: LexiconOptions

  func run() throws {
    try lexicon.install()
    let type = input.shape.type.type
    try RowStream(input, output).run { ParseWorker(type: type) }
  }
}

/// Takes names apart.
private struct ParseWorker: NameWorker {
  let columns = [
    "type", "given", "family", "patronymic", "initials", "titles", "gender", "language",
  ]
  let isTabular = false
  private let type: NameType?
  private var cleaner: BulkNameCleaner
  private var parser = BulkNameParser()
  private var languages = LanguageDetector.shipped.bulk()
  private var persons = 0

  init(type: NameType?) {
    self.type = type
    cleaner = BulkNameCleaner(CleaningOptions(type: type))
  }

  var counts: [(label: String, count: Int)] { [("persons", persons)] }

  private mutating func parse(_ name: Span<UInt8>) -> ParsedName {
    var clean = ByteBuffer(capacity: 128)
    _ = cleaner.clean(name, into: &clean)
    return clean.withSpan { clean in
      parser.parse(clean, original: name, type: type)
      if parser.type == .person { persons += 1 }
      return parser.assembled(clean, language: languages.language(clean))
    }
  }

  /// The object of a line, written from the bytes: a million names need no `String`.
  mutating func line(_ name: Span<UInt8>, into output: inout ByteBuffer) {
    if cleaner.leavesAlone(name) {
      parser.parse(name, type: type)
      // Before `write` holds the worker: tables that are held are copied when they are written.
      let language = languages.language(name)
      write(name, cleaned: name, language, into: &output)
    } else {
      var clean = ByteBuffer(capacity: 128)
      _ = cleaner.clean(name, into: &clean)
      clean.withSpan { clean in
        parser.parse(clean, original: name, type: type)
        let language = languages.language(clean)
        write(name, cleaned: clean, language, into: &output)
      }
    }
    if parser.type == .person { persons += 1 }
  }

  private func write(
    _ name: Span<UInt8>, cleaned: Span<UInt8>, _ language: Language?,
    into output: inout ByteBuffer
  ) {
    output.append(literal: "{\"name\":")
    output.append(quoted: name)
    output.append(literal: ",\"type\":\"")
    output.append(parser.type.rawValue)
    output.append(literal: "\",\"given\":")
    writeParts(.given, cleaned, into: &output)
    output.append(literal: ",\"family\":")
    writeParts(.family, cleaned, into: &output)
    output.append(literal: ",\"patronymic\":")
    writePatronymic(cleaned, into: &output)
    output.append(literal: ",\"initials\":")
    writeParts(.initial, cleaned, into: &output)
    output.append(literal: ",\"titles\":")
    writeTitles(cleaned, into: &output)
    output.append(literal: ",\"gender\":")
    switch parser.gender {
    case .male: output.append(literal: "\"male\"")
    case .female: output.append(literal: "\"female\"")
    case nil: output.append(literal: "null")
    }
    output.append(literal: ",\"language\":")
    if let language {
      output.append(literal: "\"")
      output.append(language.rawValue)
      output.append(literal: "\"")
    } else {
      output.append(literal: "null")
    }
    output.append(literal: "}")
  }

  /// Writes an array of the words of a role.
  private func writeParts(
    _ role: NameRole, _ clean: Span<UInt8>, into output: inout ByteBuffer
  ) {
    output.append(literal: "[")
    if parser.type == .person {
      var isFirst = true
      parser.forEachPart(role) { range, _ in
        if !isFirst { output.append(literal: ",") }
        isFirst = false
        output.append(quoted: clean.extracting(range))
      }
    }
    output.append(literal: "]")
  }

  /// Writes an array of titles; the words of one title are one text.
  private func writeTitles(_ clean: Span<UInt8>, into output: inout ByteBuffer) {
    guard parser.type == .person, parser.roles.contains(where: { $0.role == .title }) else {
      return output.append(literal: "[]")
    }
    var title = ByteBuffer(capacity: 64)
    output.append(literal: "[")
    parser.forEachPart(.title) { range, joins in
      if title.count > 0, !joins {
        title.withSpan { output.append(quoted: $0) }
        output.append(literal: ",")
        title.truncate()
      } else if joins {
        title.append(UInt8(ascii: " "))
      }
      title.append(clean, range)
    }
    title.withSpan { output.append(quoted: $0) }
    output.append(literal: "]")
  }

  private func writePatronymic(_ clean: Span<UInt8>, into output: inout ByteBuffer) {
    guard parser.hasPatronymic else { return output.append(literal: "null") }
    var father = ByteBuffer(capacity: 64)
    guard let (word, marker, ending) = parser.patronymic(clean, father: &father) else {
      return output.append(literal: "null")
    }
    output.append(literal: "{\"form\":")
    if let marker {
      var whole = ByteBuffer(capacity: 64)
      whole.append(clean, word)
      whole.append(UInt8(ascii: " "))
      whole.append(clean, marker)
      whole.withSpan { output.append(quoted: $0) }
    } else {
      output.append(quoted: clean.extracting(word))
    }
    output.append(literal: ",\"father\":")
    father.withSpan { output.append(quoted: $0) }
    output.append(literal: ",\"marker\":")
    if let marker {
      output.append(quoted: clean.extracting(marker))
    } else {
      let ending = Array(ending.utf8)
      output.append(quoted: ending.span)
    }
    output.append(literal: "}")
  }

  mutating func object(_ name: Span<UInt8>, into json: inout JSONWriter) {
    let parsed = parse(name)
    write(parsed, name, into: &json)
  }

  mutating func cells(_ name: Span<UInt8>) -> [CellValue] {
    let parsed = parse(name)
    return [
      .text(parsed.type.rawValue), .list(parsed.given), .list(parsed.family),
      parsed.patronymic.map { .fields(Self.fields($0)) } ?? .none, .list(parsed.initials),
      .list(parsed.titles), parsed.gender.map { .text($0.rawValue) } ?? .none,
      parsed.language.map { .text($0.rawValue) } ?? .none,
    ]
  }

  private static func fields(_ patronymic: Patronymic) -> [CellValue.Field] {
    [
      CellValue.Field(name: "form", value: patronymic.form),
      CellValue.Field(name: "father", value: patronymic.father),
      CellValue.Field(name: "marker", value: patronymic.marker),
    ]
  }

  private func write(
    _ parsed: ParsedName, _ name: Span<UInt8>, into json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("name")
    json.string(name)
    json.member("type", parsed.type.rawValue)
    json.member("given", parsed.given)
    json.member("family", parsed.family)
    json.key("patronymic")
    if let patronymic = parsed.patronymic {
      CellValue.fields(Self.fields(patronymic)).write(json: &json)
    } else {
      json.null()
    }
    json.member("initials", parsed.initials)
    json.member("titles", parsed.titles)
    json.member("gender", parsed.gender?.rawValue)
    json.member("language", parsed.language?.rawValue)
    writeDetail(parsed, into: &json)
    json.endObject()
  }

  private func writeDetail(_ parsed: ParsedName, into json: inout JSONWriter) {
    json.member("normalized", parsed.name)
    json.member("type_probability", parsed.typeProbability, decimals: 4)
    json.member("gender_probability", parsed.genderProbability, decimals: 4)
    json.key("tokens")
    json.beginArray()
    for token in parsed.tokens {
      json.beginObject()
      json.member("text", token.text)
      json.member("start", token.range.lowerBound)
      json.member("end", token.range.upperBound)
      json.member("role", token.role.rawValue)
      json.member("probability", token.probability, decimals: 4)
      json.member("reason", token.reason)
      json.endObject()
    }
    json.endArray()
  }
}
