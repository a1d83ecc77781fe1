public import Foundation

/// A run of the executable `tamga` as a user would start it, with what it wrote and its exit status.
public struct CommandRun: Sendable {
  /// The exit status.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let diagnostics: String

  /// The lines of the output.
  public var lines: [String] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The folder of the built products: that of the test bundle.
  private static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// Where the executable stands.
  public static let executable = products.appending(path: "tamga")

  /// Runs a command line.
  ///
  /// - Parameters:
  ///   - input: what standard input holds.
  ///   - environment: variables beside those of the test.
  public static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tamga-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files rather than pipes: a pipe that nobody empties stops the process.
    let streams = ["in", "out", "err"].map { folder.appending(path: $0) }
    try input.write(to: streams[0])
    for stream in streams.dropFirst() { try Data().write(to: stream) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    return CommandRun(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
      diagnostics: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
  }

  /// Runs a command line on a text.
  public static func run(
    _ arguments: String..., text: String, environment: [String: String] = [:]
  ) throws -> CommandRun {
    try run(arguments, input: Data(text.utf8), environment: environment)
  }
}

/// A folder that is gone after the test.
public final class ScratchFolder: Sendable {
  /// Where it stands.
  public let url: URL

  /// Makes a new folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "tamga-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  public func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and gives its path.
  public func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  /// Writes a file and gives its path.
  public func file(_ name: String, _ bytes: Data) throws -> String {
    try bytes.write(to: url.appending(path: name))
    return path(name)
  }

  /// The names of the files in the folder, sorted.
  public func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }
}
