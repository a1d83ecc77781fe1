internal import Foundation
internal import GRDB
public import TamgaResolution
internal import TamgaText

/// Changes an index in place. Every change is one transaction: a crash leaves the index before it or after it.
///
/// Whatever is changed, the entities concerned are resolved anew with all that has been judged, so that the index is
/// what resolving all names at once would give.
public struct IndexEditor {
  /// The index that is changed.
  public let index: NameIndex
  private let queue: DatabaseQueue
  private let options: ResolutionOptions

  /// Opens an index to change it.
  ///
  /// - Parameter patience: how long to wait for another process that changes the index, in seconds.
  /// - Throws: `IndexError`, among others when it was built with other lexicons or rules.
  public init(
    path: String, options: ResolutionOptions = ResolutionOptions(), patience: Double = 10
  ) throws(IndexError) {
    queue = try IndexConnection.writer(path, patience: patience)
    index = try NameIndex(path: path)
    try index.requireOurRules()
    self.options = options
  }

  private var path: String { index.path }

  /// Runs `body` as one transaction and seals the file afterwards.
  private func change<Value>(_ body: (Database) throws -> Value) throws(IndexError) -> Value {
    do throws(IndexError) { return try attempt(body) } catch {
      if error == .full(path: path) {
        // SQLite leaves it to the next one who opens the file to bring the old state back: that is done here.
        try? queue.close()
        _ = try? IndexConnection.writer(path, patience: 1)
      }
      throw error
    }
  }

  private func attempt<Value>(_ body: (Database) throws -> Value) throws(IndexError) -> Value {
    try IndexConnection.translating(path) {
      try queue.inDatabase { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          // The old seal is void with the first change; a crash before the new one leaves a file without.
          try database.execute(sql: "PRAGMA user_version = 0")
          value = try body(database)
          return .commit
        }
        try database.inTransaction(.immediate) {
          let seal = Int32(bitPattern: try IndexSeal.read(path).computed)
          try database.execute(sql: "PRAGMA user_version = \(seal)")
          return .commit
        }
        guard let value else { throw IndexError.busy(path: path) }
        return value
      }
    }
  }

  // MARK: - Changes

  /// Adds names: each goes to the entity it belongs to, or becomes a new one. Entities may be merged by what is new.
  ///
  /// - Parameter mentions: tells where the names stand, once it is known what they are.
  public func add(
    _ table: NameTable, mentions: (Resolution) -> [IndexMention] = { _ in [] }
  ) throws(IndexError) -> IndexChange {
    guard table.count > 0 else { return IndexChange() }
    return try change { database in
      let affected = try AffectedEntities(index).ids(table)
      let patch = IndexPatch(database, index, options)
      let change = try patch.apply(
        table, entities: affected, keepsTogether: true, mentions: mentions)
      try IndexRows(database).note(
        "add",
        note: "\(change.names) names, \(change.newSpellings) new spellings, "
          + "\(change.born.count) new entities")
      return change
    }
  }

  /// Keeps a judgement on two spellings and resolves their entities anew; nil takes back what was judged of them.
  ///
  /// - Throws: `IndexError.noVariant` for a spelling that is not in the index.
  public func judge(
    _ first: String, _ second: String, isSame: Bool?
  ) throws(IndexError) -> IndexChange {
    try change { database in
      guard first != second else {
        throw IndexError.contradiction(
          "\"\(first)\" was named twice: a judgement is on two spellings.")
      }
      var entities = Set<String>()
      for name in [first, second] {
        let found = try index.entities(spelled: name)
        if found.isEmpty { throw IndexError.noVariant(path: path, name: name) }
        entities.formUnion(found)
      }
      let rows = try IndexRows(database)
      try database.execute(
        sql: """
          DELETE FROM judgement
          WHERE (first = ?1 AND second = ?2) OR (first = ?2 AND second = ?1)
          """, arguments: [first, second])
      let hadJudgement = database.changesCount > 0
      if let isSame {
        try rows.insert(Judgements.Judgement(a: first, b: second, isSame: isSame))
        try rows.note("judge", note: "\(first) | \(second) | \(isSame ? "same" : "different")")
      } else {
        guard hadJudgement else {
          throw IndexError.contradiction("Nothing was judged of \"\(first)\" and \"\(second)\".")
        }
        try rows.note("undo", note: "\(first) | \(second)")
      }
      return try IndexPatch(database, index, options)
        .apply(NameTable(), entities: entities.sorted())
    }
  }

  /// Makes entities one, under the id of the first, and keeps that as judgements.
  public func merge(_ ids: [String]) throws(IndexError) -> IndexChange {
    try change { database in
      guard Set(ids).count > 1 else {
        throw IndexError.contradiction("Merging takes the ids of two entities or more.")
      }
      var names: [String] = []
      for id in ids {
        for variant in try index.entity(id).variants where !names.contains(variant.name) {
          names.append(variant.name)
        }
      }
      try judge(names, isSame: true, database)
      return try IndexPatch(database, index, options)
        .apply(NameTable(), entities: ids, heir: ids[0])
    }
  }

  /// Takes spellings out of an entity: they become another, and that is kept as judgements.
  public func split(_ id: String, names: [String]) throws(IndexError) -> IndexChange {
    try change { database in
      let all = try index.entity(id).variants.map(\.name)
      for name in names where !all.contains(name) {
        throw IndexError.noVariant(path: path, name: name)
      }
      let rest = all.filter { !names.contains($0) }
      guard !names.isEmpty, !rest.isEmpty else {
        throw IndexError.contradiction(
          "Splitting \(id) takes some of its spellings, but not all of them.")
      }
      try judge(names, isSame: true, database)
      try judge(rest, isSame: true, database)
      for a in names {
        for b in rest { try forget(a, b, database) }
      }
      let rows = try IndexRows(database)
      for a in names {
        try rows.insert(Judgements.Judgement(a: a, b: rest[0], isSame: false))
      }
      return try IndexPatch(database, index, options).apply(NameTable(), entities: [id])
    }
  }

  /// Judges that all names are the same, in place of what was judged of them.
  private func judge(_ names: [String], isSame: Bool, _ database: Database) throws {
    let rows = try IndexRows(database)
    for (number, a) in names.enumerated() {
      for b in names[(number + 1)...] { try forget(a, b, database) }
    }
    for name in names.dropFirst() {
      try rows.insert(Judgements.Judgement(a: names[0], b: name, isSame: isSame))
    }
  }

  private func forget(_ a: String, _ b: String, _ database: Database) throws {
    try database.execute(
      sql: """
        DELETE FROM judgement
        WHERE (first = ?1 AND second = ?2) OR (first = ?2 AND second = ?1)
        """, arguments: [a, b])
  }
}

extension NameIndex {
  /// What has been judged, in the order it was.
  public func judgements() throws(IndexError) -> Judgements {
    try read { database in
      Judgements(
        try Row.fetchAll(
          database, sql: "SELECT first, second, verdict FROM judgement ORDER BY number"
        ).map { Judgements.Judgement(a: $0[0], b: $0[1], isSame: $0[2] == "same") })
    }
  }

  /// What happened to the index, or to one entity, in the order it did.
  public func history(of id: String? = nil) throws(IndexError) -> [IndexEvent] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT number, made_at, event, coalesce(entity, ''), coalesce(other, ''),
            coalesce(note, '')
          FROM history WHERE ?1 IS NULL OR entity = ?1 OR other = ?1 ORDER BY number
          """, arguments: [id]
      ).map {
        IndexEvent(
          number: $0[0], time: $0[1], event: $0[2], entity: $0[3], other: $0[4], note: $0[5])
      }
    }
  }
}
