import Foundation
import Tamga

/// Learns how names are spelled in another language's letters: `tools/train spelling`.
///
/// Pairs of words come from the gold names, from the native names of the gold and of the lexicons put through the
/// schemes, and from foreign names in both languages, so that not everything is taken for native.
struct SpellingTraining {
  /// One model: its file, the native language and the one it is restored from, and the schemes that make more pairs.
  private struct Plan {
    let file: String
    let title: String
    let target: String
    let source: String
    let schemes: [(way: [String], weight: Float)]
    /// How much a pair of the gold counts.
    var gold: Float = 2
    /// Another language whose forms in the same script are worth something.
    var kin: String?
  }

  private static let plans = [
    Plan(
      file: "kk-ru", title: "Kazakh spellings behind Russian ones", target: "kk", source: "ru",
      schemes: [(["kk-ru"], 0.5)]),
    Plan(
      file: "kk-en", title: "Kazakh spellings behind romanisations", target: "kk", source: "en",
      schemes: [
        (["kk-passport"], 0.7), (["kk-bgn"], 0.6), (["kk-ru", "ru-odni"], 0.6), (["kk-odni"], 0.4),
        (["kk-2021"], 0.3), (["kk-qazaqparat"], 0.3), (["kk-2018"], 0.2),
        (["kk-ru", "ru-bgn"], 0.4),
      ]),
    Plan(
      file: "az-ru", title: "Azerbaijani spellings behind Russian ones", target: "az",
      source: "ru", schemes: [(["az-ru"], 0.5)]),
    Plan(
      file: "az-en", title: "Azerbaijani spellings behind English ones", target: "az",
      source: "en",
      schemes: [(["az-en-2020"], 0.7), (["az-ru", "ru-odni"], 0.5), (["az-ru", "ru-bgn"], 0.4)]),
    Plan(
      file: "az-arab", title: "Azerbaijani spellings behind Arabic script", target: "az",
      source: "az-Arab", schemes: [(["az-arab"], 0.5)], gold: 4, kin: "fa"),
  ]

  let gold: URL
  let lexicons: URL

  func run() throws {
    var entities: [GoldEntity] = []
    for file in ["persons", "places", "nameparts"] {
      entities += try Gold.entities(gold.appending(path: "train/\(file).jsonl"))
    }
    for plan in Self.plans {
      var pairs: [String: Float] = [:]
      func add(_ source: String, _ target: String, _ weight: Float) {
        let source = Self.plain(source, plan.source)
        let target = Self.plain(target, plan.target)
        guard !source.isEmpty, !target.isEmpty, source.count < 30, target.count < 30 else { return }
        pairs["\(source)\t\(target)"] = max(weight, pairs["\(source)\t\(target)"] ?? 0)
      }
      var gaps: [String: Int] = [:]
      for entity in entities { addGold(entity, plan, add, &gaps) }
      let natives = Self.lexicon(plan.target) + Self.natives(entities, plan.target)
      for (way, weight) in plan.schemes {
        let steps = try way.map { try Transliterator($0) }
        for name in natives {
          add(steps.reduce(name) { $1.transliterate($0) }, name, weight)
        }
      }
      if plan.source != "az-Arab" { try addForeign(plan, add) }
      var trainer = SpellingTrainer(
        pairs.sorted { $0.key < $1.key }.map { pair, weight in
          let words = pair.split(separator: "\t")
          return SpellingTrainer.Pair(String(words[0]), String(words[1]), weight: weight)
        })
      let rows = (trainer.train() + gaps.map { "\($0)\t\($1)" })
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let text = Self.header(plan.title) + rows.joined(separator: "\n") + "\n"
      try text.write(
        to: lexicons.appending(path: "models/spelling-\(plan.file).tsv"), atomically: true,
        encoding: .utf8)
      print(plan.file, pairs.count, rows.count)
    }
  }

  private static func header(_ title: String) -> String {
    """
    # title: \(title)
    # columns: run count
    # source: learned by tools/train spelling from gold names (Who’s On First, EveryPolitician, EU Official Journal), \
    name tokens of Merhav & Ash 2018 and Lexicons/names put through Tamga’s schemes
    # licence: Apache-2.0
    # date: 2026-11-27
    # note: a run is of units, letters of the source } letters of the target (one letter where both are the same), ^ the \
    beginning and $ the end of a word; counts in tenths, after Kneser and Ney; ~ is what becomes of a space (_) or hyphen \
    between two words

    """
  }

  /// Small letters, one shape for every apostrophe and Arabic letter.
  private static func plain(_ word: String, _ language: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x49 where language == "az": text.append("ı")
      case 0x130: text.append("i")
      case 0x18E, 0x1DD: text.append("ə")
      case 0x27, 0x60, 0x2B9, 0x2BC, 0x2018: text.append("’")
      case 0x22, 0x2BA: text.append("”")
      case 0x64A, 0x649: text.append("ی")
      case 0x643: text.append("ک")
      case 0x629: text.append("ه")
      case 0x623, 0x625: text.append("ا")
      case 0x300, 0x301, 0x307, 0x640, 0x64B...0x652, 0x200C: break
      default: text.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(text).precomposedStringWithCanonicalMapping
  }

