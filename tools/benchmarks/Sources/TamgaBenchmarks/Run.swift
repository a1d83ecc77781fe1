import Foundation

/// One timed run of a process.
struct Run {
  /// Seconds on the clock, seconds of all cores, and the most memory it held, in bytes.
  var wall: Double
  var cpu: Double
  var memory: Int

  /// Runs a command line with files as its input and output.
  ///
  /// - Parameter repeats: how often; the fastest run counts.
  static func best(
    _ executable: String, _ arguments: [String], input: URL? = nil, output: URL? = nil,
    repeats: Int = 3
  ) throws -> Run {
    var best: Run?
    for _ in 0..<repeats {
      let run = try once(executable, arguments, input: input, output: output)
      if run.wall < best?.wall ?? .infinity { best = run }
    }
    guard let best else { throw BenchmarkError.failed(executable) }
    return best
  }

  private static func once(
    _ executable: String, _ arguments: [String], input: URL?, output: URL?
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    if let input { process.standardInput = try FileHandle(forReadingFrom: input) }
    if let output {
      try Data().write(to: output)
      process.standardOutput = try FileHandle(forWritingTo: output)
    } else {
      process.standardOutput = FileHandle.nullDevice
    }
    process.standardError = FileHandle.nullDevice
    let before = childrenSeconds()
    let start = DispatchTime.now().uptimeNanoseconds
    try process.run()
    var memory = 0
    while process.isRunning {
      memory = max(memory, peakMemory(process.processIdentifier))
      usleep(2000)
    }
    process.waitUntilExit()
    let wall = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    guard process.terminationStatus == 0 else { throw BenchmarkError.failed(executable) }
    return Run(wall: wall, cpu: childrenSeconds() - before, memory: memory)
  }

  private static func childrenSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func peakMemory(_ process: Int32) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return line.split(separator: " ").compactMap { Int($0) }.first.map { $0 * 1024 } ?? 0
  }
}

/// Why a benchmark stops.
enum BenchmarkError: Error, CustomStringConvertible {
  case failed(String)
  case wrong(String)

  var description: String {
    switch self {
    case .failed(let command): "\(command) failed."
    case .wrong(let what): "A wrong answer: \(what)."
    }
  }
}
