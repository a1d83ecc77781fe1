internal import TamgaLexicons

/// A named way from one script or orthography to another, as its file describes it.
public struct Scheme: Sendable, Equatable {
  /// The id, such as `ru-bgn`.
  public let id: String
  /// Other names `--scheme` accepts: ISO 24229-style ids and BCP 47-T tags.
  public let aliases: [String]
  /// What it is called.
  public let title: String
  /// What it reads, as language and script, such as `kk-Cyrl`.
  public let from: String
  /// What it makes.
  public let to: String
  /// Whether every text over its alphabet can be brought back.
  public let isReversible: Bool
  /// The id of the scheme that brings it back, where there is one.
  public let inverse: String?
  /// Whether the result is plain ASCII.
  public let isASCII: Bool
  /// What cannot be told apart any more afterwards, in plain words; empty when nothing is lost.
  public let losses: String
  /// The document and edition.
  public let source: String
  /// What else should be known, a sentence each.
  public let notes: [String]

  init(_ header: LexiconHeader) {
    id = header["id"] ?? ""
    aliases = (header["aliases"] ?? "").split(separator: " ").map(String.init)
    title = header["title"] ?? ""
    from = header["from"] ?? ""
    to = header["to"] ?? ""
    isReversible = header["reversible"] == "yes"
    inverse = header["inverse"].flatMap { $0.isEmpty ? nil : $0 }
    isASCII = header["ascii"] == "yes"
    losses = header["losses"] ?? ""
    source = header["source"] ?? ""
    notes = header.fields.filter { $0.key == "note" }.map(\.value)
  }

  /// The language it reads, such as `kk`.
  public var language: String { String(from.prefix { $0 != "-" }) }
}
