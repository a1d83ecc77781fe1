import Foundation
import TestSupport
import Testing

/// `tamga parse`, and the tables of a user's own that commands take.
@Suite struct ParseCommandTests {
  /// The lines are written from bytes, the detail from the friendly form: both say the same.
  @Test func linesSayWhatTheDetailSays() throws {
    let file = TestFiles.root.appending(path: "Corpora/gold/parse.jsonl")
    let names = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }.compactMap { $0["name"] as? String }
    #expect(names.count > 500)
    let text = names.joined(separator: "\n") + "\n"
    let lines = try Self.objects(CommandRun.run("parse", "--quiet", text: text).output)
    let details = try Self.objects(CommandRun.run("parse", "--quiet", "--json", text: text).output)
    #expect(lines.count == names.count)
    #expect(details.count == names.count)
    for (line, detail) in zip(lines, details) {
      for (key, value) in line {
        #expect((value as? NSObject) == (detail[key] as? NSObject), "\(line["name"] ?? ""): \(key)")
      }
    }
  }

  private static func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  @Test(arguments: [
    ["parse", "a"], ["evaluate", "a"], ["search", "a", "b"], ["index", "build", "a", "-o", "b"],
    ["index", "add", "a", "b"], ["index", "merge", "a", "b", "c"], ["match", "a", "b"],
  ])
  func aMissingLexiconIsStatus66(command: [String]) throws {
    let run = try CommandRun.run(command + ["--lexicon", "no-such-table.tsv"])
    #expect(run.status == 66)
    #expect(run.diagnostics == "tamga: There is no file no-such-table.tsv.\n")
  }
}
