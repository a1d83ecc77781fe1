import Foundation
import TamgaResolution
import TamgaText
import TestSupport
import Testing

@testable import TamgaIndex

@Suite("Exports")
struct ExportTests {
  private static func export(_ export: IndexExport) throws -> String {
    try Samples.withIndex(IndexContent(entities: Samples.awkward)) {
      try Samples.export($0, export)
    }
  }

  @Test("JSON Lines are the contract")
  func jsonLines() throws {
    let line = try #require(try Self.export(IndexExport(.jsonl)).split(separator: "\n").first)
    #expect(
      line == """
        {"id":"t0000000000001","type":"person","canonical":"Heydər Əliyev",\
        "canonical_language":"az-Latn","forms":{"az-Latn":{"form":"Heydər Əliyev",\
        "status":"attested","scheme":null},"en":{"form":"Heydar Aliyev","status":"generated",\
        "scheme":"az-en-2020"}},"variants":[{"name":"Heydər Əliyev","language":"az-Latn",\
        "script":"Latn","count":3,"score":0.9877,"sources":["a.csv","b \\"x\\".csv"]},\
        {"name":"Һејдәр Әлијев","language":"az-Cyrl","script":"Cyrl","count":2,"score":1,\
        "sources":["a.csv"]},{"name":"Алиев, Гейдар","language":"ru","script":"Cyrl","count":1,\
        "score":0.5,"sources":[]}],"parts":{"family":["Əliyev"],"given":["Heydər"]}}
        """)
  }

  @Test("synonyms are escaped, and what has no letter is left out")
  func synonyms() throws {
    let solr = try Self.export(IndexExport(.solr)).split(separator: "\n").map(String.init)
    #expect(
      solr == [
        #"Heydər Əliyev, Һејдәр Әлијев, Алиев\, Гейдар, Heydar Aliyev"#,
        ##"ООО «А\, Б \=\> \\В», \# OOO 'A B' "V""##,
      ])
    #expect(try Self.export(IndexExport(.elasticsearch)) == solr.joined(separator: "\n") + "\n")
    let explicit = try Self.export(IndexExport(.solr, synonyms: .explicit))
    #expect(explicit.hasPrefix(#"Һејдәр Әлијев, Алиев\, Гейдар, Heydar Aliyev => Heydər Əliyev"#))
    let api = try Self.export(IndexExport(.elasticsearch, synonyms: .api))
    let object =
      try JSONSerialization.jsonObject(with: Data(api.utf8)) as? [String: [[String: String]]]
    #expect(object?["synonyms_set"]?.map { $0["id"] } == ["t0000000000001", "t0000000000002"])
    #expect(object?["synonyms_set"]?.first?["synonyms"] == solr[0])
  }

  @Test("cells of CSV are quoted where they must be")
  func csv() throws {
    let text = try Self.export(IndexExport(.csv))
    #expect(
      text.hasPrefix(
        "entity,type,canonical,canonical_language,name,language,script,count,score,sources\n"
          + "t0000000000001,person,Heydər Əliyev,az-Latn,Heydər Əliyev,az-Latn,Latn,3,0.9877,"
          + "\"a.csv|b \"\"x\"\".csv\"\n"))
    #expect(text.contains("\"# OOO 'A\tB'\n\"\"V\"\"\""))
    let table = try Self.export(IndexExport(.openrefine))
    #expect(
      table.hasPrefix(
        "id,name,type,description,aliases,az-Latn,az-Cyrl,kk-Cyrl,kk-Latn,ru,en\n"
          + "t0000000000001,Heydər Əliyev,person,\"person, 6 mentions in 3 spellings\","
          + "\"Һејдәр Әлијев|Алиев, Гейдар|Heydar Aliyev\",Heydər Əliyev,,,,,Heydar Aliyev\n"))
  }

  @Test("FollowTheMoney entities have schemas and properties of the model")
  func followTheMoney() throws {
    struct Record: Decodable {
      var id: String
      var schema: String
      var properties: [String: [String]]
    }
    let records = try Self.export(IndexExport(.ftm)).split(separator: "\n").map {
      try JSONDecoder().decode(Record.self, from: Data($0.utf8))
    }
    #expect(records.map(\.schema) == ["Person", "Organization"])
    #expect(records[0].properties["name"] == ["Heydər Əliyev"])
    #expect(records[0].properties["firstName"] == ["Heydər"])
    #expect(records[0].properties["alias"]?.contains("Heydar Aliyev") == true)
  }

  @Test("PostgreSQL's COPY has its signs escaped")
  func postgres() throws {
    let text = try Self.export(IndexExport(.postgres))
    #expect(text.contains("t0000000000002\t# OOO 'A\\tB'\\n\"V\"\t\\N\tLatn\t1\t1\t{}\n"))
    #expect(text.contains("t0000000000002\tООО «А, Б => \\\\В»\tru\tCyrl\t1\t1\t{}\n"))
    #expect(text.contains("{\"a.csv\",\"b \\\\\"x\\\\\".csv\"}\n"))
    #expect(text.components(separatedBy: "\n\\.\n").count == 5)
  }

  @Test("single words are brought to the word they are aligned with")
  func words() throws {
    try Samples.withIndex(IndexContent(entities: try Samples.entities())) { path in
      var lines: [String] = []
      try IndexExport(.postgres).writeSynonymDictionary(try NameIndex(path: path)) {
        lines.append($0)
      }
      #expect(lines.count > 300)
      #expect(lines == lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      for line in lines {
        let words = line.dropLast().split(separator: " ")
        #expect(words.count == 2 && words[0] != words[1], "\(line)")
      }
      var lexemes: [Substring: Substring] = [:]
      for line in lines {
        let words = line.dropLast().split(separator: " ")
        lexemes[words[0]] = words[1]
      }
      func lexeme(_ word: Substring) -> Substring { lexemes[word] ?? word }
      #expect(lexeme("гейдар") == lexeme("heydar"))
      #expect(lexeme("алиев") == lexeme("əliyev"))
      #expect(lexeme("алиев") != lexeme("гейдар"))
      // A word is never brought to one that is itself brought to another.
      for (word, target) in lexemes { #expect(lexemes[target] == nil, "\(word) \(target)") }
    }
  }

  @Test("the full-text database finds spellings by words and by sound")
  func fullText() throws {
    let folder = try Samples.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "fts.db").path(percentEncoded: false)
    try Samples.withIndex(IndexContent(entities: Samples.awkward)) {
      try IndexExport(.sqliteFTS).writeDatabase(try NameIndex(path: $0), to: path)
    }
    #expect(
      try Samples.query(
        "SELECT DISTINCT entity FROM names WHERE names MATCH 'name: əliyev'", path)
        == ["t0000000000001"])
    let key = SoundKeyText.keys("Гейдар")
    #expect(SoundKeyText.keys("Гейдар Алиев").hasPrefix(key))
    #expect(
      try Samples.query("SELECT entity FROM names WHERE names MATCH 'keys: \(key)'", path)
        .contains("t0000000000001"))
    #expect(try Samples.query("SELECT count(*) || '' FROM names", path) == ["6"])
  }
}
