internal import Dispatch
internal import Tamga

/// What a run has to say on standard error: bad rows with their lines, and a closing summary.
final class RowReport {
  /// How many bad rows are named one by one.
  private static let mostNamed = 20

  private let isQuiet: Bool
  private let isStrict: Bool
  private let start = DispatchTime.now().uptimeNanoseconds
  private(set) var rows = 0
  private(set) var complaints = 0

  init(isQuiet: Bool, isStrict: Bool) {
    self.isQuiet = isQuiet
    self.isStrict = isStrict
  }

  /// Counts the rows of a batch and says what is wrong with them.
  func add(_ batch: RecordBatch) {
    rows += batch.rows.count
    for complaint in batch.complaints { add(batch.file, complaint.line, complaint.sentence) }
    if isValid(batch) { return }
    for (index, row) in batch.rows.enumerated() {
      let isValid = batch.withName(index) { UTF8Check.isValid($0) }
      if !isValid { add(batch.file, row.line, "bytes that are not UTF-8 became U+FFFD") }
    }
  }

  /// Whether all bytes of a batch of lines are UTF-8: so are its rows, then, which end where lines do.
  private func isValid(_ batch: RecordBatch) -> Bool {
    guard batch.format == .lines, let last = batch.rows.last else { return false }
    return (try? UTF8Span(validating: batch.bytes.span.extracting(0..<last.raw.upperBound))) != nil
  }

  /// Counts bad rows that are too many to be named.
  func add(unnamed count: Int) { complaints += count }

  /// Counts rows that came from no table.
  func add(rows count: Int) { rows += count }

  /// Says which names hold a tab that becomes a space.
  func addTabs(_ batch: RecordBatch) {
    guard batch.bytes.contains(0x09) else { return }
    for row in batch.rows where batch.bytes[row.raw].contains(0x09) {
      add(batch.file, row.line, "a tab in the name became a space")
    }
  }

  /// Says what is wrong with a line.
  func add(_ file: String, _ line: Int, _ sentence: String) {
    complaints += 1
    if complaints <= Self.mostNamed {
      Diagnostics.print("\(file):\(line): \(sentence)")
    } else if complaints == Self.mostNamed + 1 {
      Diagnostics.print("(further rows are counted, not named)")
    }
  }

  /// Closes the run with a summary.
  ///
  /// - Throws: `CommandError.badData` when rows were bad and `--strict` was given.
  func finish(_ counts: [(label: String, count: Int)], of noun: String = "names") throws {
    if isStrict, complaints > 0 {
      throw CommandError.badData("\(complaints) bad rows, and --strict was given.")
    }
    guard !isQuiet else { return }
    var sentence = "\(rows) \(noun)"
    for (label, count) in counts { sentence += ", \(count) \(label)" }
    if complaints > 0 { sentence += ", \(complaints) bad rows" }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    var time = ByteBuffer()
    time.append(decimal: seconds, places: 2)
    Diagnostics.say(sentence + " in " + String(decoding: time.array, as: UTF8.self) + " s")
  }
}
