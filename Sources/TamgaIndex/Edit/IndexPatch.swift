internal import Foundation
internal import GRDB
internal import TamgaResolution
internal import TamgaText

/// Resolves some entities of an index anew, with new names or new judgements, and writes what has changed.
struct IndexPatch {
  private let database: Database
  private let index: NameIndex
  private let options: ResolutionOptions

  init(_ database: Database, _ index: NameIndex, _ options: ResolutionOptions) {
    self.database = database
    self.index = index
    self.options = options
  }

  /// A spelling as it stands in the file.
  private struct Stored {
    var name: NumberedName
    var entity: String
  }

  /// Resolves the entities of these ids with the names of `table`.
  ///
  /// - Parameters:
  ///   - heir: the id to go on under where entities become one.
  ///   - keepsTogether: whether what was one entity stays one, unless new names part it.
  func apply(
    _ table: NameTable, entities ids: [String], heir: String? = nil, keepsTogether: Bool = false,
    mentions: (Resolution) -> [IndexMention] = { _ in [] }
  ) throws -> IndexChange {
    var stored = StoredNames()
    var numbers: [String: Int64] = [:]
    var spellings: [String: [Stored]] = [:]
    let reader = try EntityReader(database)
    for id in ids {
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT * FROM entity WHERE id = ?", arguments: [id])
      else { continue }
      let number: Int64 = row["number"]
      numbers[id] = number
      append(try reader.entity(row), to: &stored)
      for row in try Row.fetchAll(
        database.cachedStatement(
          sql: "SELECT number, name FROM variant WHERE entity = ? ORDER BY number"),
        arguments: [number])
      {
        let name: String = row[1]
        spellings[name, default: []].append(
          Stored(name: NumberedName(name: name, number: row[0]), entity: id))
      }
    }
    // Spellings are numbered from the first: as many, or a few that were taken out more.
    stored.population =
      try Int.fetchOne(database, sql: "SELECT max(number) FROM variant") ?? 0
    let index = index
    stored.isTaken = { id in
      ((try? index.read { try Bool.fetchOne($0, sql: Self.isThere, arguments: [id]) }) ?? nil)
        ?? false
    }
    var options = options
    options.judgements = try judgements()
    // Entities are stored as the others are.
    options.mostFormed = reader.areFormsComplete ? .max : 0
    var resolution = try Resolver(options).resolve(table, stored: stored)
    if let heir { Self.rename(&resolution, to: heir, among: ids) }
    if keepsTogether { StableEntities(table, stored).restore(&resolution) }
    let change = try write(resolution, table, numbers, spellings)
    try IndexRows(database).insert(mentions(resolution))
    return change
  }

  private static let isThere = "SELECT EXISTS (SELECT 1 FROM entity WHERE id = ?)"

  private func append(_ entity: Entity, to stored: inout StoredNames) {
    for variant in entity.variants {
      stored.table.names.append(variant.name)
      stored.table.types.append(entity.type)
      stored.table.languages.append(variant.language)
      stored.table.sources.append(variant.sources.joined(separator: String(Self.separator)))
      stored.entities.append(entity.id)
      stored.counts.append(variant.count)
    }
  }

  private func judgements() throws -> Judgements {
    let rows = try Row.fetchAll(
      database, sql: "SELECT first, second, verdict FROM judgement ORDER BY number")
    return Judgements(
      options.judgements.all
        + rows.map { Judgements.Judgement(a: $0[0], b: $0[1], isSame: $0[2] == "same") })
  }

  /// Lets what entities became go on under another of their ids.
  private static func rename(_ resolution: inout Resolution, to heir: String, among ids: [String]) {
    guard let place = resolution.entities.firstIndex(where: { ids.contains($0.id) }),
      !resolution.entities.contains(where: { $0.id == heir })
    else { return }
    let old = resolution.entities[place].id
    resolution.entities[place].id = heir
    for number in resolution.changes.indices {
      if resolution.changes[number].id == old { resolution.changes[number].id = heir }
      resolution.changes[number].others = resolution.changes[number].others.map {
        $0 == heir ? old : $0
      }
    }
  }

  // MARK: - Writing

