internal import ArgumentParser
internal import Tamga

/// Further columns that tell names apart; each is used only where it is named.
struct EvidenceOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The column with birth dates or years.", valueName: "column"))
  var birthDate: String?

  @Option(name: .long, help: ArgumentHelp("The column with genders.", valueName: "column"))
  var gender: String?

  @Option(name: .long, help: ArgumentHelp("The column with countries.", valueName: "column"))
  var country: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The column with identifiers: rows of one are one entity, rows of two are two.",
      valueName: "column"))
  var id: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The column that says where a row is from.", valueName: "column"))
  var source: String?

  @Option(
    name: .long, help: ArgumentHelp("The column with the names' languages.", valueName: "column"))
  var language: String?

  /// The columns that were named, in a fixed order.
  var columns: [String] {
    [birthDate, gender, country, id, source, language].compactMap { $0 }
  }
}

/// Reads all rows of the inputs into a table of names.
struct NameTableReader {
  private let shape: InputShape
  private let evidence: EvidenceOptions

  init(_ shape: InputShape, _ evidence: EvidenceOptions) {
    self.shape = shape
    self.evidence = evidence
  }

  /// Adds the rows of a file to a table.
  func read(_ path: String, into table: inout NameTable, _ report: RowReport) throws {
    var source = try RecordSource([path], shape, columns: evidence.columns)
    while let batch = try source.next() {
      report.add(batch)
      add(batch, to: &table)
    }
  }

  /// Adds the rows of a batch to a table.
  func add(_ batch: RecordBatch, to table: inout NameTable) {
    for row in batch.rows.indices {
      batch.withName(row) { table.names.append($0) }
      add(batch, row, to: &table)
    }
  }

  private func add(_ batch: RecordBatch, _ row: Int, to table: inout NameTable) {
    if let type = shape.type.type { table.types.append(type) }
    guard !evidence.columns.isEmpty else { return }
    var column = 0
    func next(_ wanted: String?) -> String? {
      guard wanted != nil else { return nil }
      column += 1
      return batch.text(column, row)
    }
    if let text = next(evidence.birthDate) { table.birthDates.append(text) }
    if let text = next(evidence.gender) { table.genders.append(Self.gender(text)) }
    if let text = next(evidence.country) { table.countries.append(text) }
    if let text = next(evidence.id) { table.identifiers.append(text) }
    if let text = next(evidence.source) { table.sources.append(text) }
    if let text = next(evidence.language) { table.languages.append(Language(tag: text)) }
  }

  private static func gender(_ text: String) -> Gender? {
    switch text.lowercased() {
    case "m", "male", "1", "м", "муж", "мужской", "kişi", "ер", "ер адам": .male
    case "f", "female", "2", "ж", "жен", "женский", "qadın", "әйел", "k": .female
    default: nil
    }
  }
}
