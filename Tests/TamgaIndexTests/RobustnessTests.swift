import Foundation
import GRDB
import Synchronization
import TamgaResolution
import TamgaText
import TestSupport
import Testing

@testable import TamgaIndex

/// What happens to an index when the machine is against it.
@Suite("Robustness", .serialized)
struct RobustnessTests {
  /// The command, built beside the tests.
  private static let command = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "tamga")
  private static var hasCommand: Bool {
    FileManager.default.isExecutableFile(atPath: command.path(percentEncoded: false))
  }

  private static func names() throws -> [String] {
    try Samples.truth().filter { $0.type == "person" }.flatMap { $0.names.map(\.name) }
  }

  private static func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = command
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// Runs a line of the shell; its status and what it said on standard error.
  private static func shell(_ line: String) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test(
    "killed at any moment of build or add, the old or the new index is there",
    .enabled(if: hasCommand))
  func killed() throws {
    let folder = try Samples.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String {
      folder.appending(path: name).path(percentEncoded: false)
    }
    let names = try Self.names()
    let old = Array(names[..<300])
    let new = Array(names[300..<420])
    try Data((old.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path("old.txt")))
    try Data((new.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path("new.txt")))
    let index = path("names.tamga")
    let resolved = try Resolver().resolve(NameTable(old, type: .person))
    try NameIndex.build(IndexContent(resolved), to: path("base.tamga"))
    let base = try Data(contentsOf: URL(filePath: path("base.tamga")))
    let before = try Samples.export(path("base.tamga"))
    let commands = [
      ["index", "add", index, path("new.txt"), "--type", "person", "--quiet"],
      ["index", "build", path("new.txt"), "--type", "person", "--output", index, "--quiet"],
    ]
    // What each command makes when nobody stops it, and how long it takes.
    var after: [String] = []
    var durations: [TimeInterval] = []
    for command in commands {
      try base.write(to: URL(filePath: index))
      let process = Self.process(command)
      let start = Date()
      try process.run()
      process.waitUntilExit()
      durations.append(Date().timeIntervalSince(start))
      #expect(process.terminationStatus == 0)
      after.append(try Samples.export(index))
      #expect(after.last != before)
    }
    var wasOld = 0
    var wasNew = 0
    for round in 0..<50 {
      let kind = round % 2
      try? FileManager.default.removeItem(atPath: index + "-journal")
      try base.write(to: URL(filePath: index))
      let process = Self.process(commands[kind])
      try process.run()
      if round % 4 < 2 {
        Thread.sleep(forTimeInterval: durations[kind] * Double.random(in: 0...1.05))
      } else {
        // As soon as it begins to write.
        let sign =
          kind == 0
          ? index + "-journal" : path(".names.tamga.\(process.processIdentifier).building")
        while process.isRunning, !FileManager.default.fileExists(atPath: sign) {
          Thread.sleep(forTimeInterval: 0.0005)
        }
        Thread.sleep(forTimeInterval: Double.random(in: 0...0.02))
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let verification = try NameIndex.verify(path: index)
      #expect(verification.faults == [], "round \(round)")
      let export = try Samples.export(index)
      #expect(export == before || export == after[kind], "round \(round)")
      if export == before { wasOld += 1 } else { wasNew += 1 }
      // And it can be changed again.
      if round % 10 == 0 {
        _ = try IndexEditor(path: index).add(NameTable(["Абай"], type: .person))
      }
    }
    #expect(wasOld > 0)
    #expect(wasOld + wasNew == 50)
    // What the killed ones have left is taken away by the next build.
    try NameIndex.build(IndexContent(resolved), to: index)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    #expect(left.sorted() == ["base.tamga", "names.tamga", "new.txt", "old.txt"])
  }

  @Test("without room the old index stays and a sentence is said", .enabled(if: hasCommand))
  func noRoom() throws {
    let folder = try Samples.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appending(path: "names.txt").path(percentEncoded: false)
    let index = folder.appending(path: "names.tamga").path(percentEncoded: false)
    try Data((try Self.names().joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: list))
    try NameIndex.build(IndexContent(entities: Samples.awkward), to: index)
    let before = try Data(contentsOf: URL(filePath: index))
    let tamga = Self.command.path(percentEncoded: false)
    for arguments in [
      "index build '\(list)' --type person --output '\(index)'",
      "index add '\(index)' '\(list)' --type person",
    ] {
      // No file may grow: as on a full disk, what is there can be written over.
      let blocks = before.count / 512
      let (status, said) = try Self.shell("ulimit -f \(blocks); exec '\(tamga)' \(arguments)")
      #expect(status == 73, "\(said)")
      #expect(said.contains("There is no room left to write \(index)"), "\(said)")
      #expect(said.split(separator: "\n").count == 1)
      #expect(try Data(contentsOf: URL(filePath: index)) == before)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
          .sorted() == ["names.tamga", "names.txt"])
    }
  }

  @Test("in a read-only folder a sentence is said", .enabled(if: hasCommand && getuid() != 0))
  func readOnlyFolder() throws {
    let folder = try Samples.folder()
    let path = folder.path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      try? FileManager.default.removeItem(at: folder)
    }
    #expect {
      try NameIndex.build(IndexContent(entities: Samples.awkward), to: path + "/x.tamga")
    } throws: { "\($0)".contains("is read-only") }
  }

  @Test("a second writer waits, or is told")
  func twoWriters() throws {
    try Samples.withIndex(IndexContent(entities: Samples.awkward)) { path in
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true
      let first = try DatabaseQueue(path: path, configuration: configuration)
      try first.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
      let second = try IndexEditor(path: path, patience: 0.2)
      #expect(throws: IndexError.busy(path: path)) {
        try second.add(NameTable(["Гейдар Алиев"], type: .person))
      }
      #expect(
        IndexError.busy(path: "x").description
          == "x is being changed by another process: try again when it has finished.")
      let done = Mutex(false)
      let thread = Thread {
        let patient = try? IndexEditor(path: path, patience: 30)
        _ = try? patient?.add(NameTable(["Гейдар Алиев"], type: .person))
        done.withLock { $0 = true }
      }
      thread.start()
      Thread.sleep(forTimeInterval: 0.3)
      #expect(!done.withLock { $0 })
      try first.inDatabase { try $0.execute(sql: "COMMIT") }
      for _ in 0..<3000 where !done.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.01) }
      #expect(try NameIndex(path: path).entities(spelled: "Гейдар Алиев").count == 1)
    }
  }

  @Test("readers read while names are added")
  func readersDuringAdd() throws {
    let names = try Self.names()
    let content = IndexContent(try Resolver().resolve(NameTable(names[..<300], type: .person)))
    try Samples.withIndex(content) { path in
      let state = Mutex((stopped: false, searches: 0, failures: [String]()))
      let threads = (0..<2).map { _ in
        Thread {
          do {
            var searcher = try NameSearcher(NameIndex(path: path))
            while !state.withLock({ $0.stopped }) {
              for name in names[..<20] {
                let hits = try searcher.search(name)
                state.withLock { state in
                  state.searches += 1
                  if hits.isEmpty { state.failures.append("\(name) is not found") }
                }
              }
            }
          } catch { state.withLock { $0.failures.append("\(error)") } }
        }
      }
      for thread in threads { thread.start() }
      let editor = try IndexEditor(path: path)
      for part in 0..<5 {
        _ = try editor.add(
          NameTable(names[(300 + part * 40)..<(340 + part * 40)], type: .person))
      }
      while state.withLock({ $0.searches }) < 40, state.withLock({ $0.failures.isEmpty }) {
        Thread.sleep(forTimeInterval: 0.01)
      }
      state.withLock { $0.stopped = true }
      for thread in threads { while !thread.isFinished { Thread.sleep(forTimeInterval: 0.01) } }
      #expect(state.withLock { $0.failures } == [])
      #expect(try NameIndex.verify(path: path).faults == [])
    }
  }
}
