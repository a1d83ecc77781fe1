import Foundation
import Tamga

/// Learns the pair model from the gold's names.
struct PairTraining {
  let gold: URL
  let former = SoundFormer.shipped

  /// How names of a gold language are read: several readings where a reader could not know which.
  static func readings(_ lang: String) -> [SoundReading] {
    switch lang {
    case "az": [.azerbaijani, .latin]
    case "tr": [.turkish, .latin]
    case "kk-Latn", "uz", "en", "de", "fr", "pl", "tk": [.latin]
    case "az-Arab", "fa": [.arabic]
    case "kk-Arab": [.kazakhArabic]
    default: [.cyrillic]
    }
  }

  static func tokens(_ name: String) -> [String] {
    NameCleaner().clean(name).text
      .split { " ,.()\"-–/".contains($0) }.map(String.init).filter { $0.count > 1 }
  }

  func forms(_ token: String, _ lang: String) -> [SoundForm] {
    var forms: [SoundForm] = []
    for reading in Self.readings(lang) {
      let form = former.form(token, reading: reading)
      if !form.phones.isEmpty, !forms.contains(form) { forms.append(form) }
    }
    return forms
  }

  func run(output: URL?) throws {
    var pairs: [PairModelTrainer.Pair] = []
    var words: [SoundForm: Double] = [:]
    let table = try String(contentsOf: gold.appending(path: "enru_tokens.tsv"), encoding: .utf8)
    for line in table.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t")
      guard cells.count == 3, let count = Double(cells[2]) else { continue }
      let first = former.form(String(cells[0]), reading: .latin)
      let second = former.form(String(cells[1]), reading: .cyrillic)
      let weight = min(1 + log2(count), 6)
      pairs.append(.init(first, second, weight: weight))
      words[first, default: 0] += weight
      words[second, default: 0] += weight
    }
    print("en-ru pairs:", pairs.count)
    let english = pairs.count
    var multi: [([(String, String)], [(String, String)])] = []
    for file in ["persons", "places"] {
      for entity in try Gold.entities(gold.appending(path: "\(file).jsonl")) {
        var seen: Set<String> = []
        for (i, a) in entity.names.enumerated() {
          let first = Self.tokens(a.name).map { ($0, a.lang) }
          if seen.insert(a.name).inserted {
            for token in first {
              for form in forms(token.0, token.1) { words[form, default: 0] += 1 }
            }
          }
          for b in entity.names[(i + 1)...] where a.name != b.name {
            let second = Self.tokens(b.name).map { ($0, b.lang) }
            if first.count == 1, second.count == 1 {
              add(first[0], second[0], weight: 2, to: &pairs)
            } else if first.count > 0, second.count > 0 {
              multi.append((first, second))
            }
          }
        }
      }
    }
    let held = heldOut(pairs)
    // Names are also written the same: without these pairs the letters of unknown sound (C, J, X …) would never match
    // themselves.
    for word in words.keys.sorted(by: { $0.phones.lexicographicallyPrecedes($1.phones) }) {
      pairs.append(.init(word, word, weight: 0.3))
    }
    print("with single-token names:", pairs.count, "multi-token:", multi.count)
    var options = PairModelTrainer.Options()
    options.rounds = 4
    var trainer = PairModelTrainer(pairs, options: options)
    let wordList = words.map { (form: $0.key, count: $0.value) }
      .sorted { $0.form.phones.lexicographicallyPrecedes($1.form.phones) }
    var (model, rounds) = trainer.train(words: wordList)
    report(rounds)
    for stage in 0..<2 {
      // Tokens of longer names, aligned by the model so far.
      var aligner = PairAligner(model)
      var more = pairs
      for (first, second) in multi {
        for token in first {
          var best: (Double, (String, String))?
          for other in second {
            guard let score = similarity(token, other, model, &aligner) else { continue }
            if best == nil || score > (best?.0 ?? 0) { best = (score, other) }
          }
          if let best, best.0 > 0.3 { add(token, best.1, weight: 1, to: &more) }
        }
      }
      print("stage \(stage): pairs", more.count, "en-ru", english)
      options.rounds = stage == 0 ? 4 : 8
      trainer = PairModelTrainer(more, options: options)
      (model, rounds) = trainer.train(words: wordList)
      report(rounds)
    }
    if let output {
      for table in model.tables(
        source:
          "learned from gold names (EveryPolitician, EU Official Journal, Who’s On First, CLDR, Merhav & Ash 2018)",
        date: "2026-11-28", notes: [held])
      {
        try table.text.write(
          to: output.appending(path: table.path), atomically: true, encoding: .utf8)
      }
    }
  }

  /// Learns from nine tenths of the pairs and foresees the rest, beside a model that knows no more than an edit distance.
  private func heldOut(_ pairs: [PairModelTrainer.Pair]) -> String {
    var known: [PairModelTrainer.Pair] = []
    var unknown: [PairModelTrainer.Pair] = []
    for pair in pairs {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      let sides = [pair.first.phones, pair.second.phones].sorted {
        $0.lexicographicallyPrecedes($1)
      }
      for phone in sides[0] + [99] + sides[1] { hash = (hash ^ UInt64(phone)) &* 0x100_0000_01b3 }
      if (hash >> 20) % 10 == 0 { unknown.append(pair) } else { known.append(pair) }
    }
    var options = PairModelTrainer.Options()
    options.rounds = 8
    var bits: [Double] = []
    for isPlain in [false, true] {
      options.isPlain = isPlain
      var trainer = PairModelTrainer(known, options: options)
      _ = trainer.train(words: [])
      bits.append(trainer.bitsPerPhone(unknown))
    }
    let text = String(
      format: "held-out pairs (%d of %d): %.3f bits a phone; an edit distance: %.3f",
      unknown.count, pairs.count, -bits[0], -bits[1])
    print(text)
    return text
  }

  private func report(_ rounds: [PairModelTrainer.Round]) {
    for (number, round) in rounds.enumerated() {
      print(
        String(
          format: "  round %2d: %.4f bits a phone, %.3f trusted", number, round.bitsPerPhone,
          round.trusted))
    }
  }

  private func similarity(
    _ a: (String, String), _ b: (String, String), _ model: PairModel, _ aligner: inout PairAligner
  ) -> Double? {
    guard let x = forms(a.0, a.1).first, let y = forms(b.0, b.1).first else { return nil }
    let information = Double(model.information(x) + model.information(y))
    return 1 + Double(aligner.transformation(x, y)) / information
  }

  private func add(
    _ a: (String, String), _ b: (String, String), weight: Double,
    to pairs: inout [PairModelTrainer.Pair]
  ) {
    let (first, second) = (forms(a.0, a.1), forms(b.0, b.1))
    let share = weight / Double(max(first.count * second.count, 1))
    for x in first { for y in second { pairs.append(.init(x, y, weight: share)) } }
  }
}
