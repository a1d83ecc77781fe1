internal import TamgaLexicons
internal import TamgaText

/// The names of the lexicons that a token may be, found in place in the generated tables.
struct NameConcepts: Sendable {
  static let shipped = NameConcepts(.shipped)

  /// What a token may be.
  struct Found: Sendable {
    /// Numbers of concepts, sorted; diminutives of a name among `diminutives`.
    var names: [UInt32] = []
    var diminutives: [UInt32] = []
    /// Whether the token was found as it is written, not by its sound.
    var isWritten = false
    /// The concepts of a token that was found as it is written.
    var written: [Substring] = []
    /// The rows' concepts, when it was found by its sound: some may only be near it.
    var heard: [Substring] = []
  }

  private let forms: LexiconTable?
  private let skeletons: LexiconTable?

  init(_ lexicons: Lexicons) {
    guard lexicons.overlayPaths.isEmpty else {
      // A user's own names are in no generated table: the tables are made anew.
      let tables = NameConceptTables(lexicons).tables(date: "").map { path, text in
        try? LexiconTable(path: path, bytes: LexiconBytes(Array(text.utf8)))
      }
      forms = tables.first ?? nil
      skeletons = tables.last ?? nil
      return
    }
    forms = try? lexicons.table("models/name-concepts.tsv")
    skeletons = try? lexicons.table("models/name-skeletons.tsv")
  }

  /// Looks a token up, by its folded letters, else by the skeletons of its sound forms.
  func find(_ letters: Span<UInt32>, skeletons keys: [[UInt8]]) -> Found {
    var found = Found()
    var bytes = ByteBuffer(capacity: 64)
    for index in 0..<letters.count { bytes.append(scalar: letters[index]) }
    if let row = bytes.withSpan({ key in forms?.row(key: key) }) {
      found.isWritten = true
      add(row[1], to: &found)
    } else {
      for key in keys where key.count >= 3 {
        if let row = skeletons?.row(key: key.span) {
          for concept in row[1].split(separator: "|") where !found.heard.contains(concept) {
            found.heard.append(concept)
          }
        }
      }
    }
    found.names.sort()
    found.diminutives.sort()
    return found
  }

  /// The concepts of the names that these concepts are of: by them two rows meet that share a form, such as
  /// `slavic:Анатолий` and `shared:anatoly`.
  func widened(_ concepts: [Substring]) -> [UInt32] {
    var wide: [UInt32] = []
    for concept in concepts.prefix(8) {
      guard let colon = concept.firstIndex(of: ":"), Self.isSpelled(concept[..<colon]) else {
        continue
      }
      var bytes = ByteBuffer(capacity: 64)
      for scalar in FoldedText.scalars(String(concept[concept.index(after: colon)...]))
      where scalar != 0x2D && scalar != 0x20 {
        bytes.append(scalar: scalar)
      }
      guard let row = bytes.withSpan({ key in forms?.row(key: key) }) else { continue }
      for other in row[1].utf8.split(separator: UInt8(ascii: "|"))
      where other.first != UInt8(ascii: "~") {
        let number = Self.number(other)
        if !wide.contains(number) { wide.append(number) }
      }
    }
    return wide.sorted()
  }

  /// Whether concepts of a table are named by a spelling, not by a slug.
  private static func isSpelled(_ table: Substring) -> Bool {
    table != "shared" && table != "learned"
  }

  private func add(_ cell: String, to found: inout Found) {
    for concept in cell.utf8.split(separator: UInt8(ascii: "|")) {
      if concept.first == UInt8(ascii: "~") {
        found.diminutives.append(Self.number(concept.dropFirst()))
      } else {
        found.names.append(Self.number(concept))
        found.written.append(Substring(concept))
      }
    }
  }

  /// The name a concept is of, and how it is read: `kk:Ерлан`, `shared:ali`.
  static func spelling(_ concept: Substring) -> (letters: [UInt32], reading: SoundReading)? {
    guard let colon = concept.firstIndex(of: ":") else { return nil }
    let reading: SoundReading =
      switch concept[..<colon] {
      case "az": .azerbaijani
      case "kk", "ru", "slavic": .cyrillic
      default: .latin
      }
    return (FoldedText.scalars(String(concept[concept.index(after: colon)...])), reading)
  }

  /// The number of a concept: FNV-1a, 32 bits. A test makes sure that no two concepts share one.
  static func number(_ concept: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for byte in concept { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}
