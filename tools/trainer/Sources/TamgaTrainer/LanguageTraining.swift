import Foundation
import Tamga

/// Fits `models/language-ngrams.tsv` to the gold names beside the checkout, and to the lexicons’ names as every scheme
/// writes them.
struct LanguageTraining {
  let gold: URL
  let lexicons: URL

  /// What is chosen on the held-out part of the training names.
  struct Settings {
    /// How much a name counts in a language that is none of the four.
    var others = 0.25
    /// How strongly weights are held to exactly 0.
    var thrift = 0.2
    /// What is added to the weights of the four languages after the fit, in units of the model’s scale.
    var lean = 0
    /// How much the names of the lexicons count as schemes write them in languages that have few names of their own.
    var made = 0.3
    /// How much the names of the lexicons count in the four languages.
    var lexicon = 0.03
  }

  /// A source of names, and how much one of them counts.
  private static let sources: [(file: String, weight: Double)] = [
    ("persons", 2), ("places", 1), ("orgs", 0.5), ("nameparts", 1),
  ]

  /// The languages Tamga is given most. A spelling that is one of theirs and another’s as well counts as theirs.
  private static let own: Set<Language> = [.azLatn, .kkCyrl, .ru, .en]

  /// How much a name counts in a language that is not in `own`; others as the settings say.
  private static let shares: [Language: Double] = [
    .azArab: 1, .kkArab: 1, .fa: 0.1, .azCyrl: 0.3, .kkLatn: 0.5,
  ]

  /// One entity of so many is held out while settings are chosen.
  private static let folds = 5

  /// The schemes a lexicon’s names are written in, with the language that makes of them.
  private static let derived: [Language: [(scheme: String, language: Language, weight: Double)]] = [
    .azLatn: [
      ("az-1958-r", .azCyrl, 1), ("az-en-2020", .en, 0.7), ("az-ru", .ru, 0.5),
      ("az-arab", .azArab, 0.5),
    ],
    .kkCyrl: [
      ("kk-2017", .kkLatn, 0.3), ("kk-2018", .kkLatn, 0.3), ("kk-2021", .kkLatn, 0.6),
      ("kk-qazaqparat", .kkLatn, 0.5), ("kk-arab", .kkArab, 1), ("kk-passport", .en, 0.5),
      ("kk-ru", .ru, 0.6),
    ],
    .ru: [("ru-icao", .en, 0.3), ("ru-bgn-nodot", .en, 0.4), ("ru-wikipedia", .en, 0.3)],
  ]

  private struct Entity: Decodable {
    struct Name: Decodable {
      var name: String
      var lang: String
    }
    var names: [Name]
  }

  /// The names of a gold file with their languages; those whose script is not their language’s are left out.
  static func names(_ url: URL) throws -> [[(name: String, language: Language)]] {
    let text = try String(contentsOf: url, encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      let entity = try JSONDecoder().decode(Entity.self, from: Data(line.utf8))
      return entity.names.compactMap { name in
        language(name.lang, name.name).map { (name.name, $0) }
      }
    }
  }

  private static func language(_ tag: String, _ name: String) -> Language? {
    let script = LanguageDetector.shipped.detect(name).script
    switch tag.prefix(2) {
    case "az": return script == .latin ? .azLatn : script == .cyrillic ? .azCyrl : .azArab
    case "kk": return script == .latin ? .kkLatn : script == .cyrillic ? .kkCyrl : .kkArab
    case "uz": return script == .arabic ? nil : .uz
    default:
      guard let language = Language(tag: tag), language.script == script else { return nil }
      return language
    }
  }

  /// The names to learn from; those of every fifth entity are left out where settings are to be tried on them.
  func examples(_ settings: Settings, holdsOut: Bool) throws -> [LanguageTrainer.Example] {
    var counts: [String: [Language: Double]] = [:]
    for source in Self.sources {
      let entities = try Self.names(gold.appending(path: "train/\(source.file).jsonl"))
      for (index, entity) in entities.enumerated() where !holdsOut || !Self.isHeldOut(index) {
        for (name, language) in entity {
          // Maps call Azerbaijani, Turkish and Kazakh spellings English where they know no other.
          if language == .en, name.lowercased().contains(where: { "əǝğışñū".contains($0) }) {
            continue
          }
          counts[name, default: [:]][language, default: 0] += source.weight
        }
      }
    }
    var examples: [LanguageTrainer.Example] = []
    for (name, weights) in counts.sorted(by: { $0.key < $1.key }) {
      let isOwn = weights.keys.contains { Self.own.contains($0) }
      for (language, weight) in weights.sorted(by: { $0.key.index < $1.key.index })
      where !isOwn || Self.own.contains(language) {
        examples.append(.init(name: name, language: language, weight: weight))
      }
    }
    let gold = examples
    try derive(gold.filter { $0.language == .azLatn || $0.language == .kkCyrl }, 0.3, &examples) {
      $0.code == $1.code
    }
    let lexicon = try lexiconNames().flatMap { language, names in
      names.map { LanguageTrainer.Example(name: $0, language: language, weight: 1) }
    }
    try derive(lexicon, settings.made, &examples) { _, target in !Self.own.contains(target) }
    if settings.lexicon > 0 {
      for var example in lexicon {
        example.weight = settings.lexicon
        examples.append(example)
      }
      try derive(lexicon, settings.lexicon, &examples) { _, target in Self.own.contains(target) }
    }
    return examples.map { example in
      var example = example
      if !Self.own.contains(example.language) {
        example.weight *= Self.shares[example.language] ?? settings.others
      }
      return example
    }
  }

