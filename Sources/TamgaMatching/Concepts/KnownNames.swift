public import TamgaLexicons
internal import TamgaText

/// The lexicons of known things: which places, works or people of history a whole name, written in whatever language
/// and time, may be.
public struct KnownNames: Sendable {
  /// What the lexicons know by name.
  enum Kind: String, CaseIterable {
    case place, work, person

    /// The generated table, and what it is generated from.
    var path: String { "models/\(rawValue)-concepts.tsv" }

    var source: String {
      switch self {
      case .place: "places/places.tsv"
      case .work: "works/titles.tsv"
      case .person: "names/known-people.tsv"
      }
    }

    /// What the generated table calls them.
    var plural: String {
      switch self {
      case .place: "places"
      case .work: "works"
      case .person: "people"
      }
    }

    /// The columns of the source with names.
    var columns: Range<Int> { self == .place ? 3..<8 : 1..<5 }

    /// The columns with names behind a tag, a year or a language, and before a remark.
    var taggedColumns: Range<Int> { self == .place ? 8..<10 : 0..<0 }
  }

  static let places = KnownNames(.shipped, .place)
  static let works = KnownNames(.shipped, .work)
  static let people = KnownNames(.shipped, .person)

  private let table: LexiconTable?
  /// A bit for the hash of every known name: most names are none, and need no look into the table.
  private var filter: [UInt64] = []

  init(_ lexicons: Lexicons, _ kind: Kind) {
    if lexicons.overlayPaths.isEmpty {
      table = try? lexicons.table(kind.path)
    } else {
      let text = Self.generated(lexicons, kind, date: "")
      table = try? LexiconTable(path: kind.path, bytes: LexiconBytes(Array(text.utf8)))
    }
    guard kind == .person, let table else { return }
    filter = Array(repeating: 0, count: 256)
    for row in table.rows {
      let bit = Self.bit(FoldedText.scalars(row[0]).span)
      filter[bit / 64] |= 1 << UInt64(bit % 64)
    }
  }

  private static func bit(_ letters: Span<UInt32>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<letters.count { hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 16383)
  }

  /// The things known by these folded letters without spaces, sorted.
  func find(_ letters: Span<UInt32>) -> [UInt32] {
    if !filter.isEmpty {
      let bit = Self.bit(letters)
      if filter[bit / 64] & 1 << UInt64(bit % 64) == 0 { return [] }
    }
    var bytes = ByteBuffer(capacity: 64)
    for index in 0..<letters.count { bytes.append(scalar: letters[index]) }
    guard let row = bytes.withSpan({ key in table?.row(key: key) }) else { return [] }
    return row[1].utf8.split(separator: UInt8(ascii: "|")).map(NameConcepts.number).sorted()
  }

  /// Generates the tables of `Lexicons/models` from the lexicons of known things.
  public static func generated(
    _ lexicons: Lexicons, date: String
  ) -> [(path: String, text: String)] {
    Kind.allCases.map { ($0.path, generated(lexicons, $0, date: date)) }
  }

  private static func generated(_ lexicons: Lexicons, _ kind: Kind, date: String) -> String {
    var forms: [String: Set<String>] = [:]
    lexicons.forEachRow(kind.source) { row in
      func add(_ name: String) {
        var view = String.UnicodeScalarView()
        for scalar in FoldedText.scalars(name) where !isPassedOver(scalar) {
          if let scalar = Unicode.Scalar(scalar) { view.append(scalar) }
        }
        if !view.isEmpty { forms[String(view), default: []].insert(row[0]) }
      }
      for column in kind.columns {
        for value in row.values(column) {
          add(value)
          if value.hasPrefix("The ") { add(String(value.dropFirst(4))) }
        }
      }
      for column in kind.taggedColumns {
        for value in row.values(column) {
          guard let colon = value.firstIndex(of: ":") else { continue }
          let name = value[value.index(after: colon)...].prefix { $0 != "(" }
          add(String(name))
        }
      }
    }
    var text = """
      # title: \(kind.plural.prefix(1).uppercased() + kind.plural.dropFirst()) a written form may be
      # columns: form \(kind.plural)
      # source: generated from Lexicons/\(kind.source) by tools/train concepts; do not edit
      # licence: Apache-2.0
      # date: \(date)

      """
    for (form, things) in forms.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      text += form + "\t" + things.sorted().joined(separator: "|") + "\n"
    }
    return text
  }

  /// Spaces, hyphens and periods, which come and go.
  static func isPassedOver(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x2D || scalar == 0x2E
  }
}
