internal import Synchronization
internal import TamgaText

/// A way whose schemes are prepared when a name first takes it: who asks for one name waits for one way.
final class LazyChain: Sendable {
  /// The ids of its schemes.
  let schemes: [String]
  private let from: Language
  private let to: Language
  private let made: Mutex<TransliterationChain?>

  /// A way that is found and not yet prepared.
  init(from: Language, to: Language, _ schemes: [String]) {
    self.from = from
    self.to = to
    self.schemes = schemes
    made = Mutex(nil)
  }

  /// A way that is prepared.
  init(_ chain: TransliterationChain) {
    from = chain.from
    to = chain.to
    schemes = chain.schemes
    made = Mutex(chain)
  }

  /// The chain; nil where a scheme of it cannot be prepared, which of those Tamga ships is none.
  var chain: TransliterationChain? {
    made.withLock { made in
      if made == nil { made = try? TransliterationChain(from: from, to: to, schemes: schemes) }
      return made
    }
  }
}
