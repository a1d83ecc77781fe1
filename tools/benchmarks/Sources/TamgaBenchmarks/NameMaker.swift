import Foundation

/// Makes names from the lists of the lexicons by seeded chance: the same names on any machine.
struct NameMaker {
  private var state: UInt64
  private let lists: [String: [String]]

  /// - Parameter root: the checkout.
  init(root: URL, seed: UInt64) throws {
    state = seed
    var lists: [String: [String]] = [:]
    for language in ["az", "kk", "ru"] {
      lists["given-\(language)"] = try Self.column(root, "given-\(language)")
      lists["surnames-\(language)"] = try Self.column(root, "surnames-\(language)")
    }
    self.lists = lists
  }

  private static func column(_ root: URL, _ name: String) throws -> [String] {
    let text = try String(
      contentsOf: root.appending(path: "Lexicons/names/\(name).tsv"), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: "\t").first.map(String.init) }
  }

  /// The next number below `bound` (SplitMix64).
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(bound))
  }

  private mutating func pick(_ list: String) -> String {
    guard let names = lists[list], !names.isEmpty else { return "" }
    return names[next(names.count)]
  }

  /// A person's name of a language, as lists hold them: mostly clean, sometimes not.
  mutating func name(_ language: String) -> String {
    let given = pick("given-\(language)")
    let family = pick("surnames-\(language)")
    let father = pick("given-\(language)")
    let patronymic: String
    switch language {
    case "az": patronymic = father + " oğlu"
    case "kk": patronymic = father + "ұлы"
    default: patronymic = father.hasSuffix("й") ? father.dropLast() + "евич" : father + "ович"
    }
    var name: String
    switch next(4) {
    case 0: name = "\(family) \(given) \(patronymic)"
    case 1: name = "\(given) \(patronymic) \(family)"
    case 2: name = "\(family), \(given) \(patronymic)"
    default: name = "\(given) \(family)"
    }
    switch next(40) {
    case 0: name = name.uppercased(with: Locale(identifier: language == "az" ? "az" : "en"))
    case 1: name = "  " + name.replacingOccurrences(of: " ", with: "  ")
    case 2: name = name.decomposedStringWithCanonicalMapping
    default: break
    }
    return name
  }

  /// Writes names, one a line, and gives the file.
  mutating func write(_ count: Int, languages: [String], to url: URL) throws {
    var text = Data(capacity: count * 36)
    for number in 0..<count {
      text.append(contentsOf: name(languages[number % languages.count]).utf8)
      text.append(0x0A)
    }
    try text.write(to: url)
  }

  /// Writes pairs of names with a tab between them: half of one name's two orders, half of two names.
  mutating func writePairs(_ count: Int, to url: URL) throws {
    var text = Data(capacity: count * 60)
    text.append(contentsOf: "a\tb\n".utf8)
    for number in 0..<count {
      let language = ["az", "kk", "ru"][number % 3]
      let (given, family) = (pick("given-\(language)"), pick("surnames-\(language)"))
      let other =
        number % 2 == 0 ? "\(family) \(given)" : "\(pick("given-\(language)")) \(family)"
      text.append(contentsOf: "\(given) \(family)\t\(other)\n".utf8)
    }
    try text.write(to: url)
  }
}
