/// What a table says of itself in its `# key: value` lines.
public struct LexiconHeader: Sendable, Equatable {
  /// The required keys, in their order.
  public static let required = ["title", "columns", "source", "licence", "date"]

  /// All fields in the order of the file.
  public let fields: [Field]

  /// One line of the header.
  public struct Field: Sendable, Equatable {
    /// What stands before the colon.
    public let key: String
    /// What stands behind it.
    public let value: String
  }

  /// The value of a key, or nil.
  public subscript(key: String) -> String? { fields.first { $0.key == key }?.value }

  /// The names of the columns.
  public var columns: [String] {
    (self["columns"] ?? "").split(separator: " ").map(String.init)
  }

  /// Reads the header at the front of a file; returns it with the offset and number of the first
  /// line after it.
  static func read(
    _ bytes: LexiconBytes, path: String
  ) throws(LexiconError) -> (header: LexiconHeader, end: Int, line: Int) {
    var fields: [Field] = []
    var position = 0
    var line = 1
    let count = bytes.count
    while position < count, bytes.withSpan({ $0[position] }) == UInt8(ascii: "#") {
      var end = position
      bytes.withSpan { span in
        while end < count, span[end] != UInt8(ascii: "\n") { end += 1 }
      }
      let text = bytes.text(position..<end).dropFirst().drop { $0 == " " }
      if let colon = text.firstIndex(of: ":") {
        let value = text[text.index(after: colon)...].drop { $0 == " " }
        fields.append(Field(key: String(text[..<colon]), value: String(value)))
      } else if !text.isEmpty {
        throw LexiconError(
          file: path, line: line, fault: "the header line is not of the form \"# key: value\"")
      }
      position = min(end + 1, count)
      line += 1
    }
    return (LexiconHeader(fields: fields), position, line)
  }
}
