import Foundation
import TamgaResolution
import TamgaText
import TestSupport
import Testing

@testable import TamgaIndex

@Suite("Changes of an index")
struct EditTests {
  /// The persons of the samples, resolved at once.
  private static func names() throws -> [String] {
    try Samples.truth().filter { $0.type == "person" }.flatMap { $0.names.map(\.name) }
  }

  private static func build(_ names: [String]) throws -> IndexContent {
    IndexContent(try Resolver().resolve(NameTable(names, type: .person)))
  }

  /// The partition as sets of names.
  private static func partition(_ path: String) throws -> Set<Set<String>> {
    var sets: Set<Set<String>> = []
    try NameIndex(path: path).forEachEntity { sets.insert(Set($0.variants.map(\.name))) }
    return sets
  }

  @Test("adding keeps the ids of what is not touched, and counts every name")
  func addKeepsIDs() throws {
    let names = try Self.names()
    let old = names.enumerated().filter { $0.offset % 10 != 0 }.map(\.element)
    let new = names.enumerated().filter { $0.offset % 10 == 0 }.map(\.element)
    try Samples.withIndex(try Self.build(old)) { path in
      var before: [String: Set<String>] = [:]
      try NameIndex(path: path).forEachEntity { before[$0.id] = Set($0.variants.map(\.name)) }
      let change = try IndexEditor(path: path).add(NameTable(new, type: .person))
      #expect(change.names == new.count)
      var after: [String: Set<String>] = [:]
      var total = 0
      try NameIndex(path: path).forEachEntity { entity in
        after[entity.id] = Set(entity.variants.map(\.name))
        total += entity.variants.reduce(0) { $0 + $1.count }
      }
      #expect(total == names.count)
      for name in names { #expect(after.values.contains { $0.contains(name) }) }
      // Whatever entity is gone was merged into one that is there, or was split.
      let gone = before.keys.filter { after[$0] == nil }
      #expect(Set(gone) == Set(change.merged))
      let index = try NameIndex(path: path)
      for id in gone { #expect(try after[index.entity(id).id] != nil) }
      let verification = try NameIndex.verify(path: path)
      #expect(verification.faults == [])
      #expect(!verification.isUnsealed)
      let history = try index.history()
      #expect(history.first?.event == "build")
      #expect(history.contains { $0.event == "add" })
    }
  }

  @Test("adding in pieces gives nearly the entities of all at once")
  func pieces() throws {
    let names = try Self.names()
    let whole = try Samples.withIndex(try Self.build(names)) { try Self.partition($0) }
    let pieces = try Samples.withIndex(try Self.build(Array(names[..<(names.count / 2)]))) { path in
      let editor = try IndexEditor(path: path)
      let rest = Array(names[(names.count / 2)...])
      for part in 0..<4 {
        let range = rest.count * part / 4..<rest.count * (part + 1) / 4
        _ = try editor.add(NameTable(Array(rest[range]), type: .person))
      }
      return try Self.partition(path)
    }
    // Names that are in the same company both times.
    let same = whole.intersection(pieces).reduce(0) { $0 + $1.count }
    let all = whole.reduce(0) { $0 + $1.count }
    #expect(Double(same) / Double(all) > 0.9, "\(same) of \(all)")
  }

  @Test("the same names in any order give the same index, whatever was added when")
  func addIsDeterministic() throws {
    let names = try Self.names()
    let old = Array(names[..<800])
    let new = Array(names[800...])
    func export(_ old: [String], _ new: [String]) throws -> String {
      try Samples.withIndex(try Self.build(old)) { path in
        _ = try IndexEditor(path: path).add(NameTable(new, type: .person))
        return try Samples.export(path)
      }
    }
    #expect(try export(old, new) == export(old.reversed(), new.reversed()))
  }

  @Test("merge and split are kept, and are in the history")
  func mergeAndSplit() throws {
    let names = [
      "Heydər Əliyev", "Гейдар Алиев", "Heydar Aliyev", "Мұхтар Әуезов", "Мухтар Ауэзов",
    ]
    try Samples.withIndex(try Self.build(names)) { path in
      let editor = try IndexEditor(path: path)
      let index = try NameIndex(path: path)
      let a = try index.entities(spelled: "Heydər Əliyev")[0]
      let b = try index.entities(spelled: "Мұхтар Әуезов")[0]
      #expect(a != b)
      _ = try editor.merge([b, a])
      #expect(try index.entities(spelled: "Heydər Əliyev") == [b])
      #expect(try index.entity(a).id == b)
      #expect(try index.history(of: a).map(\.event) == ["merge"])
      // What is merged stays merged when names are added.
      _ = try editor.add(NameTable(["Гейдар Алиевич Алиев", "М. Ауэзов"], type: .person))
      #expect(
        try index.entities(spelled: "Heydər Əliyev") == index.entities(spelled: "Мұхтар Әуезов"))
      let change = try editor.split(b, names: ["Мұхтар Әуезов", "Мухтар Ауэзов"])
      #expect(change.born.count == 1)
      #expect(
        try index.entities(spelled: "Heydər Əliyev") != index.entities(spelled: "Мұхтар Әуезов"))
      #expect(
        try index.entities(spelled: "Мухтар Ауэзов") == index.entities(spelled: "Мұхтар Әуезов"))
      #expect(try NameIndex.verify(path: path).faults == [])
      #expect(throws: IndexError.noEntity(path: path, id: "nobody")) {
        try editor.merge([b, "nobody"])
      }
      #expect(throws: IndexError.noVariant(path: path, name: "nobody")) {
        try editor.split(b, names: ["nobody"])
      }
    }
  }

  @Test("a judgement is obeyed, and can be taken back")
  func judge() throws {
    let names = ["Heydər Əliyev", "Гейдар Алиев", "Heydar Aliyev", "İlham Əliyev", "Ильхам Алиев"]
    try Samples.withIndex(try Self.build(names)) { path in
      let before = try Self.partition(path)
      let editor = try IndexEditor(path: path)
      let index = try NameIndex(path: path)
      #expect(
        try index.entities(spelled: "Heydər Əliyev") == index.entities(spelled: "Гейдар Алиев"))
      _ = try editor.judge("Heydər Əliyev", "Гейдар Алиев", isSame: false)
      #expect(
        try index.entities(spelled: "Heydər Əliyev") != index.entities(spelled: "Гейдар Алиев"))
      #expect(try index.judgements().all.count == 1)
      _ = try editor.judge("Heydər Əliyev", "Гейдар Алиев", isSame: nil)
      #expect(try index.judgements().all.isEmpty)
      #expect(try Self.partition(path) == before)
      _ = try editor.judge("Heydər Əliyev", "İlham Əliyev", isSame: true)
      #expect(
        try index.entities(spelled: "Heydər Əliyev") == index.entities(spelled: "İlham Əliyev"))
      _ = try editor.judge("İlham Əliyev", "Heydər Əliyev", isSame: nil)
      #expect(
        try index.entities(spelled: "Heydər Əliyev") != index.entities(spelled: "İlham Əliyev"))
      #expect(throws: IndexError.noVariant(path: path, name: "Nobody")) {
        try editor.judge("Nobody", "Heydər Əliyev", isSame: true)
      }
      #expect(throws: IndexError.self) {
        try editor.judge("Heydər Əliyev", "Гейдар Алиев", isSame: nil)
      }
    }
  }
}
