internal import Foundation
internal import GRDB
internal import TamgaResolution
internal import TamgaText

/// A spelling with its number in the file.
struct NumberedName {
  var name: String
  var number: Int64

  /// Whether it is this spelling, byte for byte: to Swift, decomposed letters equal composed ones.
  func isNamed(_ other: String) -> Bool { name.utf8.elementsEqual(other.utf8) }
}

/// Puts entities, spellings and what belongs to them into the tables, by prepared statements.
struct IndexRows {
  private let database: Database
  private let entity: Statement
  private let form: Statement
  private let variant: Statement
  private var sourceSets: [[String]: Int64] = [:]
  private var nextVariant: Int64 = 1

  /// Writes after what the file has already.
  init(_ database: Database) throws {
    self.database = database
    entity = try database.cachedStatement(sql: "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)")
    form = try database.cachedStatement(sql: "INSERT INTO form VALUES (?, ?, ?, ?, ?)")
    variant = try database.cachedStatement(
      sql: "INSERT INTO variant VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    nextVariant = (try Int64.fetchOne(database, sql: "SELECT max(number) FROM variant") ?? 0) + 1
    for row in try Row.fetchAll(database, sql: "SELECT number, sources FROM source_set") {
      sourceSets[JSONText.strings(row[1])] = row[0]
    }
  }

  /// Inserts an entity with its forms and spellings, which are numbered in their order.
  mutating func insert(_ value: Entity, number: Int64) throws {
    try entity.execute(arguments: [
      number, value.id, value.type.index, value.canonical, value.canonicalLanguage?.index,
      JSONText.parts(value.parts),
    ])
    var numbers: [NumberedName] = []
    for spelling in value.variants {
      numbers.append(
        NumberedName(name: spelling.name, number: try insert(spelling, entity: number)))
    }
    try insert(value.forms, entity: number, variants: numbers)
  }

  /// Inserts the forms of an entity; an attested one that a spelling gives is told by its number.
  func insert(_ forms: [EntityForm], entity: Int64, variants: [NumberedName]) throws {
    for value in forms {
      let spelling = variants.first { $0.isNamed(value.form) }
      let variant = value.status == .attested ? spelling?.number : nil
      try form.execute(arguments: [
        entity, value.language.index, variant, variant == nil ? value.form : nil,
        value.status == .generated ? value.scheme : nil,
      ])
    }
  }

  /// Inserts a spelling; returns its number.
  mutating func insert(_ spelling: EntityVariant, entity: Int64) throws -> Int64 {
    let number = nextVariant
    nextVariant += 1
    try variant.execute(arguments: [
      number, entity, spelling.name, spelling.language?.index, Int(spelling.script.rawValue),
      spelling.count, Self.score(spelling.score), try sources(spelling.sources),
    ])
    return number
  }

  /// A probability in ten-thousandths.
  static func score(_ probability: Double) -> Int {
    Int((min(max(probability, 0), 1) * 10_000).rounded())
  }

  /// The number of a set of sources.
  mutating func sources(_ sources: [String]) throws -> Int64 {
    if let number = sourceSets[sources] { return number }
    let number = Int64(sourceSets.count)
    sourceSets[sources] = number
    try database.execute(
      sql: "INSERT INTO source_set VALUES (?, ?)", arguments: [number, JSONText.array(sources)])
    return number
  }

  /// Inserts mentions of spellings that are in the file.
  func insert(_ mentions: [IndexMention]) throws {
    guard !mentions.isEmpty else { return }
    var documents: [String: Int64] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT number, name FROM document") {
      documents[row[1]] = row[0]
    }
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO mention
        SELECT ?, ?, ?, variant.number FROM variant JOIN entity ON entity.number = variant.entity
        WHERE entity.id = ? AND variant.name = ? ORDER BY variant.number LIMIT 1
        """)
    for document in Set(mentions.map(\.document)).sorted() where documents[document] == nil {
      let number = Int64(documents.count + 1)
      documents[document] = number
      try database.execute(
        sql: "INSERT INTO document VALUES (?, ?)", arguments: [number, document])
    }
    for mention in mentions {
      guard let document = documents[mention.document] else { continue }
      try statement.execute(arguments: [
        document, mention.start, mention.end, mention.entity, mention.name,
      ])
    }
  }

  /// Keeps a judgement.
  func insert(_ judgement: Judgements.Judgement) throws {
    try database.execute(
      sql: """
        INSERT INTO judgement (first, second, verdict, made_at)
        VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        """,
      arguments: [judgement.a, judgement.b, judgement.isSame ? "same" : "different"])
  }

  /// Writes a line of the history.
  func note(
    _ event: String, entity: String? = nil, other: String? = nil, note: String? = nil
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO history (made_at, event, entity, other, note)
        VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?)
        """,
      arguments: [event, entity, other, note])
  }
}

extension IndexRows {
  /// Puts an entity in the place of the one of its number, without its forms.
  func replace(_ value: Entity, number: Int64) throws {
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO entity VALUES (?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        number, value.id, value.type.index, value.canonical, value.canonicalLanguage?.index,
        JSONText.parts(value.parts),
      ])
    try database.cachedStatement(sql: "DELETE FROM form WHERE entity = ?")
      .execute(arguments: [number])
  }

  /// Takes a spelling out whose place another has taken. What tokens say of it is passed over from now on.
  func replace(_ number: Int64, with other: Int64) throws {
    try database.cachedStatement(sql: "UPDATE mention SET variant = ? WHERE variant = ?")
      .execute(arguments: [other, number])
    try database.cachedStatement(sql: "DELETE FROM variant WHERE number = ?")
      .execute(arguments: [number])
  }

  /// Puts what is now known of a spelling in the place of what was.
  mutating func update(_ spelling: EntityVariant, number: Int64, entity: Int64) throws {
    let sources = try sources(spelling.sources)
    try database.cachedStatement(
      sql: """
        UPDATE variant SET entity = ?, language = ?, script = ?, count = ?, score = ?, sources = ?
        WHERE number = ?
        """
    ).execute(arguments: [
      entity, spelling.language?.index, Int(spelling.script.rawValue), spelling.count,
      Self.score(spelling.score), sources, number,
    ])
  }
}
