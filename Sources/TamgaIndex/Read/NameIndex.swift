internal import Dispatch
internal import Foundation
internal import GRDB
internal import Synchronization
public import TamgaResolution

/// A canonical name index: one file of entities with all their spellings, opened to read.
///
/// The file is a SQLite database; `IndexFormat.md` in the documentation describes its tables.
public struct NameIndex: Sendable {
  /// Where the file is.
  public let path: String
  let queue: DatabaseQueue

  /// Opens an index: a matter of milliseconds, whatever its size.
  ///
  /// - Throws: `IndexError` when there is no such file, it is no index, or of another format.
  public init(path: String) throws(IndexError) {
    self.path = path
    queue = try IndexConnection.reader(path)
  }

  /// Where an index is written until it is complete; a process that is stopped leaves nothing else.
  public static func temporaryPath(for path: String) -> String {
    FileReplacement(path: path).temporary
  }

  /// Builds an index and puts it at `path` whole: a reader sees the old file or the new one.
  ///
  /// - Throws: `IndexError` when it cannot be written; the old file is then as it was.
  public static func build(_ content: IndexContent, to path: String) throws(IndexError) {
    try FileReplacement.checkFolder(of: path)
    let replacement = FileReplacement(path: path)
    do {
      try IndexWriter(content).write(to: replacement.temporary)
      try replacement.commit()
    } catch {
      replacement.discard()
      throw IndexConnection.translate(error, path)
    }
  }

  /// Reads within one state of the file.
  func read<Value>(_ body: (Database) throws -> Value) throws(IndexError) -> Value {
    try IndexConnection.translating(path) {
      try queue.inDatabase { database in
        var value: Value?
        try database.inTransaction(.deferred) {
          value = try body(database)
          return .commit
        }
        guard let value else { throw IndexError.damaged(path: path, fault: "nothing was read") }
        return value
      }
    }
  }

  /// The rows of `meta`: what the file was made with.
  public func meta() throws(IndexError) -> [String: String] {
    try read { database in
      var meta: [String: String] = [:]
      for row in try Row.fetchAll(database, sql: "SELECT key, value FROM meta") {
        meta[row[0]] = row[1]
      }
      return meta
    }
  }

  /// Whether the file's keys are those this program makes, so that it can search in it and add to it.
  public func hasOurRules() throws(IndexError) -> Bool {
    let meta = try meta()
    return meta["keys"] == String(IndexFormat.keys) && meta["lexicons"] == IndexFormat.lexicons
  }

  func requireOurRules() throws(IndexError) {
    guard try hasOurRules() else { throw .otherRules(path: path) }
  }

  // MARK: - Entities

  /// The entity of an id; also of one that was merged away, as the history tells.
  ///
  /// - Throws: `IndexError.noEntity`.
  public func entity(_ id: String) throws(IndexError) -> Entity {
    try read { database in
      var id = id
      for _ in 0..<100 {
        if let row = try Row.fetchOne(
          database, sql: "SELECT * FROM entity WHERE id = ?", arguments: [id])
        {
          let reader = try EntityReader(database)
          let entity = try reader.entity(row)
          return reader.areFormsComplete ? entity : EntityCompleter().complete(entity)
        }
        let next = try String.fetchOne(
          database,
          sql: """
            SELECT entity FROM history WHERE event = 'merge' AND other = ?
            ORDER BY number DESC LIMIT 1
            """, arguments: [id])
        guard let next else { break }
        id = next
      }
      throw IndexError.noEntity(path: path, id: id)
    }
  }

  /// Calls `body` with all entities, sorted by id.
  public func forEachEntity(_ body: (Entity) throws -> Void) throws(IndexError) {
    try read { database in
      let reader = try EntityReader(database)
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM entity ORDER BY id")
      var block: [Entity] = []
      while let row = try rows.next() {
        let entity = try reader.entity(row)
        if reader.areFormsComplete {
          try body(entity)
          continue
        }
        block.append(entity)
        if block.count == Self.blockSize {
          try Self.complete(block).forEach(body)
          block.removeAll(keepingCapacity: true)
        }
      }
      try Self.complete(block).forEach(body)
    }
  }

  /// How many entities are completed at once: enough to be worth the completers.
  private static let blockSize = 16_384

  /// The entities with all forms and parts; made on all cores.
  private static func complete(_ entities: [Entity]) -> [Entity] {
    guard !entities.isEmpty else { return [] }
    let parts = min(ProcessInfo.processInfo.activeProcessorCount, 1 + entities.count / 256)
    let results = Mutex<[Int: [Entity]]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let completer = EntityCompleter()
      let range = entities.count * part / parts..<entities.count * (part + 1) / parts
      let completed = entities[range].map(completer.complete)
      results.withLock { $0[part] = completed }
    }
    let all = results.withLock { $0 }
    return (0..<parts).flatMap { all[$0] ?? [] }
  }

  /// The ids of the entities that have a spelling, exactly as it was given, sorted.
  public func entities(spelled name: String) throws(IndexError) -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT entity.id FROM variant JOIN entity ON entity.number = variant.entity
          WHERE substr(variant.name, 1, 8) = substr(?1, 1, 8) AND +variant.name = ?1
          ORDER BY entity.id
          """, arguments: [name])
    }
  }
}
