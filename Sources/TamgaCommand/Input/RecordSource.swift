internal import Tamga

/// The rows of all inputs, one after the other.
struct RecordSource {
  private let paths: [String]
  private let shape: InputShape
  private let wanted: [String?]
  private var current: FileRecords?
  private var nextPath = 0
  private var done = 0
  private var notes: [String] = []
  private var lastNote: String?
  /// The header of the first input, and whether it ends its lines as Windows does.
  private(set) var header: [UInt8]?
  /// The format of the first input, which is that of the output.
  let format: InputFormat
  /// How many bytes all inputs have; nil where one is a pipe.
  let total: Int?

  /// - Parameter columns: further columns to read beside the name.
  /// - Throws: `CommandError` when an input is not there: before any work is done.
  init(
    _ paths: [String], _ shape: InputShape, names: [String?]? = nil, columns: [String] = []
  ) throws(CommandError) {
    self.paths = paths
    self.shape = shape
    wanted = (names ?? [shape.column]) + columns.map { $0 }
    format = shape.format(of: paths.first ?? "-")
    var total: Int? = 0
    for path in paths where path != "-" {
      guard shape.format(of: path) == format else {
        throw .usage(
          "\(path) is \(shape.format(of: path).rawValue), \(paths[0]) is \(format.rawValue): "
            + "name inputs of one format, or the format with --format.")
      }
      let size = try Descriptor.reading(path).size
      total = total.flatMap { sum in size.map { sum + $0 } }
    }
    self.total = paths.contains("-") ? nil : total
    // The header is known before the first row, so that output can begin with it.
    try openNext()
  }

  /// How many bytes were read.
  var position: Int { done + (current?.position ?? 0) }

  /// The next rows; nil at the end.
  mutating func next() throws -> RecordBatch? {
    while current != nil {
      if let batch = try current?.next() {
        takeNote()
        try adoptHeader()
        return batch
      }
      try adoptHeader()
      done += current?.position ?? 0
      try openNext()
    }
    return nil
  }

  /// What was assumed of the inputs’ encodings, since this was asked last.
  mutating func takeNotes() -> [String] {
    defer { notes = [] }
    return notes
  }

  private mutating func takeNote() {
    guard let note = current?.note, note != lastNote else { return }
    lastNote = note
    notes.append(note)
  }

  private mutating func openNext() throws(CommandError) {
    guard nextPath < paths.count else {
      current = nil
      return
    }
    current = try FileRecords(
      paths[nextPath], format: format, wanted: wanted, encoding: shape.decoding.encoding)
    nextPath += 1
  }

  private mutating func adoptHeader() throws(CommandError) {
    guard let found = current?.header else { return }
    if header == nil { header = found }
    guard header == found else {
      throw .usage("\(current?.file ?? "") has other columns than \(paths[0]).")
    }
  }
}
