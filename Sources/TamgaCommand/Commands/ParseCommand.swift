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
    var clean = ByteBuffer(capacity: 128)
    _ = cleaner.clean(name, into: &clean)
    var json = JSONWriter()
    clean.withSpan { clean in
      parser.parse(clean, original: name, type: type)
      let language = languages.language(clean)
      json.beginObject()
      json.key("name")
      json.string(name)
      json.member("type", parser.type.rawValue)
      writeParts("given", .given, clean, into: &json)
      writeParts("family", .family, clean, into: &json)
      writePatronymic(clean, into: &json)
      writeParts("initials", .initial, clean, into: &json)
      writeParts("titles", .title, clean, into: &json)
      json.member("gender", parser.gender?.rawValue)
      json.member("language", language?.rawValue)
      json.endObject()
    }
    if parser.type == .person { persons += 1 }
    json.bytes.withSpan { output.append($0) }
  }

  /// Writes an array of the words of a role; the words of one title are one text.
  private func writeParts(
    _ key: String, _ role: NameRole, _ clean: Span<UInt8>, into json: inout JSONWriter
  ) {
    json.key(key)
    json.beginArray()
    if parser.type == .person {
      var title = ByteBuffer(capacity: 64)
      parser.forEachPart(role) { range, joins in
        guard role == .title else { return json.string(clean.extracting(range)) }
        if title.count > 0, !joins {
          title.withSpan { json.string($0) }
          title.truncate()
        } else if joins {
          title.append(UInt8(ascii: " "))
        }
        title.append(clean, range)
      }
      if title.count > 0 { title.withSpan { json.string($0) } }
    }
    json.endArray()
  }

  private func writePatronymic(_ clean: Span<UInt8>, into json: inout JSONWriter) {
    json.key("patronymic")
    var father = ByteBuffer(capacity: 64)
    guard let (form, marker) = parser.patronymic(clean, father: &father) else {
      return json.null()
    }
    json.beginObject()
    json.key("form")
    var whole = ByteBuffer(capacity: 64)
    for range in form {
      if whole.count > 0 { whole.append(UInt8(ascii: " ")) }
      whole.append(clean, range)
    }
    whole.withSpan { json.string($0) }
    json.key("father")
    father.withSpan { json.string($0) }
    json.key("marker")
    if let marker {
      json.string(marker)
    } else if let last = form.last {
      json.string(clean.extracting(last))
    }
    json.endObject()
  }

  mutating func object(_ name: Span<UInt8>, into json: inout JSONWriter) {
    write(parse(name), name, into: &json)
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
