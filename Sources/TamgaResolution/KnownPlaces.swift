internal import TamgaLexicons
internal import TamgaText

/// The names that the gazetteer has for a place in each language: better than any rule where it knows the place.
struct KnownPlaces: Sendable {
  static let shipped = KnownPlaces(.shipped)
  /// What marks a form that the gazetteer gave: the table it stands in.
  static let scheme = "places/places"

  private let ids: LexiconTable?
  private let places: LexiconTable?

  init(_ lexicons: Lexicons) {
    ids = try? lexicons.table("models/place-concepts.tsv")
    places = try? lexicons.table("places/places.tsv")
  }

  /// The one place that all the known ones of these names may be; nil where none is known, or several are meant.
  func place(named names: [String]) -> String? {
    var shared: Set<Substring>?
    var key = ByteBuffer(capacity: 64)
    for name in names {
      key.truncate()
      for scalar in FoldedText.scalars(name)
      where scalar != 0x20 && scalar != 0x2D && scalar != 0x2E {
        key.append(scalar: scalar)
      }
      guard let row = key.withSpan({ ids?.row(key: $0) }) else { continue }
      let found = Set(row[1].split(separator: "|"))
      shared = shared?.intersection(found) ?? found
    }
    guard let shared, shared.count == 1 else { return nil }
    return shared.first.map(String.init)
  }

  /// The preferred name of a place; nil where the gazetteer has none in that language.
  func name(of place: String, in language: Language) -> String? {
    let column: String
    switch language {
    case .azLatn: column = "az"
    case .kkCyrl: column = "kk"
    case .ru, .en: column = language.rawValue
    default: return nil
    }
    let key = Array(place.utf8)
    guard let places, let number = places.column(column), let row = places.row(key: key.span),
      let name = row.values(number).first, !name.isEmpty
    else { return nil }
    return String(name)
  }
}
