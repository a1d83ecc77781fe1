internal import TamgaLexicons
internal import TamgaText

/// The Russian forms that tradition has for Azerbaijani and Kazakh names, where rules give others: Физули, Гянджа,
/// Чокан Валиханов.
struct TraditionalForms: Sendable {
  static let azerbaijani = TraditionalForms(.azLatn)
  static let kazakh = TraditionalForms(.kkCyrl)

  private let forms: [String: String]
  private let longest: Int
  private let dotless: Bool

  private init(_ language: Language) {
    let code = language.code
    let dotless = language.hasDotlessI
    var forms: [String: String] = [:]
    func add(_ native: String, _ russian: String) {
      let key = Self.key(native, dotless: dotless)
      if !key.isEmpty, forms[key] == nil { forms[key] = russian }
    }
    let lexicons = Lexicons.shipped
    for path in ["names/given-\(code).tsv", "names/surnames-\(code).tsv"] {
      guard let table = try? lexicons.table(path), let column = table.column("forms") else {
        continue
      }
      table.forEachRow { row in
        guard let form = row.values(column).first(where: { $0.hasPrefix("ru:") }) else { return }
        let russian = String(form.dropFirst(3))
        add(row[0], russian)
        // The feminine of a surname in -ов, -ев, -ин follows its masculine form.
        if path.contains("surnames"), russian.hasSuffix("в") || russian.hasSuffix("н") {
          add(row[0] + (language == .azLatn ? "a" : "а"), russian + "а")
        }
      }
    }
    if let places = try? lexicons.table("places/places.tsv"), let native = places.column(code),
      let russian = places.column("ru")
    {
      places.forEachRow { row in
        guard let first = row.values(native).first, let form = row.values(russian).first else {
          return
        }
        add(first, form)
      }
    }
    self.forms = forms
    self.dotless = dotless
    longest = forms.keys.map { $0.split(separator: " ").count }.max() ?? 1
  }

  private static func key(_ text: some StringProtocol, dotless: Bool) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      key.append(Unicode.Scalar(SpellingCase.lower(scalar, dotless: dotless)) ?? "\u{FFFD}")
    }
    return String(key)
  }

  /// The text with every known run of words in its traditional form, and the others as `rule` makes them.
  func apply(_ text: String, _ rule: (String) -> String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    var made: [String] = []
    var rest: [Substring] = []
    func flush() {
      if !rest.isEmpty { made.append(rule(rest.joined(separator: " "))) }
      rest = []
    }
    var index = 0
    while index < words.count {
      var found = false
      for length in stride(from: min(longest, words.count - index), to: 0, by: -1) {
        let run = words[index..<index + length].joined(separator: " ")
        guard let form = forms[Self.key(run, dotless: dotless)] else { continue }
        flush()
        made.append(Self.cased(form, as: run))
        index += length
        found = true
        break
      }
      if !found {
        rest.append(words[index])
        index += 1
      }
    }
    flush()
    return made.joined(separator: " ")
  }

  /// The form in capitals where the name stands in capitals.
  private static func cased(_ form: String, as name: String) -> String {
    switch SpellingCase.Pattern(Array(name.unicodeScalars)) {
    case .capitals: form.uppercased()
    case .small: form.lowercased()
    case .title: form
    }
  }
}
