/// A scheme's rules as a person reads them: letters, what depends on context, and what is folded.
public struct SchemeSheet: Sendable {
  /// The letters with no context, such as `ж zh`, in the order of the rules.
  public let letters: [String]
  /// The rules that depend on what stands around, in ICU's notation, one a line.
  public let contexts: [String]
  /// Letters of other alphabets and what is written for them.
  public let folded: [String]

  /// Reads a scheme's rules.
  ///
  /// - Throws: `SchemeError` when they cannot be read.
  public init(_ scheme: Scheme, catalog: SchemeCatalog = .shipped) throws(SchemeError) {
    guard let text = try? catalog.rules(of: scheme) else {
      throw .unknown(scheme.id, nearest: [])
    }
    let rules = try RuleParser.rules(of: text, scheme: scheme.id)
    func spelled(_ scalars: [UInt32]) -> String {
      var text = String.UnicodeScalarView()
      for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
      return String(text)
    }
    func pair(_ rule: TransformRule) -> String {
      let output = spelled(rule.output)
      return "\(spelled(rule.key)) \(output.isEmpty ? "–" : output)"
    }
    let plain = rules.filter { $0.before.isEmpty && $0.after.isEmpty }
    // A capital is shown only where there is no small letter to show.
    let small = Set(plain.map { spelled($0.key) })
    let shown = plain.filter { rule in
      let key = spelled(rule.key)
      return key == key.lowercased() || !small.contains(key.lowercased())
    }
    letters = shown.filter { !$0.isForeign }.map(pair)
    folded = shown.filter(\.isForeign).map(pair)
    contexts =
      text.split(whereSeparator: { $0 == "\n" || $0 == ";" })
      .map { $0.drop { $0 == " " } }
      .filter { !$0.hasPrefix("#") && ($0.contains("{") || $0.contains("}") || $0.contains("=")) }
      .map(String.init)
  }
}