  private func write(
    _ resolution: Resolution, _ table: NameTable, _ numbers: [String: Int64],
    _ spellings: [String: [Stored]]
  ) throws -> IndexChange {
    var change = IndexChange()
    change.names = table.count
    var rows = try IndexRows(database)
    var spellings = spellings
    var names: [TermTable.Name] = []
    var next = (try Int64.fetchOne(database, sql: "SELECT max(number) FROM entity") ?? 0) + 1
    let live = Set(resolution.entities.map(\.id))
    for id in numbers.keys.sorted() where !live.contains(id) {
      try database.execute(
        sql: "DELETE FROM entity WHERE number = ?", arguments: [numbers[id] ?? 0])
      try database.execute(
        sql: "DELETE FROM form WHERE entity = ?", arguments: [numbers[id] ?? 0])
    }
    // What has not changed is not written.
    let changed = Set(resolution.changes.flatMap { [$0.id] + $0.others })
    for entity in resolution.entities
    where changed.contains(entity.id) || numbers[entity.id] == nil {
      let number = numbers[entity.id] ?? next
      if number == next { next += 1 }
      try rows.replace(entity, number: number)
      var kept: [NumberedName] = []
      for var variant in entity.variants {
        variant.sources = Self.parted(variant.sources)
        if let known = take(variant.name, of: entity.id, &spellings) {
          try rows.update(variant, number: known, entity: number)
          kept.append(NumberedName(name: variant.name, number: known))
        } else {
          let new = try rows.insert(variant, entity: number)
          kept.append(NumberedName(name: variant.name, number: new))
          names.append(
            TermTable.Name(text: variant.name, type: entity.type, variant: UInt32(new)))
        }
      }
      try rows.insert(entity.forms, entity: number, variants: kept)
      // A spelling that two entities had is one where they became one.
      for spelling in kept {
        for double in spellings[spelling.name] ?? []
        where double.name.isNamed(spelling.name) && !live.contains(double.entity) {
          try rows.replace(double.name.number, with: spelling.number)
        }
      }
    }
    change.newSpellings = names.count
    try write(TermTable(names))
    for event in resolution.changes {
      switch event.kind {
      case .born: change.born.append(event.id)
      case .grown: change.grown.append(event.id)
      case .merged:
        change.merged.append(contentsOf: event.others)
        for other in event.others { try rows.note("merge", entity: event.id, other: other) }
      case .split:
        change.split.append(event.id)
        for other in event.others { try rows.note("split", entity: event.id, other: other) }
      }
    }
    return change
  }

  /// Stored spellings give all their sources as one text.
  private static let separator: Character = "\u{1F}"

  private static func parted(_ sources: [String]) -> [String] {
    Set(sources.flatMap { $0.split(separator: separator).map(String.init) }).sorted()
  }

  /// The number of a stored spelling, each given out once; those of the same entity first.
  private func take(
    _ name: String, of entity: String, _ spellings: inout [String: [Stored]]
  ) -> Int64? {
    guard let all = spellings[name] else { return nil }
    let same = all.indices.filter { all[$0].name.isNamed(name) }
    guard let place = same.first(where: { all[$0].entity == entity }) ?? same.first else {
      return nil
    }
    return spellings[name]?.remove(at: place).name.number
  }

  /// Adds new spellings to the tokens they are found by.
  private func write(_ terms: TermTable) throws {
    let find = try database.cachedStatement(
      sql: "SELECT variants FROM token WHERE key = ? AND text = ? AND reading = ?")
    let put = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO token VALUES (?, ?, ?, ?, ?)")
    for row in terms.rows {
      var bytes: [UInt8] = []
      if let old = try Data.fetchOne(find, arguments: [row.key, row.text, row.reading]) {
        bytes = [UInt8](old)
      }
      Postings.append(row.numbers, after: Postings.last(bytes.span), to: &bytes)
      try put.execute(arguments: [row.key, row.text, row.reading, row.sound, Data(bytes)])
    }
    let pair = try database.cachedStatement(sql: "INSERT OR IGNORE INTO key VALUES (?, ?, ?)")
    for value in terms.pairs { try pair.execute(arguments: [value.near, value.main, value.text]) }
  }
}
