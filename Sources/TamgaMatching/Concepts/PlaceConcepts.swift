public import TamgaLexicons
internal import TamgaText

/// The gazetteer: which places a name, written in whatever language and time, may be.
public struct PlaceConcepts: Sendable {
  static let shipped = PlaceConcepts(.shipped)

  private let table: LexiconTable?

  init(_ lexicons: Lexicons) {
    if lexicons.overlayPaths.isEmpty {
      table = try? lexicons.table("models/place-concepts.tsv")
    } else {
      let (path, text) = Self.generated(lexicons, date: "")
      table = try? LexiconTable(path: path, bytes: LexiconBytes(Array(text.utf8)))
    }
  }

  /// The places known by these folded letters without spaces, sorted.
  func find(_ letters: Span<UInt32>) -> [UInt32] {
    var bytes = ByteBuffer(capacity: 64)
    for index in 0..<letters.count { bytes.append(scalar: letters[index]) }
    guard let row = bytes.withSpan({ key in table?.row(key: key) }) else { return [] }
    return row[1].utf8.split(separator: UInt8(ascii: "|")).map(NameConcepts.number).sorted()
  }

  /// Generates the table `models/place-concepts.tsv` from the gazetteer.
  public static func generated(_ lexicons: Lexicons, date: String) -> (path: String, text: String) {
    var forms: [String: Set<String>] = [:]
    lexicons.forEachRow("places/places.tsv") { row in
      func add(_ name: String) {
        var view = String.UnicodeScalarView()
        for scalar in FoldedText.scalars(name) where ![0x20, 0x2D, 0x2E].contains(scalar) {
          if let scalar = Unicode.Scalar(scalar) { view.append(scalar) }
        }
        if !view.isEmpty { forms[String(view), default: []].insert(row[0]) }
      }
      for column in 3...7 { for value in row.values(column) { add(value) } }
      for column in 8...9 {
        for value in row.values(column) {
          guard let colon = value.firstIndex(of: ":") else { continue }
          let name = value[value.index(after: colon)...].prefix { $0 != "(" }
          add(String(name))
        }
      }
    }
    var text = """
      # title: Places a written form may be
      # columns: form places
      # source: generated from Lexicons/places/places.tsv by tools/train concepts; do not edit
      # licence: Apache-2.0
      # date: \(date)

      """
    for (form, places) in forms.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      text += form + "\t" + places.sorted().joined(separator: "|") + "\n"
    }
    return ("models/place-concepts.tsv", text)
  }
}
