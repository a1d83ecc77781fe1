internal import Foundation
internal import GRDB

/// Opens index files, and turns SQLite's errors into sentences.
enum IndexConnection {
  /// How long to wait for another process that changes the file, in seconds.
  static let patience: TimeInterval = 10

  /// Opens a file to read.
  static func reader(_ path: String) throws(IndexError) -> DatabaseQueue {
    try exists(path)
    do {
      return try open(path, readOnly: true)
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
      || error.resultCode == .SQLITE_CANTOPEN
    {
      // A writer died in the middle: opening the file to write brings the old state back.
      return try translating(path) {
        _ = try open(path, readOnly: false)
        return try open(path, readOnly: true)
      }
    } catch {
      throw translate(error, path)
    }
  }

  /// Opens a file to change it.
  static func writer(
    _ path: String, patience: TimeInterval
  ) throws(IndexError) -> DatabaseQueue {
    try exists(path)
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw .cannotWrite(path: path, reason: "it is read-only")
    }
    return try translating(path) { try open(path, readOnly: false, patience: patience) }
  }

  private static func exists(_ path: String) throws(IndexError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    if FileReplacement.isFolder(path) { throw .notAnIndex(path: path) }
  }

  private static func open(
    _ path: String, readOnly: Bool, patience: TimeInterval = patience
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: readOnly
          ? "PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824"
          : "PRAGMA cache_size = -262144; PRAGMA cache_spill = OFF; PRAGMA synchronous = FULL")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { database in try check(database, path) }
    return queue
  }

  /// Refuses files of other programs and of other formats.
  private static func check(_ database: Database, _ path: String) throws {
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id")
    guard application == IndexFormat.applicationID else { throw IndexError.notAnIndex(path: path) }
    let found =
      try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'format'") ?? "0"
    guard found == String(IndexFormat.version) else {
      throw IndexError.otherFormat(
        path: path, found: found, known: String(IndexFormat.version))
    }
  }

  /// Runs `body` and throws the sentence for whatever it throws.
  static func translating<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(IndexError) -> Value {
    do { return try body() } catch { throw translate(error, path) }
  }

  /// The sentence for an error.
  static func translate(_ error: any Error, _ path: String) -> IndexError {
    if let error = error as? IndexError { return error }
    guard let error = error as? DatabaseError else {
      let underlying = error as NSError
      if underlying.domain == NSPOSIXErrorDomain {
        return .system(path: path, Int32(underlying.code))
      }
      return .cannotWrite(path: path, reason: underlying.localizedDescription)
    }
    switch error.resultCode {
    case .SQLITE_FULL: return .full(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_NOTADB: return .notAnIndex(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return .cannotWrite(path: path, reason: "it is read-only")
    case .SQLITE_CANTOPEN:
      return .cannotWrite(path: path, reason: "the file or its folder cannot be opened")
    case .SQLITE_IOERR:
      // A limit on the size of files shows as a failed write.
      if error.extendedResultCode == .SQLITE_IOERR_WRITE
        || error.extendedResultCode == .SQLITE_IOERR_FSYNC
        || error.extendedResultCode == .SQLITE_IOERR_TRUNCATE
      {
        return .full(path: path)
      }
      return .damaged(path: path, fault: "it cannot be read")
    case .SQLITE_CORRUPT: return .damaged(path: path, fault: "its pages contradict each other")
    default:
      return .damaged(
        path: path, fault: error.message ?? "SQLite reports error \(error.resultCode)")
    }
  }
}
