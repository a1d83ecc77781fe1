internal import Dispatch
internal import Foundation
internal import Synchronization
internal import Tamga

/// Takes all rows of the inputs through a worker on all cores and writes them in their order, with bounded memory.
struct RowStream {
  let paths: [String]
  let shape: InputShape
  let output: OutputOptions

  init(_ input: InputOptions, _ output: OutputOptions) {
    paths = input.inputs
    shape = input.shape
    self.output = output
  }

  /// A worker with the output it makes: one a thread.
  private final class Slot<Worker: NameWorker>: Sendable {
    struct State: ~Copyable {
      var worker: Worker
      var output = ByteBuffer(capacity: 1 << 16)
      var json = JSONWriter()
    }

    let state: Mutex<State>

    init(_ worker: sending Worker) { state = Mutex(State(worker: worker)) }
  }

  /// Runs the command.
  ///
  /// - Parameter make: makes a worker, for one thread.
  func run<Worker: NameWorker>(_ make: () -> sending Worker) throws {
    var source = try RecordSource(paths, shape)
    let sink = try OutputSink(output.output)
    let progress = ProgressBar(total: output.quiet ? nil : source.total)
    let report = RowReport(isQuiet: output.quiet, isStrict: shape.strict)
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let slots = (0..<cores).map { _ in Slot(make()) }
    let (columns, isTabular) = slots[0].state.withLock { ($0.worker.columns, $0.worker.isTabular) }
    var writer: RowWriter?
    var surveyed: String?
    while let batch = try source.next() {
      for note in source.takeNotes() where !output.quiet { Diagnostics.say(note) }
      let rows =
        writer
        ?? RowWriter(
          format: source.format, columns: columns, header: source.header, isDetailed: output.json)
      if writer == nil {
        var header = ByteBuffer()
        rows.writeHeader(source.header, into: &header)
        try sink.write(header)
        writer = rows
      }
      if surveyed != batch.file {
        surveyed = batch.file
        let names = batch.names
        for slot in slots { slot.state.withLock { $0.worker.survey(names) } }
      }
      if batch.format == .lines, isTabular, !output.json { report.addTabs(batch) }
      report.add(batch)
      let parts = min(cores, max(1, batch.rows.count / 64))
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        slots[part].state.withLock { state in
          let start = batch.rows.count * part / parts
          let end = batch.rows.count * (part + 1) / parts
          state.output.truncate()
          for row in start..<end {
            rows.write(batch, row, &state.worker, &state.json, into: &state.output)
          }
        }
      }
      for part in 0..<parts {
        try slots[part].state.withLock { try sink.write($0.output) }
      }
      progress.update(source.position)
    }
    if writer == nil, let header = source.header {
      var bytes = ByteBuffer()
      RowWriter(format: source.format, columns: columns, header: header, isDetailed: output.json)
        .writeHeader(header, into: &bytes)
      try sink.write(bytes)
    }
    progress.clear()
    var counts: [(label: String, count: Int)] = []
    for slot in slots {
      slot.state.withLock { state in
        for (index, entry) in state.worker.counts.enumerated() {
          guard index < counts.count else {
            counts.append(entry)
            continue
          }
          counts[index].count += entry.count
        }
      }
    }
    try report.finish(counts)
    try sink.finish()
  }
}
