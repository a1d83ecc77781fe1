internal import Dispatch
internal import Foundation
internal import GRDB
internal import Synchronization
internal import TamgaMatching
internal import TamgaResolution
internal import TamgaText

/// Writes a new index file: all rows in the order of their keys, the indexes afterwards.
struct IndexWriter {
  private let content: IndexContent
  /// The entities in the order of their numbers: those with most names first, so that a search that must stop early has
  /// seen what is likeliest meant.
  private let order: [Int]

  init(_ content: IndexContent) {
    self.content = content
    let weights = content.entities.map { $0.variants.reduce(0) { $0 + $1.count } }
    order = content.entities.indices.sorted { a, b in
      if weights[a] != weights[b] { return weights[a] > weights[b] }
      return content.entities[a].id < content.entities[b].id
    }
  }

  /// Writes the file at `path`, which must not exist; the caller puts it in its place.
  func write(to path: String) throws {
    var configuration = Configuration()
    // A failure leaves the transaction open, and the file is thrown away.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      // The file is nobody's yet: what is not finished is thrown away, so nothing need be kept safe on the way.
      try database.execute(
        sql: """
          PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
          PRAGMA cache_size = -131072; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY
          """)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA application_id = \(IndexFormat.applicationID)")
      try database.execute(sql: "BEGIN")
      try database.execute(sql: IndexFormat.schema)
      try writeWords(database)
      var rows = try IndexRows(database)
      // The names are taken apart while their rows are written.
      let terms = Mutex<TermTable?>(nil)
      let names = names()
      let group = DispatchGroup()
      DispatchQueue.global().async(group: group) {
        let table = TermTable(names)
        terms.withLock { $0 = table }
      }
      for (number, index) in order.enumerated() {
        try rows.insert(content.entities[index], number: Int64(number + 1))
      }
      group.wait()
      if let terms = terms.withLock({ $0 }) { try Self.write(terms, database) }
      try rows.insert(content.mentions)
      for judgement in content.judgements.all {
        try rows.insert(judgement)
      }
      try rows.note("build", note: "\(order.count) entities, \(names.count) spellings")
      try database.execute(sql: IndexFormat.indexes)
      try database.execute(sql: "COMMIT; PRAGMA optimize")
    }
    try queue.close()
    try IndexSeal.write(path)
  }

  /// The spellings in the order of their numbers.
  private func names() -> [TermTable.Name] {
    var names: [TermTable.Name] = []
    names.reserveCapacity(content.entities.count * 4)
    for index in order {
      let entity = content.entities[index]
      for variant in entity.variants {
        names.append(
          TermTable.Name(
            text: variant.name, type: entity.type, variant: UInt32(names.count + 1)))
      }
    }
    return names
  }

  private func writeWords(_ database: Database) throws {
    let forms =
      content.areFormsComplete ? IndexFormat.allForms : IndexFormat.attestedForms
    for (key, value) in IndexFormat.stamp + [(IndexFormat.forms, forms)] {
      try database.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key, value])
    }
    for language in Language.allCases {
      try database.execute(
        sql: "INSERT INTO language VALUES (?, ?)", arguments: [language.index, language.rawValue])
    }
    for script in Script.allCases {
      try database.execute(
        sql: "INSERT INTO script VALUES (?, ?)", arguments: [Int(script.rawValue), script.code])
    }
    for type in NameType.allCases {
      try database.execute(
        sql: "INSERT INTO type VALUES (?, ?)", arguments: [type.index, type.rawValue])
    }
  }

  private static func write(_ terms: TermTable, _ database: Database) throws {
    let token = try database.cachedStatement(sql: "INSERT INTO token VALUES (?, ?, ?, ?, ?)")
    var bytes: [UInt8] = []
    for row in terms.rows {
      bytes.removeAll(keepingCapacity: true)
      Postings.append(row.numbers, to: &bytes)
      try token.execute(arguments: [row.key, row.text, row.reading, row.sound, Data(bytes)])
    }
    let key = try database.cachedStatement(sql: "INSERT INTO key VALUES (?, ?, ?)")
    for pair in terms.pairs { try key.execute(arguments: [pair.near, pair.main, pair.text]) }
  }
}
