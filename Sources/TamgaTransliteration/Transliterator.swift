internal import TamgaText

/// The friendly face of one scheme: text in, text out, with an account of what was lost on request.
///
/// It works by the compiled transducer. A value may be shared between threads.
public struct Transliterator: Sendable {
  /// The scheme that is followed.
  public let scheme: Scheme
  /// The scheme as it works on bytes, for bulk.
  public let transducer: Transducer
  private let rules: [TransformRule]

  /// Prepares the scheme of an id or alias.
  ///
  /// - Throws: `SchemeError.unknown` with the nearest ids.
  public init(_ name: String, catalog: SchemeCatalog = .shipped) throws(SchemeError) {
    try self.init(catalog.scheme(name), catalog: catalog)
  }

  /// Prepares a scheme.
  ///
  /// - Throws: `SchemeError` when its rules cannot be read.
  public init(_ scheme: Scheme, catalog: SchemeCatalog = .shipped) throws(SchemeError) {
    guard let text = try? catalog.rules(of: scheme) else {
      throw .unknown(scheme.id, nearest: [])
    }
    self.scheme = scheme
    rules = try RuleParser.rules(of: text, scheme: scheme.id)
    transducer = Transducer(rules)
  }

  /// The text in the scheme's target, in NFC.
  public func transliterate(_ text: String) -> String { transducer.apply(text) }

  /// The text in the scheme's target, as UTF-8.
  func bytes(_ text: [UInt8]) -> [UInt8] {
    var output = ByteBuffer(capacity: text.count * 3 + 64)
    transducer.apply(text.span, into: &output)
    return output.withSpan { written in written.indices.map { written[$0] } }
  }

  /// The text in the scheme's target, with every letter that cannot be brought back from it.
  public func report(_ text: String) -> TransliterationReport {
    TransliterationReport(
      text: transliterate(text),
      changes: RuleTrace(rules).losses(in: Transducer.compose(text)))
  }
}
