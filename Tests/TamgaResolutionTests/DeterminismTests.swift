import Foundation
import TamgaResolution
import TamgaText
import TestSupport
import Testing

@Suite("The same names give the same entities")
struct DeterminismTests {
  /// What a resolution found, without the order of rows.
  static func facts(_ resolution: Resolution) -> [String] {
    resolution.entities.map { entity in
      let variants = entity.variants.map { "\($0.name)×\($0.count)@\($0.score)" }
      let forms = entity.forms.map { "\($0.language.rawValue)=\($0.form) \($0.scheme)" }
      return ([entity.id, entity.canonical] + variants + forms + entity.aliases)
        .joined(separator: "|")
    } + resolution.questions.map { "\($0)" } + resolution.bridges.map { "\($0)" }
  }

  static func names() throws -> [String] {
    try ["persons", "places", "organizations"].flatMap { file in
      try String(contentsOf: TestFiles.corpus("samples/\(file).csv"), encoding: .utf8)
        .split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[0]) }
    }
  }

  /// A shuffle that is the same on every machine.
  static func shuffled(_ names: [String], seed: UInt64) -> [String] {
    var state = seed
    var names = names
    for index in names.indices.dropFirst() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      names.swapAt(index, Int(state >> 33) % (index + 1))
    }
    return names
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    let names = try Self.names()
    let expected = Self.facts(try Resolver().resolve(NameTable(names)))
    #expect(expected.count > 100)
    for seed in [1, 2] as [UInt64] {
      let found = Self.facts(
        try Resolver().resolve(NameTable(Self.shuffled(names, seed: seed))))
      #expect(found == expected)
    }
  }

  @Test func runsSideBySideAreTheSame() async throws {
    let names = Array(try Self.names().prefix(700))
    let expected = Self.facts(try Resolver().resolve(NameTable(names, type: .person)))
    let all = try await withThrowingTaskGroup(of: [String].self) { group in
      for seed in 0..<4 as Range<UInt64> {
        group.addTask {
          let table = NameTable(Self.shuffled(names, seed: seed), type: .person)
          return Self.facts(try Resolver().resolve(table))
        }
      }
      return try await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    for found in all { #expect(found == expected) }
  }

  @Test func anotherLocaleChangesNothing() throws {
    let names = Array(try Self.names().prefix(200))
    let expected = Self.facts(try Resolver().resolve(NameTable(names)))
    let before = unsafe setlocale(LC_ALL, nil).map { unsafe String(cString: $0) }
    defer { if let before { _ = unsafe setlocale(LC_ALL, before) } }
    for locale in ["tr_TR.UTF-8", "az_AZ.UTF-8", "C"] {
      _ = unsafe setlocale(LC_ALL, locale)
      #expect(Self.facts(try Resolver().resolve(NameTable(names))) == expected)
    }
  }
}
