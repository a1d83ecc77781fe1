/// The language of many names together.
extension LanguageDetector {
  /// How large a share of the names must agree before a column has a language.
  public static let agreement = 0.8

  /// How many names of a column are looked at.
  private static let most = 1000

  /// The language of a column of names; nil where too few agree.
  ///
  /// Names of other scripts than most are passed over, since a column may hold its names twice.
  public func language(ofColumn names: NameBatch) -> Language? {
    var tally = Tally()
    var detector = bulk()
    let step = max(1, names.count / Self.most)
    for index in stride(from: 0, to: names.count, by: step) {
      names.withBytes(index) { tally.add($0, &detector) }
    }
    return tally.language
  }

  /// Azerbaijani or Turkish where a column’s names are of it and ı or İ stands among them; else nil.
  public func dotlessLanguage(ofColumn names: NameBatch) -> Language? {
    guard hasDotlessSign(names.bytes.span) else { return nil }
    var tally = Tally()
    var detector = bulk()
    let step = max(1, names.count / Self.most)
    for index in stride(from: 0, to: names.count, by: step) {
      names.withBytes(index) { if hasSmallLetter($0) { tally.add($0, &detector) } }
    }
    guard let language = tally.language, language.hasDotlessI else { return nil }
    return language
  }

  /// Whether a name is not all capitals: those are what is to be decided, so they have no say.
  private func hasSmallLetter(_ name: Span<UInt8>) -> Bool {
    for index in 0..<name.count where (0x61...0x7A).contains(name[index]) { return true }
    return false
  }

  /// Whether ı or İ stands in a text.
  private func hasDotlessSign(_ bytes: Span<UInt8>) -> Bool {
    for index in 1..<max(bytes.count, 1)
    where bytes[index - 1] == 0xC4 && (bytes[index] == 0xB0 || bytes[index] == 0xB1) {
      return true
    }
    return false
  }

  /// Azerbaijani or Turkish where the lines of a text are names of it and ı or İ stands among them; else nil.
  public func dotlessLanguage(of lines: Span<UInt8>) -> Language? {
    guard hasDotlessSign(lines) else { return nil }
    var tally = Tally()
    var detector = bulk()
    var start = 0
    for index in 0..<lines.count where lines[index] == 0x0A {
      let line = lines.extracting(start..<index)
      if hasSmallLetter(line) { tally.add(line, &detector) }
      start = index + 1
      if tally.count >= Self.most { break }
    }
    guard let language = tally.language, language.hasDotlessI else { return nil }
    return language
  }

  /// Names counted by language.
  private struct Tally {
    var count = 0
    private var languages = [Int](repeating: 0, count: Language.allCases.count)

    mutating func add(_ name: Span<UInt8>, _ detector: inout BulkLanguageDetector) {
      count += 1
      if let language = detector.language(name) { languages[language.index] += 1 }
    }

    /// The language that enough of the names of its script are of.
    var language: Language? {
      let most = Language.allCases.max { languages[$0.index] < languages[$1.index] }
      guard let most, languages[most.index] > 1 else { return nil }
      let sum = Language.allCases.reduce(0) { sum, other in
        other.script == most.script ? sum + languages[other.index] : sum
      }
      return Double(languages[most.index]) >= LanguageDetector.agreement * Double(sum) ? most : nil
    }
  }
}
