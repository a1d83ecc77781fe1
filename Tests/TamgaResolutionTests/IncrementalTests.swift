import Foundation
import TamgaResolution
import TamgaText
import TestSupport
import Testing

@Suite("New names beside stored ones")
struct IncrementalTests {
  private func stored(_ resolution: Resolution) -> StoredNames {
    var stored = StoredNames()
    for entity in resolution.entities {
      for variant in entity.variants {
        stored.table.names.append(variant.name)
        stored.table.types.append(entity.type)
        stored.table.languages.append(variant.language)
        stored.entities.append(entity.id)
        stored.counts.append(variant.count)
      }
    }
    return stored
  }

  @Test func entitiesKeepTheirIds() throws {
    let first = try Resolver().resolve(
      NameTable(["Heydər Əliyev", "Гейдар Алиев", "Абай Құнанбайұлы"], type: .person))
    let second = try Resolver().resolve(
      NameTable(["Heydar Aliyev", "Vaqif Səmədoğlu"], type: .person), stored: stored(first))
    #expect(Set(first.entities.map(\.id)).isSubset(of: second.entities.map(\.id)))
    #expect(second.entities.count == 3)
    let grown = second.entities[Int(second.assignment[0])]
    #expect(Set(grown.variants.map(\.name)) == ["Heydər Əliyev", "Гейдар Алиев", "Heydar Aliyev"])
    let new = second.entities[Int(second.assignment[1])]
    #expect(
      Set(second.changes.map { "\($0.kind) \($0.id)" }) == ["grown \(grown.id)", "born \(new.id)"])
  }

  /// A few names of a large index get the forms they would have got with all of them.
  @Test func namesOfALargeIndexAreTreatedAsItsOwn() throws {
    func form(_ population: Int) throws -> EntityForm {
      var stored = StoredNames()
      stored.population = population
      let resolution = try Resolver().resolve(
        NameTable(["Muhtar Kunanbaiuly Satybaldin"], type: .person), stored: stored)
      return try #require(resolution.entities[0].forms.first { $0.language == .kkCyrl })
    }
    #expect(try form(0) == form(20_000))
    #expect(try form(0) != form(20_001))
  }

  @Test func aNameThatJoinsTwoEntitiesMergesThem() throws {
    var judged = ResolutionOptions()
    judged.judgements = Judgements([.init(a: "Heydər Əliyev", b: "Гейдар Алиев", isSame: false)])
    let apart = try Resolver(judged).resolve(
      NameTable(["Heydər Əliyev", "Гейдар Алиев"], type: .person))
    #expect(apart.entities.count == 2)
    let joined = try Resolver().resolve(
      NameTable(["Heydar Aliyev"], type: .person), stored: stored(apart))
    #expect(joined.entities.count == 1)
    let merged = try #require(joined.changes.first { $0.kind == .merged })
    #expect(merged.id == joined.entities[0].id)
    #expect(Set([merged.id] + merged.others) == Set(apart.entities.map(\.id)))
  }

  @Test func aJudgementSplitsAnEntityAndTheLargerPartKeepsTheId() throws {
    let one = try Resolver().resolve(
      NameTable(["Heydər Əliyev", "Heydar Aliyev", "Гейдар Алиев"], type: .person))
    #expect(one.entities.count == 1)
    var judged = ResolutionOptions()
    judged.judgements = Judgements([
      .init(a: "Heydər Əliyev", b: "Гейдар Алиев", isSame: false),
      .init(a: "Heydar Aliyev", b: "Гейдар Алиев", isSame: false),
    ])
    let two = try Resolver(judged).resolve(
      NameTable([String](), type: .person), stored: stored(one))
    #expect(two.entities.count == 2)
    let kept = try #require(two.entities.first { $0.id == one.entities[0].id })
    #expect(kept.variants.count == 2)
    let split = try #require(two.changes.first { $0.kind == .split })
    #expect(split.id == kept.id)
    #expect(split.others == two.entities.map(\.id).filter { $0 != kept.id })
  }

  @Test func newIdsKeepClearOfTakenOnes() throws {
    let alone = try Resolver().resolve(NameTable(["Vaqif Səmədoğlu"], type: .person))
    let id = alone.entities[0].id
    var stored = self.stored(try Resolver().resolve(NameTable(["Heydər Əliyev"], type: .person)))
    stored.isTaken = { $0 == id }
    let resolution = try Resolver().resolve(
      NameTable(["Vaqif Səmədoğlu"], type: .person), stored: stored)
    #expect(resolution.entities[Int(resolution.assignment[0])].id != id)
  }

  @Test func addingInPiecesGivesNearlyTheSamePartition() throws {
    let names = try String(contentsOf: TestFiles.corpus("samples/persons.csv"), encoding: .utf8)
      .split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[0]) }
    let whole = try Resolver().resolve(NameTable(names, type: .person))
    var pieces = try Resolver().resolve(NameTable(names.prefix(400), type: .person))
    for start in stride(from: 400, to: names.count, by: 300) {
      pieces = try Resolver().resolve(
        NameTable(names[start..<min(start + 300, names.count)], type: .person),
        stored: stored(pieces))
    }
    func owners(_ resolution: Resolution) -> [String: Set<String>] {
      var owners: [String: Set<String>] = [:]
      for entity in resolution.entities {
        let members = Set(entity.variants.map(\.name))
        for name in members { owners[name] = members }
      }
      return owners
    }
    let (a, b) = (owners(whole), owners(pieces))
    let same = a.count { b[$0.key] == $0.value }
    #expect(Double(same) / Double(a.count) > 0.97)
  }
}
