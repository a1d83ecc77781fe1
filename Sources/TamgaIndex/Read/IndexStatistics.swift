internal import Foundation
internal import GRDB
public import TamgaText

/// How much there is in an index.
public struct IndexStatistics: Sendable, Equatable {
  /// How many entities there are.
  public var entities = 0
  /// How many there are of each type.
  public var entitiesByType: [NameType: Int] = [:]
  /// How many spellings there are.
  public var spellings = 0
  /// How many names were given with these spellings.
  public var names = 0
  /// How many spellings each language has; without those whose language is not known.
  public var spellingsByLanguage: [Language: Int] = [:]
  /// How many forms were found among the names.
  public var attestedForms = 0
  /// How many forms that were made by rule are stored; in a large index they are made when they are read.
  public var generatedForms = 0
  /// How many distinct tokens the spellings have.
  public var tokens = 0
  /// How many places in documents are known.
  public var mentions = 0
  /// How many judgements are kept.
  public var judgements = 0
  /// How many lines the history has.
  public var events = 0
  /// The length of the file, in bytes.
  public var bytes = 0
}

extension NameIndex {
  /// Counts what is in the file: it reads most of it.
  public func statistics() throws(IndexError) -> IndexStatistics {
    try read { database in
      var result = IndexStatistics()
      func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      result.entities = try count("SELECT count(*) FROM entity")
      for row in try Row.fetchAll(
        database,
        sql: """
          SELECT type.name, count(*) FROM entity JOIN type ON entity.type = type.number GROUP BY 1
          """)
      {
        if let type = NameType(rawValue: row[0]) { result.entitiesByType[type] = row[1] }
      }
      result.spellings = try count("SELECT count(*) FROM variant")
      result.names = try count("SELECT coalesce(sum(count), 0) FROM variant")
      for row in try Row.fetchAll(
        database,
        sql: """
          SELECT language.tag, count(*) FROM variant
          JOIN language ON variant.language = language.number GROUP BY 1
          """)
      {
        if let language = Language(rawValue: row[0]) {
          result.spellingsByLanguage[language] = row[1]
        }
      }
      result.attestedForms = try count("SELECT count(*) FROM form WHERE scheme IS NULL")
      result.generatedForms = try count("SELECT count(*) FROM form WHERE scheme IS NOT NULL")
      result.tokens = try count("SELECT count(DISTINCT text) FROM token WHERE key >= 0")
      result.mentions = try count("SELECT count(*) FROM mention")
      result.judgements = try count("SELECT count(*) FROM judgement")
      result.events = try count("SELECT count(*) FROM history")
      result.bytes = try count("PRAGMA page_count") * count("PRAGMA page_size")
      return result
    }
  }
}