  /// How much the names of the four languages count when settings are compared: of a hundred names Tamga is given,
  /// three may be in another.
  private static let stress = 0.97

  private static func isHeldOut(_ index: Int) -> Bool { index % folds == 2 }

  /// Tries settings on names that were not learned from, then learns from all with the best.
  func run() throws {
    var best: (settings: Settings, score: Double)?
    for tried in [
      Settings(), Settings(lexicon: 0), Settings(lexicon: 0.1), Settings(others: 0.5),
    ] {
      let rows = try fit(try examples(tried, holdsOut: true), tried)
      for lean in [4, 8, 12] {
        var settings = tried
        settings.lean = lean
        let detector = LanguageDetector(
          table: try LexiconTable(
            path: Self.path, bytes: LexiconBytes(Array(text(rows, settings).utf8))))
        print("\(settings)")
        let score = try evaluate(detector, part: "train", isHeldOut: true)
        if score > best?.score ?? 0 { best = (settings, score) }
      }
    }
    guard let best else { return }
    print("chosen: \(best.settings)")
    let rows = try fit(try examples(best.settings, holdsOut: false), best.settings)
    try text(rows, best.settings).write(
      to: lexicons.appending(path: Self.path), atomically: true, encoding: .utf8)
  }

  private static let path = "models/language-ngrams.tsv"

  private func fit(
    _ examples: [LanguageTrainer.Example], _ settings: Settings
  ) throws -> [LanguageTrainer.Row] {
    var rows: [LanguageTrainer.Row] = []
    for (script, budget) in [(Script.latin, 150_000), (.cyrillic, 120_000), (.arabic, 22_000)] {
      var trainer = LanguageTrainer()
      trainer.budget = budget
      trainer.thrift = settings.thrift
      rows += trainer.fit(examples, script: script)
    }
    return rows
  }

  /// The table of these rows.
  private func text(_ rows: [LanguageTrainer.Row], _ settings: Settings) -> String {
    var cells: [String: String] = [:]
    for var row in rows {
      if row.ngram == LanguageTrainer.bias {
        for index in row.weights.indices where Self.own.contains(row.weights[index].language) {
          row.weights[index].value += settings.lean
        }
      }
      let parts = row.text.split(separator: "\t")
      cells[String(parts[0]), default: ""] += parts[1]
    }
    let header = """
      # title: Letter sequences by which the language of a bare name is told
      # columns: ngram weights
      # source: fitted by tools/train languages to gold names (EveryPolitician, EU Official Journal, Who’s On First, CLDR, ROR) and to Lexicons/names as the schemes write them
      # licence: Apache-2.0
      # date: 2026-11-27
      # note: _ is the beginning or end of a word; ^ is each language’s own weight; a weight is in eighths of a nat
      # note: = is the name’s build: l, c or a for plain letters (capital for others), number of words, length
      # note: languages: \(LanguageTrainer.key)

      """
    let lines = cells.map { "\($0.key)\t\($0.value)" }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return header + lines.joined(separator: "\n") + "\n"
  }

  /// The lexicons’ given names and surnames, alone and together.
  private func lexiconNames() throws -> [(Language, [String])] {
    try [(Language.azLatn, "az"), (.kkCyrl, "kk"), (.ru, "ru")].map { language, code in
      var lists: [[String]] = []
      for kind in ["given", "surnames"] {
        var names: [String] = []
        try Lexicons.shipped.table("names/\(kind)-\(code).tsv").forEachRow { names.append($0[0]) }
        lists.append(names)
      }
      let pairs = lists[1].indices.flatMap { index in
        [7, 13].map { "\(lists[0][(index * $0 * 31 + $0) % lists[0].count]) \(lists[1][index])" }
      }
      return (language, lists[0] + lists[1] + pairs)
    }
  }

