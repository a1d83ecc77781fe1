import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Statuses and sentences; output files that are whole or not there.
@Suite struct OutputTests {
  @Test func aMissingInputIsStatus66() throws {
    let run = try CommandRun.run("normalize", "no-such-file", text: "")
    #expect(run.status == 66)
    #expect(run.diagnostics == "tamga: There is no file no-such-file.\n")
  }

  @Test func aFolderIsNoInput() throws {
    let folder = try ScratchFolder()
    let run = try CommandRun.run("normalize", folder.url.path, text: "")
    #expect(run.status == 66)
    #expect(run.diagnostics == "tamga: \(folder.url.path) is a folder; name the files in it.\n")
  }

  @Test func aPlaceThatCannotBeWrittenIsStatus73() throws {
    let folder = try ScratchFolder()
    let path = folder.path("none/out.txt")
    let run = try CommandRun.run("normalize", "-o", path, text: "a\n")
    #expect(run.status == 73)
    #expect(run.diagnostics == "tamga: \(path) cannot be written: there is no such folder.\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsStatus74() throws {
    let run = try CommandRun.run("normalize", "-o", "/dev/full", text: "a\n")
    #expect(run.status == 74)
    #expect(run.diagnostics == "tamga: /dev/full: no space is left on the device.\n")
  }

  @Test func aFolderIsNoOutput() throws {
    let folder = try ScratchFolder()
    let run = try CommandRun.run("normalize", "-o", folder.url.path, text: "a\n")
    #expect(run.status == 73)
    #expect(run.diagnostics == "tamga: \(folder.url.path) cannot be written: it is a folder.\n")
  }

  @Test func wrongOptionsAreStatus64() throws {
    let wrong = [["nonsense"], ["normalize", "--format", "xml"], ["normalize", "--type", "x"]]
    for arguments in wrong {
      #expect(try CommandRun.run(arguments).status == 64)
    }
  }

  @Test func filesOfTwoFormatsAreNotMixed() throws {
    let folder = try ScratchFolder()
    let first = try folder.file("a.csv", "name\nБАКУ\n")
    let second = try folder.file("b.txt", "АЛМАТЫ\n")
    let run = try CommandRun.run("normalize", first, second, text: "")
    #expect(run.status == 64)
    #expect(
      run.diagnostics
        == "tamga: \(second) is lines, \(first) is csv: name inputs of one format, or the format "
        + "with --format.\n")
  }

  @Test func anOutputFileReplacesTheOldOneWhenItIsWhole() throws {
    let folder = try ScratchFolder()
    let path = try folder.file("out.txt", "old")
    let run = try CommandRun.run("normalize", "--output", path, text: "БАКУ\n")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "Баку\n")
    #expect(try folder.names() == ["out.txt"])
  }

  @Test func aBrokenPipeEndsQuietly() throws {
    let folder = try ScratchFolder()
    let input = try folder.file("in.txt", String(repeating: "Баку\n", count: 2_000_000))
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "\"$0\" normalize \"$1\" 2> \"$2\" | head -n 1", CommandRun.executable.path, input,
      folder.path("err"),
    ]
    let pipe = Pipe()
    shell.standardOutput = pipe
    try shell.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(String(decoding: output, as: UTF8.self) == "Баку\n")
    #expect(try String(contentsOfFile: folder.path("err"), encoding: .utf8) == "")
  }

  @Test func interruptionLeavesNoHalfFile() async throws {
    let folder = try ScratchFolder()
    let process = Process()
    process.executableURL = CommandRun.executable
    process.arguments = ["normalize", "--output", folder.path("out.txt")]
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The file is begun before the first row is read.
    for _ in 0..<200 where try folder.names().isEmpty {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try folder.names().count == 1)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try folder.names() == [])
  }

  @Test func theSummaryCountsNames() throws {
    let run = try CommandRun.run("normalize", text: "БАКУ\nАбай\n")
    #expect(run.diagnostics.hasPrefix("tamga: 2 names, 1 changed in "))
    #expect(try CommandRun.run("normalize", "--quiet", text: "БАКУ\n").diagnostics == "")
  }

  @Test(arguments: ["C", "tr_TR.UTF-8", "az_AZ.UTF-8"])
  func theMachinesLocaleChangesNothing(locale: String) throws {
    let text = "İLHAM ƏLİYEV\nILHAM ALIYEV\nIŞIQ BAĞIROVA\nismayıl\n"
    let plain = try CommandRun.run("normalize", text: text)
    let local = try CommandRun.run(
      "normalize", text: text, environment: ["LANG": locale, "LC_ALL": locale])
    #expect(plain.output == local.output)
  }
}
