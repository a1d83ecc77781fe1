import Foundation
import TestSupport
import Testing

/// Every shape of input through `normalize`: rows, order, line ends, bad rows.
@Suite struct InputTests {
  /// What other names of the column say decides the capital I, in every shape.
  @Test(arguments: [
    ("csv", "name\nRəşid Behbudov\nIşıq Bağırova\nISMAYIL\n", "ISMAYIL,Ismayıl"),
    ("tsv", "name\nRəşid Behbudov\nIşıq Bağırova\nISMAYIL\n", "ISMAYIL\tIsmayıl"),
    (
      "jsonl", "{\"name\":\"Rəşid\"}\n{\"name\":\"Işıq Bağırova\"}\n{\"name\":\"ISMAYIL\"}\n",
      "{\"name\":\"ISMAYIL\",\"normalized\":\"Ismayıl\"}"
    ),
  ])
  func aColumnDecidesTheCapitalI(format: String, text: String, last: String) throws {
    let run = try CommandRun.run("normalize", "--format", format, text: text)
    #expect(run.lines.last == last)
  }

  @Test func linesKeepTheirOrderAndNumber() throws {
    let run = try CommandRun.run("normalize", text: "İLHAM ƏLİYEV\n\n  Абай \r\nlast")
    #expect(run.lines == ["İlham Əliyev", "", "Абай", "Last"])
    #expect(run.status == 0)
  }

  @Test func csvKeepsQuotesLineEndsAndColumns() throws {
    let text = "\u{FEFF}id,name,note\r\n1,\"Əliyev,  İlham\",\"a \"\"b\"\"\nc\"\r\n2,АБАЙ,\r\n"
    let run = try CommandRun.run("normalize", "--format", "csv", text: text)
    #expect(
      run.output
        == "id,name,note,normalized\n1,\"Əliyev,  İlham\",\"a \"\"b\"\"\nc\",\"Əliyev, İlham\"\n"
        + "2,АБАЙ,,Абай\n")
  }

  @Test func anUnclosedQuoteLosesNothing() throws {
    let run = try CommandRun.run(
      "normalize", "--format", "csv", text: "name,x\n\"Abai,1\nBaku,2\n")
    #expect(run.lines.count == 3)
    #expect(run.lines.last == "Baku,2,Baku")
    #expect(
      run.diagnostics.contains(
        "standard input:2: a quote is opened and not closed; the line is read without"))
    #expect(run.status == 0)
  }

  @Test func aRowOfAnotherLengthIsSaidAndStaysInLine() throws {
    let run = try CommandRun.run(
      "normalize", "--format", "tsv", text: "name\tx\nБаку\n")
    #expect(run.lines == ["name\tx\tnormalized", "Баку\t\tБаку"])
    #expect(run.diagnostics.contains("standard input:2: 1 cells where the header has 2"))
  }

  @Test func objectsKeepTheirFieldsAndBadOnesPassThrough() throws {
    let text = "{\"id\": 7, \"name\": \"БАКУ\"}\nnot json\n{\"id\": 8}\n{}\n"
    let run = try CommandRun.run("normalize", "--format", "jsonl", text: text)
    #expect(
      run.lines == [
        "{\"id\": 7, \"name\": \"БАКУ\",\"normalized\":\"Баку\"}", "not json",
        "{\"id\": 8,\"normalized\":\"\"}", "{\"normalized\":\"\"}",
      ])
    #expect(run.diagnostics.contains("standard input:2: not a JSON object"))
    #expect(run.diagnostics.contains("standard input:3: no text in the field \"name\""))
  }

  @Test func strictEndsWithStatus65AndNoFile() throws {
    let folder = try ScratchFolder()
    let path = try folder.file("in.jsonl", "[1]\n")
    let run = try CommandRun.run(
      "normalize", path, "--strict", "--output", folder.path("out"), text: "")
    #expect(run.status == 65)
    #expect(run.diagnostics.hasSuffix("tamga: 1 bad rows, and --strict was given.\n"))
    #expect(try folder.names() == ["in.jsonl"])
  }

  @Test func aColumnIsNamed() throws {
    let run = try CommandRun.run(
      "normalize", "--format", "csv", "--column", "who", text: "id,who\n1,БАКУ\n")
    #expect(run.lines == ["id,who,normalized", "1,БАКУ,Баку"])
    let missing = try CommandRun.run(
      "normalize", "--format", "csv", "--column", "whom", text: "id,who\n1,БАКУ\n")
    #expect(missing.status == 64)
    #expect(
      missing.diagnostics == "tamga: standard input has no column \"whom\"; it has id, who.\n")
  }

  @Test func aColumnThatIsThereIsNotWrittenTwice() throws {
    let run = try CommandRun.run(
      "normalize", "--format", "csv", text: "name,normalized\nБАКУ,x\n")
    #expect(run.lines == ["name,normalized,tamga_normalized", "БАКУ,x,Баку"])
  }

  @Test func severalFilesAreOneTable() throws {
    let folder = try ScratchFolder()
    let first = try folder.file("a.csv", "name\nБАКУ\n")
    let second = try folder.file("b.csv", "name\nАЛМАТЫ\n")
    let third = try folder.file("c.csv", "title\nАЛМАТЫ\n")
    let run = try CommandRun.run("normalize", first, second, text: "")
    #expect(run.lines == ["name,normalized", "БАКУ,Баку", "АЛМАТЫ,Алматы"])
    let mixed = try CommandRun.run("normalize", first, third, text: "")
    #expect(mixed.status == 64)
    #expect(mixed.diagnostics == "tamga: \(third) has other columns than \(first).\n")
  }

  @Test func bytesThatAreNotUTF8AreSaidWithTheirLine() throws {
    let run = try CommandRun.run(["normalize"], input: Data([0x41, 0x0A, 0x42, 0xFF, 0x0A]))
    #expect(run.lines.count == 2)
    #expect(run.output.contains("\u{FFFD}"))
    #expect(run.diagnostics.contains("standard input:2: bytes that are not UTF-8 became U+FFFD"))
    #expect(run.status == 0)
  }

  @Test func nothingInNothingOut() throws {
    for format in ["lines", "csv", "tsv", "jsonl"] {
      let run = try CommandRun.run("normalize", "--format", format, text: "")
      #expect(run.output == "" && run.status == 0, "\(format)")
    }
  }

  @Test func randomBytesAreRead() throws {
    var generator = SystemRandomNumberGenerator()
    for format in ["lines", "csv", "tsv", "jsonl"] {
      let bytes = Data((0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
      let arguments = ["normalize", "--format", format, "--column", "x"]
      let run = try CommandRun.run(arguments, input: bytes)
      #expect(run.status == 0 || run.status == 64, "\(format): \(run.diagnostics)")
    }
  }

  @Test func aRowLongerThanABlockIsRead() throws {
    let long = String(repeating: "Баку ", count: 1_200_000)
    let run = try CommandRun.run("normalize", text: "a\n\(long)\nb\n")
    #expect(run.lines.count == 3)
    #expect(run.lines.first == "A" && run.lines.last == "B")
  }
}
