internal import GRDB
public import TamgaResolution
public import TamgaText

/// Writes an index in the form another program reads.
public struct IndexExport: Sendable {
  /// The programs.
  public enum Format: String, Sendable, CaseIterable {
    /// One entity a line, in JSON: everything there is; can be read again.
    case jsonl
    /// One spelling a row.
    case csv
    /// Synonyms for Lucene and Solr: `SolrSynonymParser` reads them.
    case solr
    /// Synonyms for Elasticsearch and OpenSearch: the same syntax, or the body of their synonyms API.
    case elasticsearch
    /// A script for `psql`: tables, filled by `COPY`, and a text-search configuration.
    case postgres
    /// A script for `sqlite3`: a full-text table over spellings and sound keys.
    case sqliteFTS = "sqlite-fts"
    /// A table of entities for OpenRefine and its reconciliation services.
    case openrefine
    /// FollowTheMoney entities, one a line, in JSON.
    case ftm
  }

  /// How synonyms are written.
  public enum Synonyms: String, Sendable, CaseIterable {
    /// `a, b, c`: each stands for all.
    case equivalent
    /// `a, b, c => canonical`: all are brought to one.
    case explicit
    /// The body of a request to the synonyms API of Elasticsearch, which names every set by its entity.
    case api
  }

  /// The form.
  public var format: Format
  /// How synonyms are written; each engine's custom where it is nil.
  public var synonyms: Synonyms?
  /// Only entities of this type.
  public var type: NameType?

  /// An export in a form.
  public init(_ format: Format, synonyms: Synonyms? = nil, type: NameType? = nil) {
    self.format = format
    self.synonyms = synonyms
    self.type = type
  }

  /// Writes all entities, sorted by id, in pieces of whole lines.
  ///
  /// The text depends on the names alone: not on the order they were given in, the machine or the locale.
  public func write(
    _ index: NameIndex, to sink: (String) throws -> Void
  ) throws {
    var writer = makeWriter()
    for pass in 0..<writer.passes {
      try sink(writer.head(pass))
      var failure: (any Error)?
      do {
        try index.forEachEntity { entity in
          if let type, entity.type != type { return }
          let text = writer.text(entity, pass)
          if text.isEmpty { return }
          do { try sink(text) } catch {
            failure = error
            throw error
          }
        }
      } catch {
        throw failure ?? error
      }
      try sink(writer.tail(pass))
    }
  }

  /// Writes the words of an index with the word each is brought to, as PostgreSQL's synonym dictionaries read them from
  /// `tsearch_data/tamga.syn`.
  public func writeSynonymDictionary(
    _ index: NameIndex, to sink: (String) throws -> Void
  ) throws {
    var words = WordSynonyms()
    try index.forEachEntity { entity in
      if type == nil || entity.type == type { words.add(entity) }
    }
    for pair in words.pairs { try sink(pair.word + " " + pair.lexeme + "\n") }
  }

  /// The line of an entity in the export `jsonl`, without its end.
  public static func line(_ entity: Entity) -> String { JSONLinesWriter.line(entity) }

  /// Writes the database that the script of `sqliteFTS` makes, whole or not at all.
  public func writeDatabase(_ index: NameIndex, to path: String) throws(IndexError) {
    try FileReplacement.checkFolder(of: path)
    let replacement = FileReplacement(path: path)
    do {
      let queue = try DatabaseQueue(path: replacement.temporary)
      try queue.inDatabase { database in
        try database.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
        try write(index) { try database.execute(sql: $0) }
      }
      try queue.close()
      try replacement.commit()
    } catch {
      replacement.discard()
      throw IndexConnection.translate(error, path)
    }
  }

  private func makeWriter() -> any EntityWriter {
    switch format {
    case .jsonl: JSONLinesWriter()
    case .csv: SpellingTableWriter()
    case .solr: SynonymWriter(form: synonyms ?? .equivalent)
    case .elasticsearch: SynonymWriter(form: synonyms ?? .equivalent)
    case .postgres: PostgresWriter()
    case .sqliteFTS: FullTextWriter()
    case .openrefine: EntityTableWriter()
    case .ftm: FollowTheMoneyWriter()
    }
  }
}

/// Writes entities one by one, in one pass or several.
protocol EntityWriter {
  /// How often it goes through all entities.
  var passes: Int { get }
  /// What comes before all entities of a pass.
  func head(_ pass: Int) -> String
  /// The text of one entity: whole lines.
  mutating func text(_ entity: Entity, _ pass: Int) -> String
  /// What comes after all entities of a pass.
  func tail(_ pass: Int) -> String
}

extension EntityWriter {
  var passes: Int { 1 }
  func head(_ pass: Int) -> String { "" }
  func tail(_ pass: Int) -> String { "" }
}
