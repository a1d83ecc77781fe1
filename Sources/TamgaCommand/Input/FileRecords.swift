internal import Tamga

/// The rows of one input, block by block, so that its size does not matter.
struct FileRecords {
  /// The size of a block: large enough to keep both cores busy, small enough to keep memory low.
  private static let blockSize = 4 << 20

  let file: String
  let format: InputFormat
  /// The input's header as it stands; nil where the format has none.
  private(set) var header: [UInt8]?
  /// How many bytes were read.
  private(set) var position = 0
  /// How many bytes the input has; nil for a pipe.
  var size: Int? { descriptor.size }

  private let descriptor: Descriptor
  private let wanted: [String?]
  private var parser: any RecordParser
  private var pending: [UInt8] = []
  private var line = 1
  private var isAtEnd = false
  private var isAtStart = true

  /// - Parameters:
  ///   - wanted: the columns to read; nil for the one that holds the name.
  init(_ path: String, format: InputFormat, wanted: [String?]) throws(CommandError) {
    descriptor = path == "-" ? .standardInput : try .reading(path)
    file = descriptor.name
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
    let start = pending.count
    pending.append(contentsOf: repeatElement(0, count: size))
    let count = try descriptor.read(into: &pending, from: start)
    pending.removeLast(size - count)
    position += count
    if count < size { isAtEnd = true }
  }

  /// Takes the byte order mark and the header away.
  private mutating func start() throws(CommandError) {
    isAtStart = false
    if pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
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
