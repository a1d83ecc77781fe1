internal import TamgaResolution
internal import TamgaText

/// Keeps entities together that names are added to.
///
/// Resolved among a part of the names only, an entity may fall apart that was one among all of them, or that a person
/// put together. Names that are added may join entities; what they have nothing to do with stays as it was.
struct StableEntities {
  private let newNames: Set<[UInt8]>
  private let entities: [[UInt8]: Set<String>]

  init(_ table: NameTable, _ stored: StoredNames) {
    newNames = Set((0..<table.count).map { Array(table.names[$0].utf8) })
    var entities: [[UInt8]: Set<String>] = [:]
    for (row, id) in stored.entities.enumerated() {
      entities[Array(stored.table.names[row].utf8), default: []].insert(id)
    }
    self.entities = entities
  }

  /// Puts back what was parted from an entity without a new name having a share in it.
  func restore(_ resolution: inout Resolution) {
    var places: [String: Int] = [:]
    for (place, entity) in resolution.entities.enumerated() { places[entity.id] = place }
    var heirs: [String: String] = [:]
    for change in resolution.changes where change.kind == .born && change.others.count == 1 {
      guard let place = places[change.id], places[change.others[0]] != nil,
        isOld(resolution.entities[place], of: change.others[0])
      else { continue }
      heirs[change.id] = change.others[0]
    }
    guard !heirs.isEmpty else { return }
    for id in heirs.keys.sorted() {
      guard let heir = heirs[id], let from = places[id], let to = places[heir] else { continue }
      resolution.entities[to].variants += resolution.entities[from].variants
      resolution.entities[to].variants.sort { a, b in
        a.count != b.count
          ? a.count > b.count : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
      }
    }
    var numbers: [Int32] = []
    var kept: [Entity] = []
    for entity in resolution.entities {
      numbers.append(Int32(kept.count))
      if heirs[entity.id] == nil { kept.append(entity) }
    }
    resolution.entities = kept
    resolution.assignment = resolution.assignment.map { $0 < 0 ? $0 : numbers[Int($0)] }
    resolution.changes = resolution.changes.compactMap { change in
      var change = change
      guard heirs[change.id] == nil else { return nil }
      if change.kind == .split {
        change.others.removeAll { heirs[$0] != nil }
        if change.others.isEmpty { return nil }
      }
      return change
    }
  }

  private func isOld(_ entity: Entity, of id: String) -> Bool {
    entity.variants.allSatisfy { variant in
      let name = Array(variant.name.utf8)
      return !newNames.contains(name) && entities[name]?.contains(id) == true
    }
  }
}
