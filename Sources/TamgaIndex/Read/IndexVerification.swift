internal import Foundation
internal import GRDB

/// What a check of an index found.
public struct IndexVerification: Sendable, Equatable {
  /// How many entities were checked.
  public var entities = 0
  /// How many spellings were checked.
  public var spellings = 0
  /// What is wrong, in plain words; empty where all is well.
  public var faults: [String] = []
  /// Whether the last writer died before it sealed the file, which is then whole, but a flipped byte is not found.
  public var isUnsealed = false
  /// Whether the file was built with other lexicons or rules than this program has.
  public var hasOtherRules = false

  /// Whether the file is whole.
  public var isSound: Bool { faults.isEmpty }
}

extension NameIndex {
  /// Checks a whole file: its seal over all bytes, SQLite's own check of its pages, and that what the tables say of each
  /// other is so.
  ///
  /// - Throws: `IndexError` when the file cannot even be opened as an index.
  public static func verify(path: String) throws(IndexError) -> IndexVerification {
    let index = try NameIndex(path: path)
    return try index.verify()
  }

  private func verify() throws(IndexError) -> IndexVerification {
    var result = IndexVerification()
    result.hasOtherRules = try !hasOurRules()
    return try read { database in
      // The transaction keeps writers from committing until the seal is read.
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM meta")
      let seal = try IndexSeal.read(path)
      if seal.written == 0 {
        result.isUnsealed = true
      } else if seal.written != seal.computed || !seal.countersAgree {
        result.faults.append("the bytes are not those that were written: the seal does not fit")
      }
      do {
        for fault in try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
        where fault != "ok" {
          result.faults.append(fault)
        }
        for check in Self.checks {
          let count = try Int.fetchOne(database, sql: check.sql) ?? 0
          if count > 0 { result.faults.append("\(count) \(check.fault)") }
        }
        result.entities = try Int.fetchOne(database, sql: "SELECT count(*) FROM entity") ?? 0
        result.spellings = try Int.fetchOne(database, sql: "SELECT count(*) FROM variant") ?? 0
        try checkPostings(database, &result)
      } catch let error as DatabaseError {
        result.faults.append(error.message ?? "the pages contradict each other")
      }
      return result
    }
  }

  private static let checks: [(sql: String, fault: String)] = [
    (
      "SELECT count(*) FROM variant WHERE entity NOT IN (SELECT number FROM entity)",
      "spellings belong to no entity"
    ),
    (
      "SELECT count(*) FROM entity WHERE number NOT IN (SELECT entity FROM variant)",
      "entities have no spelling"
    ),
    (
      "SELECT count(*) FROM form WHERE entity NOT IN (SELECT number FROM entity)",
      "forms belong to no entity"
    ),
    (
      """
      SELECT count(*) FROM form
      WHERE variant IS NOT NULL AND variant NOT IN (SELECT number FROM variant)
      """,
      "forms name a spelling that is not there"
    ),
    (
      "SELECT count(*) FROM mention WHERE variant NOT IN (SELECT number FROM variant)",
      "mentions are of a spelling that is not there"
    ),
  ]

  /// Every spelling but those without a word must be found by some token.
  private func checkPostings(_ database: Database, _ result: inout IndexVerification) throws {
    let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM variant") ?? 0
    var found = [Bool](repeating: false, count: last + 1)
    var strays = 0
    let rows = try Row.fetchCursor(database, sql: "SELECT variants FROM token")
    while let row = try rows.next() {
      let bytes: Data = row[0]
      Postings.forEach(bytes.span) { number in
        let variant = Int(number >> 2)
        if variant > 0, variant <= last { found[variant] = true } else { strays += 1 }
      }
    }
    if strays > 0 { result.faults.append("tokens name \(strays) spellings that are not there") }
    if !found.dropFirst().contains(true), result.spellings > 0 {
      result.faults.append("no spelling is found by its tokens")
    }
  }
}
