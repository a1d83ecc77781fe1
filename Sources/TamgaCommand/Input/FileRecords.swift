internal import Tamga

/// The rows of one input, block by block, so that its size does not matter.
struct FileRecords {
  /// The size of a block: large enough to keep both cores busy, small enough to keep memory low.
  private static let blockSize = 4 << 20

  var file: String { source.file }
  let format: InputFormat
  /// The input's header as it stands; nil where the format has none.
  private(set) var header: [UInt8]?
  /// How many bytes were read.
  var position: Int { source.position }
  /// What was assumed of the encoding, in a sentence.
  var note: String? { source.note }

  private var source: TextSource
  private let wanted: [String?]
  private var parser: any RecordParser
  private var pending: [UInt8] = []
  private var line = 1
  private var isAtEnd = false
  private var isAtStart = true

  /// - Parameters:
  ///   - wanted: the columns to read; nil for the one that holds the name.
  ///   - encoding: what the text is encoded in.
  init(
    _ path: String, format: InputFormat, wanted: [String?], encoding: EncodingOption
  ) throws(CommandError) {
    source = try TextSource(path, encoding)
    self.format = format
    self.wanted = wanted
    parser =
      switch format {
      case .lines: LineParser()
      case .csv: CSVParser()
      case .tsv: TSVParser()
      case .jsonl: JSONLinesParser(wanted)
      }
  }

  /// The next rows; nil at the end.
  mutating func next() throws -> RecordBatch? {
    var size = Self.blockSize
    while !isAtEnd || !pending.isEmpty {
      if !isAtEnd { try read(size) }
      if isAtStart { try start() }
      var batch = RecordBatch(file: file, format: format, bytes: [], columns: wanted.count)
      let used = parser.parse(pending, isLast: isAtEnd, line: &line, into: &batch)
      if used == 0, !isAtEnd {
        // One row is longer than a block.
        size *= 2
        continue
      }
      let invalid = source.takeInvalidLines()
      batch.complaints += invalid.lines.map { .init(line: $0, sentence: invalid.sentence) }
      if used == pending.count {
        batch.bytes = pending
        pending = []
      } else {
        batch.bytes = Array(pending[..<used])
        pending.removeSubrange(..<used)
      }
      if batch.rows.isEmpty, batch.complaints.isEmpty {
        if isAtEnd, pending.isEmpty { return nil }
        continue
      }
      return batch
    }
    return nil
  }

  private mutating func read(_ size: Int) throws(CommandError) {
    isAtEnd = try source.read(size, into: &pending)
  }

  /// Takes the header away.
  private mutating func start() throws(CommandError) {
    isAtStart = false
    guard format == .csv || format == .tsv else { return }
    while true {
      var batch = RecordBatch(file: file, format: format, bytes: [], columns: 0)
      var number = line
      let end = parser.readHeader(pending, isLast: isAtEnd, line: &number, into: &batch)
      guard let end else {
        if isAtEnd { return }
        try read(Self.blockSize)
        continue
      }
      line = number
      header = Array(pending[batch.rows[0].raw])
      pending.removeSubrange(..<end)
      try parser.choose(wanted, file: file)
      return
    }
  }
}
