import Foundation
import TamgaNames
import TamgaResolution
import TamgaText
import TestSupport
import Testing

@testable import TamgaIndex

@Suite("Search")
struct SearchTests {
  private static func first(
    _ query: String, _ searcher: inout NameSearcher, _ options: SearchOptions = SearchOptions()
  ) throws -> String? {
    try searcher.search(query, options).first?.entity
  }

  @Test("a distorted spelling finds the entity first, in any script")
  func anyScript() throws {
    try Samples.withIndex(IndexContent(entities: try Samples.entities())) { path in
      var searcher = try NameSearcher(NameIndex(path: path))
      for query in [
        "Абай Кунанбаев", "Abaj Kunanbajev", "abay qunanbay", "Кунанбаев, Абай", "Abai Kunanbaeff",
      ] {
        #expect(
          try Self.first(query, &searcher) == "sample:abai-qunanbaiuly", "\(query)")
      }
      let hits = try searcher.search("Абай Кунанбаев")
      #expect(hits[0].score > 0.9)
      #expect(hits[0].score <= 1)
      #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
      #expect(try searcher.search("").isEmpty)
      #expect(try searcher.search("—").isEmpty)
    }
  }

  @Test("a held-out spelling of a known entity finds it first in at least 95 of 100")
  func heldOut() throws {
    // One spelling in seven of every entity is kept out of the index and looked for.
    func isHeldOut(_ entity: Samples.Truth, _ number: Int) -> Bool {
      guard number > 0, number % 7 == 3 else { return false }
      let name = entity.names[number].name
      return entity.names.filter { $0.name == name }.count == 1
    }
    let truth = try Samples.truth()
    var owners: [String: Set<String>] = [:]
    for entity in truth {
      for name in entity.names { owners[name.name, default: []].insert(entity.id) }
    }
    for (type, goal) in [("person", 0.95), ("place", 0.8)] {
      let entities = try Samples.entities(without: isHeldOut)
      try Samples.withIndex(IndexContent(entities: entities)) { path in
        var searcher = try NameSearcher(NameIndex(path: path))
        var options = SearchOptions()
        options.limit = 3
        var asked = 0
        var right = 0
        var wrong: [String] = []
        for entity in truth where entity.type == type {
          for (number, name) in entity.names.enumerated()
          where isHeldOut(entity, number) && owners[name.name]?.count == 1 {
            asked += 1
            if try Self.first(name.name, &searcher, options) == entity.id {
              right += 1
            } else {
              wrong.append(name.name)
            }
          }
        }
        #expect(asked > 50)
        #expect(
          Double(right) / Double(asked) >= goal, "\(type): \(right) of \(asked); not \(wrong)")
      }
    }
  }

  @Test("exact, by type, by prefix and by parts")
  func modes() throws {
    try Samples.withIndex(IndexContent(entities: try Samples.entities())) { path in
      var searcher = try NameSearcher(NameIndex(path: path))
      var options = SearchOptions()
      options.mode = .exact
      #expect(try Self.first("Абай Кунанбаев", &searcher, options) == "sample:abai-qunanbaiuly")
      #expect(try searcher.search("Абай Кунанбаефф", options).isEmpty)
      options.mode = .prefix
      for begun in ["Абай Кун", "abai qun", "Qunanb", "кунанба"] {
        #expect(
          try searcher.search(begun, options).contains { $0.entity == "sample:abai-qunanbaiuly" },
          "\(begun)")
      }
      #expect(try searcher.search("Абай Xyz", options).isEmpty)
      options.mode = .fuzzy
      options.type = .work
      let works = try searcher.search("Абай", options)
      #expect(!works.isEmpty && works.allSatisfy { $0.type == .work })
      options.type = .place
      #expect(try searcher.search("Баку", options).allSatisfy { $0.type == .place })
      options = SearchOptions()
      options.parts = [NamePartQuery(.family, "Алиев"), NamePartQuery(.given, "Heydar")]
      let found = try searcher.search("Heydar Алиев", options)
      #expect(found.first?.canonical.contains("Heyd") == true)
      options.parts = [NamePartQuery(.family, "Heydar")]
      #expect(
        try searcher.search("Heydar", options).allSatisfy { !$0.canonical.hasPrefix("Heydər") })
    }
  }

  @Test("an explanation says what agrees")
  func explanation() throws {
    try Samples.withIndex(IndexContent(entities: Samples.awkward)) { path in
      var searcher = try NameSearcher(NameIndex(path: path))
      var options = SearchOptions()
      options.explains = true
      options.type = .person
      let hit = try #require(try searcher.search("Гейдар Алиев", options).first)
      #expect(hit.entity == "t0000000000001")
      #expect(hit.reasons.contains { $0.contains("Гейдар") && $0.contains("+") })
    }
  }

  @Test("a searcher sees what another process adds")
  func seesChanges() throws {
    try Samples.withIndex(IndexContent(entities: Samples.awkward)) { path in
      var searcher = try NameSearcher(NameIndex(path: path))
      #expect(try searcher.search("Қасым-Жомарт Тоқаев").allSatisfy { $0.score < 0.5 })
      _ = try IndexEditor(path: path).add(
        NameTable(["Касым-Жомарт Токаев", "Kassym-Jomart Tokayev"], type: .person))
      #expect(try (searcher.search("Қасым-Жомарт Тоқаев").first?.score ?? 0) > 0.5)
    }
  }

  @Test("the distance of skeletons")
  func distance() {
    func distance(_ a: String, _ b: String) -> Int {
      SoundDistance(Array(a.utf8)).distance(Array(b.utf8))
    }
    #expect(distance("hidar", "hidar") == 0)
    #expect(distance("hidar", "kidar") == 1)
    #expect(distance("hidar", "hdr") == 2)
    #expect(distance("kunanbaiuli", "kunanbaiv") == 3)
    #expect(distance("a", "hidar") == 4)
    #expect(distance("abcdef", "") == 6)
  }

  @Test("postings are read as they were written")
  func postings() {
    var bytes: [UInt8] = []
    let numbers: [UInt32] = [4, 5, 9, 300, 301, 70_000, 16_000_000, UInt32.max]
    Postings.append(Array(numbers[..<4]), to: &bytes)
    Postings.append(Array(numbers[4...]), after: Postings.last(bytes.span), to: &bytes)
    var read: [UInt32] = []
    Postings.forEach(bytes.span) { read.append($0) }
    #expect(read == numbers)
  }
}
