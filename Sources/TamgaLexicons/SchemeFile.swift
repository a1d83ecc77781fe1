/// A transliteration scheme as it is shipped: a header and rules in ICU's transform-rule syntax.
public struct SchemeFile: Sendable {
  /// What the file says of itself: `id`, `aliases`, `title`, `from`, `to`, `reversible`, `losses`, `source` …
  public let header: LexiconHeader
  /// The rules, without the header.
  public let rules: String
  /// The line of the file on which the rules begin, counting from 1.
  public let firstLine: Int

  /// Reads a scheme.
  public init(path: String, bytes: LexiconBytes) throws(LexiconError) {
    let read = try LexiconHeader.read(bytes, path: path)
    for key in ["id", "title", "from", "to", "reversible", "source"] where read.header[key] == nil {
      throw LexiconError(file: path, line: 1, fault: "the header has no \"# \(key): …\"")
    }
    self.header = read.header
    self.rules = bytes.text(read.end..<bytes.count)
    self.firstLine = read.line
  }
}

extension Lexicons {
  /// The ids of all schemes, sorted.
  public var schemeIDs: [String] {
    paths.compactMap { path in
      guard path.hasPrefix("schemes/"), path.hasSuffix(".txt") else { return nil }
      return String(path.dropFirst(8).dropLast(4))
    }
  }

  /// The file of a scheme.
  public func scheme(_ id: String) throws(LexiconError) -> SchemeFile {
    let path = "schemes/\(id).txt"
    guard let bytes = bytes(path) else {
      throw LexiconError(file: path, fault: "there is no such scheme")
    }
    return try SchemeFile(path: path, bytes: bytes)
  }
}