  private func derive(
    _ names: some Sequence<LanguageTrainer.Example>, _ factor: Double,
    _ examples: inout [LanguageTrainer.Example], _ isWanted: (Language, Language) -> Bool
  ) throws {
    let names = Array(names)
    for (source, targets) in Self.derived.sorted(by: { $0.key.index < $1.key.index }) {
      for target in targets where isWanted(source, target.language) {
        let engine = try ReferenceTransliterator(SchemeCatalog.shipped.scheme(target.scheme))
        for example in names where example.language == source {
          let name = try engine.apply(example.name)
          // A spelling that the scheme leaves as it was says nothing of the other language, nor does one in the
          // letters of Russian of Azerbaijani.
          guard name != example.name else { continue }
          if target.language == .azCyrl, !name.contains(where: { "әғјҝөүһҹӘҒЈҜӨҮҺҸ".contains($0) })
          {
            continue
          }
          examples.append(
            .init(
              name: name, language: target.language,
              weight: example.weight * target.weight * factor))
        }
      }
    }
  }

  /// How often the likeliest language is one the name stands under: of all languages, and of the four; the mean of all.
  @discardableResult
  func evaluate(
    _ detector: LanguageDetector = .shipped, part: String = "dev", isHeldOut: Bool = false
  ) throws -> Double {
    var sum = 0.0
    var others = Counts()
    for file in ["persons", "places"] {
      var counts = Counts()
      var labels: [String: Set<Language>] = [:]
      let entities = try Self.names(gold.appending(path: "\(part)/\(file).jsonl"))
        .enumerated().filter { !isHeldOut || Self.isHeldOut($0.offset) }
      for (name, language) in entities.flatMap(\.element) where Self.own.contains(language) {
        labels[name, default: []].insert(language)
      }
      var all: [String: Set<Language>] = [:]
      for (name, language) in entities.flatMap(\.element) {
        all[name, default: []].insert(language)
      }
      for (name, language) in entities.flatMap(\.element)
      where labels[name] == nil && language.script != .arabic {
        others.add(name, language, all[name] ?? [], detector.detect(name))
      }
      for (name, language) in entities.flatMap(\.element) where Self.own.contains(language) {
        counts.add(name, language, labels[name] ?? [], detector.detect(name))
      }
      counts.show(file, confusions: isHeldOut ? 0 : 14)
      sum += counts.share(counts.first) + counts.share(counts.firstOfFour)
    }
    others.show("names of other languages", confusions: isHeldOut ? 0 : 14)
    if !isHeldOut { try evaluateCorpus(detector) }
    return Self.stress * sum / 4 + (1 - Self.stress) * others.share(others.first)
  }

  /// How names of the four languages were told.
  private struct Counts {
    var all = 0
    var first = 0
    var firstOfFour = 0
    var undecided = 0
    private var confused: [String: [String]] = [:]

    mutating func add(
      _ name: String, _ language: Language, _ labels: Set<Language>, _ found: DetectedLanguage
    ) {
      let best = found.candidates.first { LanguageTraining.own.contains($0.language) }
      all += 1
      if let first = found.candidates.first, labels.contains(first.language) { self.first += 1 }
      if let best, labels.contains(best.language) {
        firstOfFour += 1
      } else {
        let first = found.candidates.first?.language.rawValue ?? "none"
        confused["\(language.rawValue) as \(first)", default: []].append(name)
      }
      if found.language == nil { undecided += 1 }
    }

    func share(_ count: Int) -> Double { Double(count) / Double(max(all, 1)) }

    func show(_ file: String, confusions: Int) {
      func text(_ count: Int) -> String { String(format: "%.4f", share(count)) }
      print(
        "\(file): \(all) names; right among all \(text(first)), among the four",
        "\(text(firstOfFour)); undecided \(text(undecided))")
      let most = confused.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      for (pair, names) in most.prefix(confusions) {
        print("  \(pair) \(names.count): \(names.prefix(12).joined(separator: " | "))")
      }
    }
  }

  private func evaluateCorpus(_ detector: LanguageDetector) throws {
    var right = 0
    var orders = 0
    var wrong: [String] = []
    var all = 0
    let text = try String(contentsOf: URL(filePath: "Corpora/gold/language.tsv"), encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let result = detector.detect(cells[0])
      all += 1
      if result.candidates.first?.language.rawValue == cells[1] {
        right += 1
      } else {
        wrong.append("\(cells[0]) \(cells[1])≠\(result.candidates.first?.language.rawValue ?? "-")")
      }
      if cells[1] == "kk-Latn", (result.order?.rawValue ?? "") == cells[2] {
        orders += 1
      } else if cells[1] == "kk-Latn" {
        wrong.append("\(cells[0]) \(cells[2])≠\(result.order?.rawValue ?? "undecided")")
      }
    }
    print("corpus: \(right) of \(all), orders \(orders)\n  " + wrong.joined(separator: "\n  "))
  }
}
