internal import ArgumentParser
internal import Tamga

/// `tamga normalize`: the cleaned display form of every name.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Clean names: letters, signs, spaces, capitals.",
    discussion: """
      A name a line becomes its cleaned form, in order. CSV and TSV get a column normalized, \
      JSON objects a field.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(name: .long, help: "Add the script, the language and a key that spellings share.")
  var keys = false

  @Flag(name: .long, help: "Add what was repaired.")
  var report = false

  @Flag(name: .long, help: "Decode HTML entities and percent escapes, which names may hold.")
  var decodeEntities = false

  func run() throws {
    var options = CleaningOptions(type: input.shape.type.type)
    options.decodesEntities = decodeEntities
    let isPlain = input.inputs.allSatisfy { input.shape.format(of: $0) == .lines }
    if isPlain, !keys, !report, !output.json {
      try NormalizeStream(paths: input.inputs, shape: input.shape, output: output)
        .run(options)
    } else {
      let (keys, report) = (keys, report)
      try RowStream(input, output).run {
        NormalizeWorker(options, addsKeys: keys, addsReport: report)
      }
    }
  }
}

/// Cleans names in any shape but plain lines.
private struct NormalizeWorker: NameWorker {
  let columns: [String]
  let isTabular: Bool
  private let addsKeys: Bool
  private let addsReport: Bool
  private let options: CleaningOptions
  private var cleaner: NameCleaner
  private var bulk: BulkNameCleaner
  private var keys = LooseKeyMaker()
  private let detector = LanguageDetector.shipped
  private var changed = 0

  init(_ options: CleaningOptions, addsKeys: Bool, addsReport: Bool) {
    columns =
      ["normalized"] + (addsKeys ? ["script", "language", "key"] : [])
      + (addsReport ? ["repairs"] : [])
    isTabular = addsKeys || addsReport
    self.addsKeys = addsKeys
    self.addsReport = addsReport
    self.options = options
    cleaner = NameCleaner(options)
    bulk = BulkNameCleaner(options)
  }

  var counts: [(label: String, count: Int)] { [("changed", changed)] }

  /// Where the names are Azerbaijani or Turkish, that is evidence for the capital I of those that do not say.
  mutating func survey(_ names: NameBatch) {
    var options = options
    options.language = options.language ?? detector.dotlessLanguage(ofColumn: names)
    cleaner = NameCleaner(options)
    bulk = BulkNameCleaner(options)
  }

  mutating func line(_ name: Span<UInt8>, into output: inout ByteBuffer) {
    for (index, cell) in cells(name).enumerated() {
      if index > 0 { output.append(0x09) }
      cell.write(tabSeparated: &output)
    }
  }

  mutating func cells(_ name: Span<UInt8>) -> [CellValue] {
    var buffer = ByteBuffer()
    if bulk.clean(name, into: &buffer) { changed += 1 }
    let bytes = buffer.array
    let clean = String(decoding: bytes, as: UTF8.self)
    var cells: [CellValue] = [.text(clean)]
    if addsKeys {
      let found = detector.detect(clean)
      cells += [
        .text(found.script.code), found.language.map { .text($0.rawValue) } ?? .none,
        .text(keys.key(of: bytes.span, language: found.language)),
      ]
    }
    if addsReport {
      var kinds: [String] = []
      for repair in cleaner.clean(String(decoding: copy(name), as: UTF8.self)).repairs
      where !kinds.contains(repair.kind.rawValue) {
        kinds.append(repair.kind.rawValue)
      }
      cells.append(.list(kinds))
    }
    return cells
  }

  private func copy(_ name: Span<UInt8>) -> [UInt8] { (0..<name.count).map { name[$0] } }

  mutating func object(_ name: Span<UInt8>, into json: inout JSONWriter) {
    let clean = cleaner.clean(String(decoding: copy(name), as: UTF8.self))
    if !clean.repairs.isEmpty { changed += 1 }
    json.beginObject()
    json.key("name")
    json.string(name)
    json.member("normalized", clean.text)
    if addsKeys {
      let found = detector.detect(clean.text)
      json.member("script", found.script.code)
      json.member("language", found.language?.rawValue)
      let bytes = Array(clean.text.utf8)
      json.member("key", keys.key(of: bytes.span, language: found.language))
    }
    json.key("repairs")
    json.beginArray()
    for repair in clean.repairs {
      json.beginObject()
      json.member("kind", repair.kind.rawValue)
      json.member("start", repair.range.lowerBound)
      json.member("end", repair.range.upperBound)
      json.member("from", repair.from)
      json.member("to", repair.to)
      json.endObject()
    }
    json.endArray()
    json.member("doubts", clean.doubts.map(\.rawValue).sorted())
    json.endObject()
  }
}
