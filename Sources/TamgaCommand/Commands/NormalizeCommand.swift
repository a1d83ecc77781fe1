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

  func run() throws {
    let type = input.shape.type.type
    try RowStream(input, output).run { NormalizeWorker(type: type) }
  }
}

/// Cleans names.
private struct NormalizeWorker: NameWorker {
  let columns = ["normalized"]
  let isTabular = false
  private var cleaner: BulkNameCleaner
  private let friendly: NameCleaner
  private var changed = 0

  init(type: NameType?) {
    let options = CleaningOptions(type: type)
    cleaner = BulkNameCleaner(options)
    friendly = NameCleaner(options)
  }

  var counts: [(label: String, count: Int)] { [("changed", changed)] }

  mutating func line(_ name: Span<UInt8>, into output: inout ByteBuffer) {
    if cleaner.clean(name, into: &output) { changed += 1 }
  }

  mutating func cells(_ name: Span<UInt8>) -> [CellValue] {
    var clean = ByteBuffer()
    line(name, into: &clean)
    return [.text(String(decoding: clean.array, as: UTF8.self))]
  }

  mutating func object(_ name: Span<UInt8>, into json: inout JSONWriter) {
    let text = String(decoding: (0..<name.count).map { name[$0] }, as: UTF8.self)
    let clean = friendly.clean(text)
    json.beginObject()
    json.key("name")
    json.string(name)
    json.member("normalized", clean.text)
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
