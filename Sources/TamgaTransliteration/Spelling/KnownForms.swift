internal import TamgaLexicons
internal import TamgaText

/// Foreign forms of names and places whose native form the lexicons know: `казахстан` is Qazaxıstan and Қазақстан.
struct KnownForms: Sendable {
  static let azerbaijani = KnownForms(.azLatn)
  static let kazakh = KnownForms(.kkCyrl)

  private let natives: [String: [String]]

  private init(_ language: Language) {
    let code = language.code
    let lexicons = Lexicons.shipped
    var natives: [String: [String]] = [:]
    func add(_ foreign: String, _ native: String) {
      let key = Self.key(foreign)
      if key.isEmpty || natives[key]?.contains(native) == true { return }
      natives[key, default: []].append(native)
    }
    // The words for son and daughter, as every romanisation has them.
    for (native, foreign) in Self.kin[code] ?? [] {
      for form in foreign.split(separator: " ") { add(String(form), native) }
    }
    let rules = (language == .azLatn ? ["az-ru", "az-en-2020"] : ["kk-ru", "kk-passport"])
      .compactMap { try? Transliterator($0) }
    for path in ["names/shared.tsv", "places/places.tsv"] {
      guard let table = try? lexicons.table(path), let native = table.column(code) else { continue }
      for column in ["ru", "en"].compactMap(table.column) {
        table.forEachRow { row in
          guard let first = row.values(native).first else { return }
          for value in row.values(column) { add(value, first) }
        }
      }
    }
    for path in ["names/given-\(code).tsv", "names/surnames-\(code).tsv"] {
      guard let table = try? lexicons.table(path), let column = table.column("forms") else {
        continue
      }
      table.forEachRow { row in
        for rule in rules { add(rule.transliterate(row[0]), row[0]) }
        let cell = row[column]
        guard !cell.isEmpty else { return }
        for form in cell.split(separator: "|") where form.hasPrefix("ru:") || form.hasPrefix("en:")
        {
          add(String(form.dropFirst(3)), row[0])
        }
      }
    }
    self.natives = natives
  }

  private static let kin: [String: [(native: String, foreign: String)]] = [
    "az": [
      ("oğlu", "оглы оглу огли ogly oglu oghlu oghly oqlu oqli اوغلو اوغلی"),
      ("qızı", "кызы гызы кизи kyzy gyzy qizi gizi kizi kyzi qyzy قیزی"),
    ],
    "kk": [
      ("ұлы", "улы уулу uly uli ulu ūly"), ("қызы", "кызы кизи kyzy qyzy kizi qizi kyzi"),
    ],
  ]

  private static func key(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let lower = SpellingCase.lower(scalar, dotless: false)
      key.append(Unicode.Scalar(lower == 0x451 ? 0x435 : lower) ?? "\u{FFFD}")
    }
    return String(key)
  }

  /// The native forms a foreign one is known to stand for; empty where it is not known.
  func natives(_ foreign: String) -> [String] { natives[Self.key(foreign)] ?? [] }
}
