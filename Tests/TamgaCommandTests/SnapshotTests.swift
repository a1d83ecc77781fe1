import Foundation
import TestSupport
import Testing

/// Help texts and detailed output, byte for byte as files in `Snapshots/`.
///
/// `TAMGA_RECORD=1 tools/test SnapshotTests` writes them anew; the change is then read in the diff.
@Suite struct SnapshotTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots")

  private func check(_ name: String, _ text: String) throws {
    let file = Self.folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["TAMGA_RECORD"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let wanted = try String(contentsOf: file, encoding: .utf8)
    #expect(text == wanted, "\(name) is not as in its snapshot")
  }

  /// The commands of `tamga --help`, with those inside them.
  private static let commands: [[String]] = [
    [], ["normalize"], ["detect"], ["transliterate"], ["schemes"], ["parse"], ["match"],
    ["resolve"],
    ["index"], ["index", "build"], ["index", "add"], ["index", "export"], ["search"], ["extract"],
    ["evaluate"],
  ]

  @Test(arguments: commands)
  func help(command: [String]) throws {
    let run = try CommandRun.run(command + ["--help"], environment: ["COLUMNS": "80"])
    #expect(run.status == 0)
    try check("help" + command.map { "-\($0)" }.joined(), run.output)
  }

  @Test func parseInLines() throws {
    let run = try CommandRun.run(
      "parse", text: "Əliyev İlham Heydər oğlu\nМамедова Лейла Ахмед кызы\nТоқаев Қ.К.\n")
    try check("json-parse", run.output)
  }

  @Test func matchExplained() throws {
    let run = try CommandRun.run([
      "match", "--json", "Мамедов Рашид Ахмед оглы", "Мамедов Рашид Самед оглы",
    ])
    try check("json-match", run.output)
  }

  @Test func mentionsInLines() throws {
    let run = try CommandRun.run(
      "extract", text: "Heydər Əliyev Bakıdan Astanaya getdi.\nГейдар Алиев приехал в Баку.\n")
    try check("json-extract", run.output)
  }

  @Test func normalizeInDetail() throws {
    let run = try CommandRun.run(
      "normalize", "--json", text: "Heydяr Яliyev\nИВАН ПЕТРОВ\n\u{04D8}liyev  Абай\n")
    try check("json-normalize", run.output)
  }
}