  private static func words(_ name: String) -> [String] {
    var name = name
    let parts = name.split(separator: ",")
    if parts.count == 2 { name = "\(parts[1]) \(parts[0])" }
    return name.split(whereSeparator: { " -–()/.«»\"".contains($0) }).map(String.init)
  }

  /// Whether a name is in the script its language is written in.
  private static func isNative(_ name: String, _ language: String) -> Bool {
    let script: ClosedRange<UInt32> =
      switch language {
      case "kk", "ru": 0x400...0x52F
      case "az-Arab": 0x600...0x6FF
      default: 0x41...0x24F
      }
    return name.unicodeScalars.allSatisfy {
      !$0.properties.isAlphabetic || script.contains($0.value) || $0 == "ə" || $0 == "ǝ"
    }
  }

  private func addGold(
    _ entity: GoldEntity, _ plan: Plan, _ add: (String, String, Float) -> Void,
    _ gaps: inout [String: Int]
  ) {
    for source in [plan.source, plan.kin].compactMap({ $0 }) {
      let near = (entity.meta?.sim ?? [:]).contains { key, value in
        let pair = Set(key.split(separator: "~").map(String.init))
        return (pair == [plan.target, plan.source] || pair == [plan.target, source]) && value >= 0.6
      }
      guard near else { continue }
      let weight = source == plan.source ? plan.gold : 1
      for native in entity.names
      where native.lang == plan.target && Self.isNative(native.name, plan.target) {
        for foreign in entity.names
        where foreign.lang == source && Self.isNative(foreign.name, plan.source) {
          let (first, second) = (Self.words(foreign.name), Self.words(native.name))
          if source == plan.source, let gap = Self.gap(foreign.name, native.name) {
            gaps[gap, default: 0] += 10
            if second.count == 1 { add(first.joined(), second[0], weight) }
          }
          guard first.count == second.count else { continue }
          for (source, target) in zip(first, second) { add(source, target, weight) }
        }
      }
    }
  }

  /// What became of the one sign between two words, as a row; nil for other names.
  private static func gap(_ foreign: String, _ native: String) -> String? {
    let signs = foreign.filter { !$0.isLetter && $0 != "\u{200C}" && $0 != "’" && $0 != "'" }
    guard signs == " " || signs == "-", Double(native.count) > Double(foreign.count) * 0.7 else {
      return nil
    }
    let found = native.filter { $0 == " " || $0 == "-" }
    guard found.count < 2 else { return nil }
    func mark(_ text: String) -> String { text == " " ? "_" : text }
    return mark(signs) == mark(found) ? "~\(mark(signs))" : "~\(mark(signs))}\(mark(found))"
  }

  /// The words of the gold's native names, in title case.
  private static func natives(_ entities: [GoldEntity], _ language: String) -> [String] {
    var found: Set<String> = []
    for entity in entities {
      for name in entity.names where name.lang == language && isNative(name.name, language) {
        for word in words(name.name) {
          found.insert(language == "kk" ? word.prefix(1) + word.dropFirst().lowercased() : word)
        }
      }
    }
    return found.sorted()
  }

  /// The native names of the lexicons.
  private static func lexicon(_ language: String) -> [String] {
    var found: Set<String> = []
    for path in ["names/given-\(language).tsv", "names/surnames-\(language).tsv"] {
      Lexicons.shipped.forEachRow(path) { found.insert($0[0]) }
    }
    return found.sorted()
  }

  /// Russian and other names, as they stand in the target language.
  private func addForeign(_ plan: Plan, _ add: (String, String, Float) -> Void) throws {
    let native = try plan.target == "az" ? Transliterator("ru-az") : nil
    let english = try Transliterator("ru-odni")
    let marked = try Transliterator("ru-bgn")
    for path in ["names/given-ru.tsv", "names/surnames-ru.tsv"] {
      Lexicons.shipped.forEachRow(path) { row in
        let source = plan.source == "ru" ? row[0] : english.transliterate(row[0])
        let target = native?.transliterate(row[0]) ?? row[0]
        add(source, target, 0.4)
        if plan.source != "ru" { add(marked.transliterate(row[0]), target, 0.3) }
      }
    }
    let tokens = try String(
      contentsOf: gold.appending(path: "train/enru_tokens.tsv"), encoding: .utf8)
    let common = tokens.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      return cells.count == 3 && (Int(cells[2]) ?? 0) >= 20 ? cells : nil
    }
    for cells in common.prefix(7000) {
      let source = plan.source == "ru" ? cells[1] : cells[0]
      add(source, native?.transliterate(cells[1]) ?? cells[1], 0.3)
    }
  }
}
