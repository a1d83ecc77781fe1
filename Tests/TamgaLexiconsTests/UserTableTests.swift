import TamgaLexicons
import Testing

/// A user's own table is laid over a shipped one, or refused with its line.
struct UserTableTests {
  private static func overlaying(_ text: String) throws(LexiconError) -> Lexicons {
    try Lexicons.shipped.overlaying(Array(text.utf8), named: "mine.tsv")
  }

  private static func rows(_ lexicons: Lexicons, _ path: String) -> [String: String] {
    var rows: [String: String] = [:]
    lexicons.forEachRow(path) { rows[$0[0]] = $0[1] }
    return rows
  }

  @Test func rowsAreAddedAndReplaced() throws {
    let text = "# overlays: names/given-az.tsv\nZubeyir\tm\tar\t\nAbbas\tu\tar\t\n"
    let mine = try Self.overlaying(text)
    let before = Self.rows(.shipped, "names/given-az.tsv")
    let after = Self.rows(mine, "names/given-az.tsv")
    #expect(before["Abbas"] == "m")
    #expect(after["Abbas"] == "u")
    #expect(after["Zubeyir"] == "m")
    #expect(after.count == before.count + (before["Zubeyir"] == nil ? 1 : 0))
    #expect(mine.overlayPaths == ["mine.tsv"])
    #expect(mine.fingerprint != Lexicons.shipped.fingerprint)
  }

  @Test func theLastTableWins() throws {
    let first = "# overlays: names/given-az.tsv\nAbbas\tu\tar\t\n"
    let second = "# overlays: names/given-az.tsv\nAbbas\tf\tar\t\n"
    let both = try Self.overlaying(first)
      .overlaying(Array(second.utf8), named: "second.tsv")
    #expect(Self.rows(both, "names/given-az.tsv")["Abbas"] == "f")
  }

  @Test func lineEndsOfOtherSystemsAreTaken() throws {
    let text = "\u{FEFF}# overlays: names/given-az.tsv\r\nZubeyir\tm\tar\t\r\n"
    let mine = try Self.overlaying(text)
    #expect(Self.rows(mine, "names/given-az.tsv")["Zubeyir"] == "m")
  }

  @Test(arguments: [
    (
      "Zubeyir\tm\tar\t\n",
      "mine.tsv:1: the header does not say which table it adds to "
        + "(\"# overlays: names/given-az.tsv\")."
    ),
    (
      "# overlays: names/given-az.tsv\n# columns: name\nZubeyir\n",
      "mine.tsv:1: its columns are not those of names/given-az.tsv: name gender origin forms."
    ),
    (
      "# overlays: names/given-az.tsv\nZubeyir\tm\n",
      "mine.tsv:2: there are 2 cells where the header names 4."
    ),
    (
      "# overlays: names/given-az.tsv\nA\tm\tar\t\nB\tmale\tar\t\n",
      "mine.tsv:3: \"male\" in the column gender is none of f, m, u."
    ),
    (
      "# overlays: names/given-az.tsv\nA\tm\tar\t\nA\tf\tar\t\n",
      "mine.tsv:3: the key \"A\" stands twice."
    ),
    (
      "# overlays: names/given-az.tsv\n# nonsense\n",
      "mine.tsv:2: the header line is not of the form \"# key: value\"."
    ),
  ])
  func faultsAreToldWithFileAndLine(text: String, sentence: String) {
    #expect(throws: LexiconError.self) { try Self.overlaying(text) }
    do {
      _ = try Self.overlaying(text)
    } catch {
      #expect(error.description == sentence)
    }
  }

  @Test func generatedTablesAreNotAddedTo() {
    do {
      _ = try Self.overlaying("# overlays: models/name-parts.tsv\n")
      Issue.record("a generated table took rows")
    } catch {
      let start = "mine.tsv:1: models/name-parts.tsv is no table that a user may add to; those are"
      #expect(error.description.hasPrefix(start))
    }
  }
}
