public import TamgaLexicons
internal import TamgaText

/// All schemes, found by id or alias.
public struct SchemeCatalog: Sendable {
  /// The schemes Tamga ships.
  public static let shipped = SchemeCatalog(.shipped)

  /// The schemes, sorted by id.
  public let schemes: [Scheme]
  private let lexicons: Lexicons
  private let byName: [String: Int]

  /// Reads the headers of all schemes; a file that is no scheme is passed over (a test reads every one).
  public init(_ lexicons: Lexicons) {
    let schemes = lexicons.schemeIDs.compactMap { id in
      (try? lexicons.scheme(id)).map { Scheme($0.header) }
    }
    var byName: [String: Int] = [:]
    for (index, scheme) in schemes.enumerated() {
      for name in [scheme.id] + scheme.aliases { byName[name.lowercased()] = index }
    }
    self.lexicons = lexicons
    self.schemes = schemes
    self.byName = byName
  }

  /// The scheme of this id or alias.
  ///
  /// - Throws: `SchemeError.unknown` with the nearest ids.
  public func scheme(_ name: String) throws(SchemeError) -> Scheme {
    if let index = byName[name.lowercased()] { return schemes[index] }
    throw .unknown(name, nearest: nearest(to: name))
  }

  /// The rules of a scheme, in ICU's syntax.
  public func rules(of scheme: Scheme) throws(LexiconError) -> String {
    try lexicons.scheme(scheme.id).rules
  }

  /// Up to three ids that are spelled most like `name`.
  private func nearest(to name: String) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    return schemes.map { scheme in
      // A system may be named without its language: icao for ru-icao.
      let short = scheme.id.drop { $0 != "-" }.dropFirst()
      let near = [scheme.id, String(short)].map {
        EditDistance.between(wanted, Array($0.unicodeScalars))
      }
      // Of systems that many languages have, those of the languages Tamga writes come first.
      let isOwn = ["az-", "kk-", "ru-"].contains { scheme.id.hasPrefix($0) }
      return (near.min() ?? 0, isOwn ? 0 : 1, scheme.id)
    }
    .sorted { $0 < $1 }
    .prefix(3).map(\.2)
  }
}
