internal import TamgaICU

/// A scheme run by ICU: the reference every other engine is held to.
///
/// ICU's transforms are not promised to be safe across threads: make one for each.
public final class ReferenceTransliterator {
  /// The scheme whose rules ICU runs.
  public let scheme: Scheme
  private let transform: ICU.Transform
  private let composer: ICU.Normalizer

  /// Compiles the rules of a scheme.
  public init(_ scheme: Scheme, catalog: SchemeCatalog = .shipped) throws(SchemeError) {
    guard let rules = try? catalog.rules(of: scheme) else {
      throw .unknown(scheme.id, nearest: [])
    }
    self.scheme = scheme
    do {
      transform = try ICU.Transform(identifier: scheme.id, rules: rules)
      composer = try ICU.Normalizer(.nfc)
    } catch {
      throw .rules(scheme.id, error)
    }
  }

  /// The text in the scheme's target, in NFC.
  public func apply(_ text: String) throws(SchemeError) -> String {
    do {
      return try composer.normalize(transform.apply(composer.normalize(text)))
    } catch {
      throw .rules(scheme.id, error)
    }
  }
}
