import TamgaResolution
import TamgaText
import Testing

@Suite("Judgements are obeyed")
struct JudgementTests {
  private func resolve(_ names: [String], _ judgements: [Judgements.Judgement]) throws -> Resolution
  {
    var options = ResolutionOptions()
    options.judgements = Judgements(judgements)
    return try Resolver(options).resolve(NameTable(names, type: .person))
  }

  @Test func namesThatAreSaidToBeOneAreOne() throws {
    let names = ["Samuel Langhorne Clemens", "Mark Twain", "Əliağa Vahid"]
    #expect(try resolve(names, []).entities.count == 3)
    let judged = try resolve(
      names, [.init(a: "Mark Twain", b: "Samuel Langhorne Clemens", isSame: true)])
    #expect(judged.assignment[0] == judged.assignment[1])
    #expect(judged.entities.count == 2)
  }

  @Test func namesThatAreSaidToBeTwoAreTwo() throws {
    let names = ["Heydər Əliyev", "Heydar Aliyev", "Гейдар Алиев"]
    #expect(try resolve(names, []).entities.count == 1)
    let judged = try resolve(
      names, [.init(a: "Heydər Əliyev", b: "Гейдар Алиев", isSame: false)])
    #expect(judged.assignment[0] != judged.assignment[2])
  }

  @Test func judgementsThatContradictEachOtherAreRefused() throws {
    let names = ["Heydər Əliyev", "Heydar Aliyev", "Гейдар Алиев"]
    let error = #expect(throws: ResolutionError.self) {
      _ = try resolve(
        names,
        [
          .init(a: names[0], b: names[1], isSame: true),
          .init(a: names[1], b: names[2], isSame: true),
          .init(a: names[0], b: names[2], isSame: false),
        ])
    }
    #expect(
      error?.description
        == "The judgements say both that \"Heydər Əliyev\" and \"Гейдар Алиев\" are the same and "
        + "that they are different.")
  }

  @Test func aJudgementFileIsReadLineByLine() throws {
    let judgements = try Judgements(
      tsv: "# of a Tuesday\nA B\tC D\tsame\r\n\nE\tF\tdifferent\n", file: "j.tsv")
    #expect(
      judgements.all == [
        .init(a: "A B", b: "C D", isSame: true), .init(a: "E", b: "F", isSame: false),
      ])
  }

  @Test(arguments: [
    (
      "A\tB\tsame\nA\tB\n",
      "j.tsv:2: a judgement is two names and \"same\" or \"different\", separated by tabs."
    ),
    ("A\tB\tsame\nA\tB\tmaybe\n", "j.tsv:2: \"maybe\" is neither \"same\" nor \"different\"."),
  ])
  func aLineThatIsNoJudgementIsNamed(_ text: String, _ sentence: String) throws {
    let error = #expect(throws: ResolutionError.self) {
      _ = try Judgements(tsv: text, file: "j.tsv")
    }
    #expect(error?.description == sentence)
  }
}
