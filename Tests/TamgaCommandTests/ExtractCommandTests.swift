import Foundation
import TestSupport
import Testing

/// `tamga extract`: a line of JSON for every mention.
@Suite struct ExtractCommandTests {
  private struct Line: Decodable {
    var text: String
    var start: Int
    var end: Int
    var type: String
    var normalized: String
    var language: String?
    var file: String
  }

  private func lines(_ output: String) throws -> [Line] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  @Test func offsetsAreScalarsOfTheFile() throws {
    let path = TestFiles.corpus("texts/relations-az.txt").path
    let run = try CommandRun.run("extract", path, text: "")
    #expect(run.status == 0)
    let scalars = Array(try String(contentsOfFile: path, encoding: .utf8).unicodeScalars)
    let found = try lines(run.output)
    #expect(found.count > 70)
    for line in found {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[line.start..<line.end])
      #expect(String(view) == line.text)
      #expect(line.language == "az-Latn")
      #expect(line.file == path)
    }
    #expect(
      found.contains { $0.text == "Bakıdan" && $0.normalized == "Bakı" && $0.type == "place" })
    #expect(run.diagnostics.hasPrefix("tamga: \(found.count) mentions, 1 files in "))
  }

  @Test func onlyOneType() throws {
    let run = try CommandRun.run(
      "extract", "--type", "person", text: "Heydar Aliyev was in Baku with Ilham Aliyev.\n")
    #expect(try lines(run.output).map(\.text) == ["Heydar Aliyev", "Ilham Aliyev"])
  }

  @Test func whatIsNotUTF8IsSaid() throws {
    let folder = try ScratchFolder()
    let path = folder.path("bad.txt")
    try Data([0x42, 0x61, 0x6B, 0x75, 0x20, 0xFF, 0x0A]).write(to: URL(filePath: path))
    let run = try CommandRun.run("extract", "--encoding", "utf-8", path, text: "")
    #expect(run.status == 0)
    #expect(run.diagnostics.contains("bad.txt:1: bytes that are not UTF-8 became U+FFFD"))
    let strict = try CommandRun.run(
      "extract", "--encoding", "utf-8", "--strict", path, text: "")
    #expect(strict.status == 65)
  }

  /// “Президент Гейдар Алиев приехал в Баку.” in windows-1251, named and found out.
  @Test(arguments: [["--encoding", "windows-1251"], []])
  func otherEncodings(option: [String]) throws {
    let text = "Президент Гейдар Алиев приехал в Баку. Его встретил Абай Кунанбаев.\n"
    let bytes = text.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x350)
    }
    let folder = try ScratchFolder()
    let path = folder.path("old.txt")
    try Data(bytes).write(to: URL(filePath: path))
    let run = try CommandRun.run(["extract", path] + option)
    let found = try lines(run.output)
    #expect(found.contains { $0.text == "Гейдар Алиев" && $0.start == 10 })
    #expect(run.diagnostics.contains("windows-1251") == option.isEmpty)
  }

  /// The mark of UTF-8 is a character of the file.
  @Test func aByteOrderMarkIsCounted() throws {
    let folder = try ScratchFolder()
    let path = try folder.file("mark.txt", "\u{FEFF}Heydar Aliyev was in Baku.\n")
    let run = try CommandRun.run("extract", path, text: "")
    #expect(try lines(run.output).first?.start == 1)
  }

  @Test func emptyAndMissing() throws {
    let folder = try ScratchFolder()
    let empty = try CommandRun.run("extract", try folder.file("empty.txt", ""), text: "")
    #expect(empty.status == 0)
    #expect(empty.output.isEmpty)
    let missing = try CommandRun.run("extract", "no-such-file", text: "")
    #expect(missing.status == 66)
    #expect(missing.diagnostics == "tamga: There is no file no-such-file.\n")
    let language = try CommandRun.run("extract", "--language", "xx", text: "a\n")
    #expect(language.status == 64)
    #expect(language.diagnostics == "tamga: xx is no language Tamga knows.\n")
  }

  /// Blocks end where lines do; offsets go on from one to the next.
  @Test func aLongTextInBlocks() throws {
    let folder = try ScratchFolder()
    let line = "Heydər Əliyev Bakıdan getdi və bu barədə danışdı.\n"
    let text = String(repeating: line, count: 120_000)
    let run = try CommandRun.run("extract", try folder.file("long.txt", text), text: "")
    #expect(run.status == 0)
    let found = try lines(run.output)
    #expect(found.count == 240_000)
    let scalars = line.unicodeScalars.count
    for (index, mention) in found.enumerated().filter({ $0.offset % 997 == 0 }) {
      let start = index / 2 * scalars + (index % 2 == 0 ? 0 : 14)
      #expect(mention.start == start)
    }
  }
}
