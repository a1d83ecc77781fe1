import Foundation
import TamgaResolution
import TamgaText
import TestSupport
import Testing

@testable import TamgaIndex

@Suite("The index file")
struct IndexFileTests {
  @Test("what was written is read")
  func roundTrip() throws {
    try Samples.withIndex(IndexContent(entities: Samples.awkward)) { path in
      let index = try NameIndex(path: path)
      var entities: [Entity] = []
      try index.forEachEntity { entities.append($0) }
      #expect(entities.map(\.id) == ["t0000000000001", "t0000000000002"])
      let first = try index.entity("t0000000000001")
      #expect(first.forms == Samples.awkward[0].forms)
      #expect(
        first.variants.map(\.name) == ["Heydər Əliyev", "Һејдәр Әлијев", "Алиев, Гейдар"])
      #expect(first.variants[0].score == 0.9877)
      #expect(first.variants[0].sources == ["a.csv", "b \"x\".csv"])
      #expect(
        first.parts == [
          EntityPart(role: "family", text: "Əliyev"), EntityPart(role: "given", text: "Heydər"),
        ])
      #expect(try index.entities(spelled: "Алиев, Гейдар") == ["t0000000000001"])
      #expect(try index.entities(spelled: "Алиев") == [])
      let statistics = try index.statistics()
      #expect(statistics.entities == 2)
      #expect(statistics.spellings == 6)
      #expect(statistics.names == 9)
      #expect(statistics.attestedForms == 1)
      #expect(statistics.generatedForms == 1)
    }
  }

  @Test("the export depends on the names alone, and gives the same index again")
  func exportIsDeterministic() throws {
    let entities = try Samples.entities()
    let first = try Samples.withIndex(IndexContent(entities: entities)) {
      try Samples.export($0)
    }
    let second = try Samples.withIndex(IndexContent(entities: entities.shuffled())) {
      try Samples.export($0)
    }
    #expect(first == second)
    let lines = first.split(separator: "\n").map(String.init)
    #expect(lines.count == entities.count)
    #expect(lines.allSatisfy { IndexContent.isRecord($0) })
    #expect(!IndexContent.isRecord("{\"id\":\"1\",\"name\":\"Heydər\"}"))
    let again = try IndexContent(records: lines, file: "x.jsonl")
    #expect(try Samples.withIndex(again) { try Samples.export($0) } == first)
    let awkward = try Samples.withIndex(IndexContent(entities: Samples.awkward)) {
      try Samples.export($0)
    }
    let reread = try IndexContent(
      records: awkward.split(separator: "\n").map(String.init), file: "x.jsonl")
    #expect(try Samples.withIndex(reread) { try Samples.export($0) } == awkward)
  }

  @Test("every sample name is among the spellings of an entity after resolving")
  func nothingIsLost() throws {
    var names: [String] = []
    for entity in try Samples.truth() where entity.type == "person" {
      names.append(contentsOf: entity.names.map(\.name))
    }
    let resolution = try Resolver().resolve(NameTable(names, type: .person))
    try Samples.withIndex(IndexContent(resolution)) { path in
      let index = try NameIndex(path: path)
      for name in Set(names) { #expect(try !index.entities(spelled: name).isEmpty) }
    }
  }

  @Test("forms that are left out of a large index are made when it is read")
  func formsOnReading() throws {
    var names: [String] = []
    var types: [NameType] = []
    for entity in try Samples.truth() {
      for name in entity.names {
        names.append(name.name)
        types.append(NameType(tag: entity.type) ?? .person)
      }
    }
    var table = NameTable(names)
    table.types = types
    let added = NameTable(["Qəzənfər Musabəyov"], type: .person)
    var options = ResolutionOptions()
    options.mostRestored = 0
    let stored = try Samples.withIndex(IndexContent(try Resolver(options).resolve(table))) { path in
      _ = try IndexEditor(path: path, options: options).add(added)
      return try Samples.export(path)
    }
    options.mostFormed = 0
    try Samples.withIndex(IndexContent(try Resolver(options).resolve(table))) { path in
      _ = try IndexEditor(path: path, options: options).add(added)
      #expect(try Samples.export(path) == stored)
      #expect(
        try Samples.query("SELECT CAST(count(*) AS TEXT) FROM form WHERE scheme <> ''", path) == [
          "0"
        ])
      #expect(
        try Samples.query("SELECT CAST(count(*) AS TEXT) FROM entity WHERE parts <> ''", path) == [
          "0"
        ])
      let index = try NameIndex(path: path)
      let id = try #require(try index.entities(spelled: "Qəzənfər Musabəyov").first)
      let forms = try index.entity(id).forms
      #expect(forms.count == 6)
      #expect(forms.contains { $0.language == .azCyrl && $0.form == "Гәзәнфәр Мусабәјов" })
      #expect(try NameIndex.verify(path: path).faults == [])
    }
  }

  @Test("verify finds a flipped byte anywhere")
  func flippedByte() throws {
    try Samples.withIndex(IndexContent(entities: try Samples.entities())) { path in
      #expect(try NameIndex.verify(path: path).faults == [])
      #expect(try NameIndex.verify(path: path).entities == Samples.truth().count)
      let whole = try Data(contentsOf: URL(filePath: path))
      var generator = SystemRandomNumberGenerator()
      var offsets = [0, 20, 26, 61, 70, 93, 100, 4095, whole.count - 1]
      for _ in 0..<40 { offsets.append(Int.random(in: 0..<whole.count, using: &generator)) }
      for offset in offsets {
        var broken = whole
        broken[offset] ^= 0x10
        try broken.write(to: URL(filePath: path))
        let isFound: Bool
        do { isFound = try !NameIndex.verify(path: path).isSound } catch { isFound = true }
        #expect(isFound, "a flipped byte at \(offset)")
      }
      try whole.dropLast(4096).write(to: URL(filePath: path))
      #expect(throws: IndexError.self) {
        let found = try NameIndex.verify(path: path)
        if !found.isSound { throw IndexError.damaged(path: path, fault: found.faults[0]) }
      }
    }
  }

  @Test("other files are refused with a sentence")
  func otherFiles() throws {
    let folder = try Samples.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "x.tamga").path(percentEncoded: false)
    #expect(throws: IndexError.missing(path: path)) { try NameIndex(path: path) }
    #expect(
      IndexError.missing(path: "x.tamga").description
        == "There is no index at x.tamga: make it with \"tamga index build FILE… --output x.tamga\"."
    )
    try Data("Heydər Əliyev\n".utf8).write(to: URL(filePath: path))
    #expect(throws: IndexError.notAnIndex(path: path)) { try NameIndex(path: path) }
    try NameIndex.build(IndexContent(entities: Samples.awkward), to: path)
    try Samples.execute("UPDATE meta SET value = '99' WHERE key = 'format'", path)
    #expect(throws: IndexError.otherFormat(path: path, found: "99", known: "2")) {
      try NameIndex(path: path)
    }
    #expect(
      IndexError.otherFormat(path: "x.tamga", found: "99", known: "2").description
        == "x.tamga has format 99, and this tamga reads format 2: build it anew with "
        + "\"tamga index build FILE… --output x.tamga\".")
    try Samples.execute("UPDATE meta SET value = '2' WHERE key = 'format'", path)
    try Samples.execute("UPDATE meta SET value = 'x' WHERE key = 'lexicons'", path)
    let index = try NameIndex(path: path)
    #expect(throws: IndexError.otherRules(path: path)) { try NameSearcher(index) }
    #expect(
      IndexError.otherRules(path: "x.tamga").description.contains(
        "tamga index export x.tamga --as jsonl --output names.jsonl && tamga index build"))
  }

  @Test("a folder that is not there, is read-only or is no folder is told in a sentence")
  func cannotWrite() throws {
    let folder = try Samples.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let content = IndexContent(entities: Samples.awkward)
    let nowhere = folder.appending(path: "no/x.tamga").path(percentEncoded: false)
    #expect {
      try NameIndex.build(content, to: nowhere)
    } throws: { error in
      "\(error)".contains("there is no folder")
    }
    let path = folder.path(percentEncoded: false)
    #expect(throws: IndexError.cannotWrite(path: path, reason: "it is a folder")) {
      try NameIndex.build(content, to: path)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(left.isEmpty)
  }

  @Test("the documented query of plain SQL finds an entity by any spelling")
  func plainQuery() throws {
    try Samples.withIndex(IndexContent(entities: Samples.awkward)) { path in
      let found = try Samples.query(
        """
        SELECT entity.id FROM variant JOIN entity ON entity.number = variant.entity
        WHERE substr(variant.name, 1, 8) = substr('Һејдәр Әлијев', 1, 8)
          AND +variant.name = 'Һејдәр Әлијев'
        """, path)
      #expect(found == ["t0000000000001"])
      let view = try Samples.query(
        "SELECT entity || ' ' || language FROM spelling WHERE name = 'Алиев, Гейдар'", path)
      #expect(view == ["t0000000000001 ru"])
      let plan = try Samples.query(
        """
        EXPLAIN QUERY PLAN SELECT 1 FROM variant
        WHERE substr(name, 1, 8) = substr('x', 1, 8) AND +name = 'x'
        """, path, column: 3)
      #expect(plan[0].contains("variant_name"))
    }
  }
}
