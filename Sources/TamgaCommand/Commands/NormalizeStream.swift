internal import Dispatch
internal import Foundation
internal import Synchronization
internal import Tamga

/// Cleans a name a line: blocks of whole lines on all cores, in order, in bounded memory.
struct NormalizeStream {
  /// The size of a block: large enough to keep the cores busy, small enough to keep memory low.
  private static let blockSize = 4 << 20

  let paths: [String]
  let shape: InputShape
  let output: OutputOptions

  /// A cleaner with the output it makes: one a part of a block.
  private final class Slot: Sendable {
    struct State: ~Copyable {
      var cleaner: BlockCleaner
      var output = ByteBuffer(capacity: 1 << 16)
      var report = BlockCleaner.Report()
    }

    let state: Mutex<State>

    init(_ options: CleaningOptions) { state = Mutex(State(cleaner: BlockCleaner(options))) }
  }

  /// Runs the command.
  func run(_ options: CleaningOptions) throws {
    var sources: [TextSource] = []
    for path in paths { sources.append(try TextSource(path, shape.decoding.encoding)) }
    let sink = try OutputSink(output.output)
    let progress = ProgressBar(
      total: output.quiet || paths.contains("-")
        ? nil : sources.reduce(0) { $0 + ($1.size ?? 0) })
    let report = RowReport(isQuiet: output.quiet, isStrict: shape.strict)
    var changed = 0
    var done = 0
    for index in sources.indices {
      var slots: [Slot] = []
      var pending: [UInt8] = []
      var line = 1
      var isAtEnd = false
      while !isAtEnd {
        let wasAtStart = sources[index].position == 0
        isAtEnd = try sources[index].read(
          max(Self.blockSize, pending.count), into: &pending)
        if wasAtStart {
          if let note = sources[index].note, !output.quiet { Diagnostics.say(note) }
          slots = makeSlots(options, pending)
        }
        for invalid in [sources[index].takeInvalidLines()] {
          for number in invalid.lines {
            report.add(sources[index].file, number, invalid.sentence)
          }
        }
        let end = isAtEnd ? pending.count : wholeLines(pending)
        if end == 0 { continue }
        let block = pending
        pending = Array(block[end...])
        let cuts = parts(block, end, slots.count)
        let ready = slots
        DispatchQueue.concurrentPerform(iterations: cuts.count - 1) { part in
          ready[part].state.withLock { state in
            state.output.truncate()
            let lines = block.span.extracting(cuts[part]..<cuts[part + 1])
            state.report = state.cleaner.clean(lines, into: &state.output)
          }
        }
        for part in 0..<cuts.count - 1 {
          try slots[part].state.withLock { state in
            try sink.write(state.output)
            for number in state.report.invalid {
              report.add(
                sources[index].file, line + number, "bytes that are not UTF-8 became U+FFFD")
            }
            report.add(unnamed: state.report.invalidCount - state.report.invalid.count)
            line += state.report.lines
            changed += state.report.changed
            report.add(rows: state.report.lines)
          }
        }
        progress.update(done + sources[index].position)
      }
      done += sources[index].position
    }
    progress.clear()
    try report.finish([("changed", changed)])
    try sink.finish()
  }

  /// Cleaners for the parts of a block. Where the first block’s names are Azerbaijani or Turkish and write ı or İ,
  /// that is evidence for the capital I of the others.
  private func makeSlots(_ options: CleaningOptions, _ block: [UInt8]) -> [Slot] {
    var options = options
    if options.language == nil,
      let language = LanguageDetector.shipped.dotlessLanguage(of: block.span)
    {
      options.language = language
    }
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    return (0..<cores).map { _ in Slot(options) }
  }

  /// How many bytes at the beginning are whole lines.
  private func wholeLines(_ bytes: [UInt8]) -> Int {
    var end = bytes.count
    while end > 0, bytes[end - 1] != 0x0A { end -= 1 }
    return end
  }

  /// Where the parts of a block begin and end: at line ends, about equally far apart.
  private func parts(_ block: [UInt8], _ end: Int, _ count: Int) -> [Int] {
    var cuts = [0]
    for part in 1..<max(count, 1) + 1 {
      var cut = max(end * part / max(count, 1), cuts[cuts.count - 1])
      while cut < end, cut > 0, block[cut - 1] != 0x0A { cut += 1 }
      if cut > cuts[cuts.count - 1] { cuts.append(cut) }
    }
    return cuts
  }
}
