import TestSupport
import Testing

/// `match --pairs` keeps the shape of its input.
struct PairFileTests {
  @Test(arguments: [("tsv", "\t"), ("csv", ",")])
  func aTableKeepsItsHeader(_ format: String, _ mark: String) throws {
    let text = "a\(mark)b\nHeydər Əliyev\(mark)Гейдар Алиев\nРашид\(mark)Самед\n"
    let run = try CommandRun.run(
      "match", "--pairs", "-", "--format", format, "--type", "person", "-q", text: text)
    #expect(run.status == 0)
    #expect(run.lines.count == 3)
    #expect(run.lines.first == ["a", "b", "score", "verdict"].joined(separator: mark))
    #expect(run.lines[1].hasSuffix(mark + "same"))
    #expect(run.lines[2].hasSuffix(mark + "different"))
  }

  @Test func linesHaveNoHeader() throws {
    let run = try CommandRun.run("match", "--pairs", "-", "-q", text: "Абай\tAbai\n")
    #expect(run.lines.count == 1)
  }

  @Test func aTableWithoutRowsHasItsHeader() throws {
    let run = try CommandRun.run(
      "match", "--pairs", "-", "--format", "tsv", "-q", text: "a\tb\n")
    #expect(run.output == "a\tb\tscore\tverdict\n")
  }
}
