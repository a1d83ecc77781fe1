/// Cleans blocks of whole lines, a name a line: the bulk path of `normalize`, one value a thread.
///
/// Lines that need no cleaning are copied in runs; no name allocates.
public struct BlockCleaner {
  /// What happened to a block’s lines.
  public struct Report: Sendable, Equatable {
    /// How many lines there were.
    public var lines = 0
    /// How many of them cleaning changed.
    public var changed = 0
    /// The first lines that held bytes that are not UTF-8, counting from 0 in the block.
    public var invalid: [Int] = []
    /// How many lines held such bytes.
    public var invalidCount = 0

    /// A report of no lines.
    public init() {}
  }

  /// How many lines with invalid bytes are named.
  private static let mostNamed = 100

  private var pass: CleaningPass
  private let gate: CleanGate

  /// A cleaner of names of which this is known.
  public init(_ options: CleaningOptions = CleaningOptions()) {
    pass = CleaningPass(options: options, recording: false)
    gate = .shared(options)
  }

  /// Appends the cleaned lines of a block to `output`, each with a line feed.
  ///
  /// - Parameter block: whole lines; the last may lack its line feed. A carriage return before a line feed is dropped.
  public mutating func clean(_ block: Span<UInt8>, into output: inout ByteBuffer) -> Report {
    var report = Report()
    var position = 0
    var copied = 0
    let count = block.count
    output.reserve(count + 64)
    while position < count {
      let found = gate.scan(block, from: position)
      if found.passes {
        position = found.end + 1
        report.lines += 1
        continue
      }
      output.append(block, copied..<position)
      let end = lineEnd(block, from: found.end)
      let content = end > position && block[end - 1] == 0x0D ? end - 1 : end
      let start = output.count
      if content > position {
        pass.run(block.extracting(position..<content))
        for scalar in pass.text.scalars { output.append(scalar: scalar) }
        if differs(block, position..<content, output, start) { report.changed += 1 }
        if pass.sawInvalid {
          report.invalidCount += 1
          if report.invalid.count < Self.mostNamed { report.invalid.append(report.lines) }
        }
      }
      output.append(0x0A)
      report.lines += 1
      position = end + 1
      copied = min(position, count)
    }
    output.append(block, copied..<count)
    if copied < count, block[count - 1] != 0x0A { output.append(0x0A) }
    return report
  }

  private func lineEnd(_ block: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < block.count, block[position] != 0x0A { position += 1 }
    return position
  }

  private func differs(
    _ block: Span<UInt8>, _ range: Range<Int>, _ output: borrowing ByteBuffer, _ start: Int
  ) -> Bool {
    output.withSpan { written in
      guard written.count - start == range.count else { return true }
      for index in range where block[index] != written[start + index - range.lowerBound] {
        return true
      }
      return false
    }
  }
}
