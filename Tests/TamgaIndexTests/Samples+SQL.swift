import Foundation
import GRDB

extension Samples {
  /// Changes a file as a stranger would.
  static func execute(_ sql: String, _ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// The texts of a column.
  static func query(_ sql: String, _ path: String, column: Int = 0) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { try Row.fetchAll($0, sql: sql).map { $0[column] } }
  }
}
