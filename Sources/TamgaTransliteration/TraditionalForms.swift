internal import TamgaLexicons
internal import TamgaText

/// The Russian forms that tradition has for Azerbaijani and Kazakh names, where rules give others: Физули, Гянджа,
/// Чокан Валиханов.
struct TraditionalForms: Sendable {
  static let azerbaijani = TraditionalForms(.azLatn)
  static let kazakh = TraditionalForms(.kkCyrl)

  private let forms: [[UInt32]: String]
  private let longest: Int
  private let dotless: Bool

  private init(_ language: Language) {
    let code = language.code
    let dotless = language.hasDotlessI
    var forms: [[UInt32]: String] = [:]
    var longest = 1
    func add(_ native: some StringProtocol, _ russian: String) {
      let key = Self.key(native, dotless: dotless)
      if key.isEmpty || forms[key] != nil { return }
      forms[key] = russian
      longest = max(longest, 1 + key.count { $0 == 0x20 })
    }
    let lexicons = Lexicons.shipped
    for (path, isSurname) in [
      ("names/given-\(code).tsv", false), ("names/surnames-\(code).tsv", true),
    ] {
      guard let table = try? lexicons.table(path), let column = table.column("forms") else {
        continue
      }
      table.forEachRow { row in
        guard let russian = row.firstValue(column, after: "ru:") else { return }
        let name = row[0]
        add(name, russian)
        // The feminine of a surname in -ов, -ев, -ин follows its masculine form.
        let last = russian.unicodeScalars.last
        if isSurname, last == "в" || last == "н" {
          add(name + (language == .azLatn ? "a" : "а"), russian + "а")
        }
      }
    }
    if let places = try? lexicons.table("places/places.tsv"), let native = places.column(code),
      let russian = places.column("ru")
    {
      places.forEachRow { row in
        guard let first = row.firstValue(native), let form = row.firstValue(russian) else {
          return
        }
        add(first, form)
      }
    }
    self.forms = forms
    self.dotless = dotless
    self.longest = longest
  }

  private static func key(_ text: some StringProtocol, dotless: Bool) -> [UInt32] {
    text.unicodeScalars.map { SpellingCase.lower($0, dotless: dotless) }
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
