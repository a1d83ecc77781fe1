import Foundation
import Tamga

/// How sure an alignment is: learns P(same token | transformation, information) from tokens of one entity against the
/// nearest tokens of other names.
struct Calibration {
  let gold: URL
  let output: URL?
  let former = SoundFormer.shipped
  let model = PairModel.shipped

  struct Sample { var features: [Double]; var same: Bool; var weight: Double; var label: String }

  func form(_ token: String, _ lang: String) -> SoundForm {
    let reading: SoundReading
    switch script(token) {
    case 0: reading = lang == "az" ? .azerbaijani : lang == "tr" ? .turkish : .latin
    case 1: reading = .cyrillic
    default: reading = lang == "kk-Arab" ? .kazakhArabic : .arabic
    }
    return former.form(token, reading: reading)
  }

  func script(_ token: String) -> Int {
    for scalar in token.unicodeScalars {
      switch scalar.value {
      case 0x41...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF: return 0
      case 0x400...0x52F: return 1
      case 0x600...0x6FF: return 2
      default: continue
      }
    }
    return 0
  }

  func features(_ a: SoundForm, _ b: SoundForm, _ aligner: inout PairAligner) -> [Double] {
    let steps = aligner.steps(a, b)
    let d = Double(aligner.transformation(a, b)) / 64
    let info = Double(model.information(a) + model.information(b)) / 64
    let worst = steps.map(\.cost).min() ?? 0
    let first = steps.first?.cost ?? 0
    let last = steps.last?.cost ?? 0
    return [1, d, info, worst, first, last, d / info]
  }

  func run() throws {
    var aligner = PairAligner(model)
    var samples: [Sample] = []
    for (file, langs) in [
      (
        "persons",
        [
          ("ru", "en"), ("ru", "uk"), ("az", "ru"), ("kk", "ru"), ("en", "tr"), ("ru", "de"),
          ("ru", "fr"), ("kk", "en"),
        ]
      ),
      (
        "places",
        [("az", "ru"), ("kk", "ru"), ("kk", "en"), ("az", "en"), ("ru", "en"), ("az", "kk")]
      ),
    ] {
      let entities = try Gold.entities(gold.appending(path: "train/\(file).jsonl"))
      for (x, y) in langs {
        // Aligned tokens of the same entity.
        var pairs: [(String, String, SoundForm, SoundForm)] = []
        for entity in entities {
          guard let a = entity.names.first(where: { $0.lang == x }),
            let b = entity.names.first(where: { $0.lang == y })
          else { continue }
          let (s, t) = (PairTraining.tokens(a.name), PairTraining.tokens(b.name))
          guard s.count == t.count, s.count >= 1 else { continue }
          if file == "places", s.count > 1 { continue }
          var used: Set<Int> = []
          for token in s {
            let f = form(token, x)
            var best = (-Double.infinity, -1)
            for (j, other) in t.enumerated() where !used.contains(j) {
              let g = form(other, y)
              if f.phones.isEmpty || g.phones.isEmpty { continue }
              let score = Double(aligner.transformation(f, g)) / 64
              if score > best.0 { best = (score, j) }
            }
            guard best.1 >= 0 else { continue }
            used.insert(best.1)
            let g = form(t[best.1], y)
            let info = Double(model.information(f) + model.information(g)) / 64
            // Renames and translations are not spellings of each other.
            if best.0 / info > -1 {
              pairs.append((token.lowercased(), t[best.1].lowercased(), f, g))
            }
          }
        }
        var seen: Set<String> = []
        pairs = pairs.filter { seen.insert($0.0 + "|" + $0.1).inserted }
        if pairs.count > 1500 { pairs = Array(pairs.prefix(1500)) }
        let partners = Dictionary(grouping: pairs, by: \.0).mapValues { Set($0.map(\.1)) }
        for pair in pairs {
          samples.append(
            .init(
              features: features(pair.2, pair.3, &aligner), same: true, weight: 1,
              label: "\(pair.0)~\(pair.1)"))
          // The nearest other tokens.
          var near: [(Double, Int)] = []
          for (j, other) in pairs.enumerated()
          where other.0 != pair.0 && partners[pair.0]?.contains(other.1) != true
            && other.1 != pair.1
          {
            near.append((Double(aligner.transformation(pair.2, other.3)), j))
          }
          near.sort { $0.0 > $1.0 }
          var taken: Set<String> = []
          for (_, j) in near {
            if taken.count == 2 { break }
            if plain(pairs[j].0) == plain(pair.0) || plain(pairs[j].1) == plain(pair.1) { continue }
            if taken.insert(pairs[j].1).inserted {
              samples.append(
                .init(
                  features: features(pair.2, pairs[j].3, &aligner), same: false, weight: 0.5,
                  label: "\(pair.0)≠\(pairs[j].1)"))
            }
          }
        }
        print(file, x, y, pairs.count)
      }
    }
    print("samples", samples.count)
    for columns in [
      [0, 6, 3], [0, 6, 4], [0, 6, 3, 4], [0, 6, 3, 2], [0, 6, 3, 4, 2], [0, 1], [0, 6], [0, 1, 2],
      [0, 1, 2, 6], [0, 1, 2, 3], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5, 6],
    ] {
      let w = fit(samples, columns)
      print(
        columns, w.map { String(format: "%.3f", $0) }, "auc",
        String(format: "%.4f", auc(samples, columns, w)), "ll",
        String(format: "%.4f", loss(samples, columns, w)))
    }
    let columns = [0, 6, 3, 4, 2]
    let w = fit(samples, columns)
    if let output {
      var text =
        "# title: What an alignment says of the odds that two tokens are one\n# columns: feature weight\n# source: logistic regression on \(samples.count) token pairs of gold names (train): same entity against the nearest other names\n# licence: Apache-2.0\n# date: 2026-11-28\n# note: natural log-odds; AUC \(String(format: "%.4f", auc(samples, columns, w))) on what it was learned from\n"
      for (name, weight) in [
        ("bias", w[0]), ("first", w[3]), ("information", w[4]), ("ratio", w[1]), ("worst", w[2]),
      ] {
        text += "\(name)\t\(String(format: "%.4f", weight))\n"
      }
      try text.write(
        to: output.appending(path: "models/token-calibration.tsv"), atomically: true,
        encoding: .utf8)
    }
    let scored = samples.map { s in
      (columns.enumerated().map { w[$0.offset] * s.features[$0.element] }.reduce(0, +), s)
    }
    print("worst positives");
    for (z, s) in scored.filter({ $0.1.same }).sorted(by: { $0.0 < $1.0 }).prefix(40) {
      print(String(format: "%.2f", z), s.label, s.features.map { String(format: "%.1f", $0) })
    }
    print("worst negatives");
    for (z, s) in scored.filter({ !$0.1.same }).sorted(by: { $0.0 > $1.0 }).prefix(60) {
      print(String(format: "%.2f", z), s.label, s.features.map { String(format: "%.1f", $0) })
    }
  }

  func plain(_ token: String) -> String {
    var out = ""
    for c in token.lowercased() where !"ьъ’'".contains(c) {
      let d: Character = c == "ё" || c == "э" ? "е" : c == "ë" ? "e" : c
      if out.last != d { out.append(d) }
    }
    return out.replacingOccurrences(of: "yo", with: "e").replacingOccurrences(of: "ье", with: "е")
      .replacingOccurrences(of: "ie", with: "e").replacingOccurrences(of: "ye", with: "e")
      .replacingOccurrences(of: "ph", with: "f")
  }

  func fit(_ samples: [Sample], _ columns: [Int]) -> [Double] {
    var w = [Double](repeating: 0, count: columns.count)
    // Newton steps.
    for _ in 0..<25 {
      let n = columns.count
      var gradient = [Double](repeating: 0, count: n)
      var hessian = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
      for s in samples {
        let x = columns.map { s.features[$0] }
        let z = zip(w, x).map(*).reduce(0, +)
        let p = 1 / (1 + exp(-z))
        for i in 0..<n {
          gradient[i] += s.weight * ((s.same ? 1 : 0) - p) * x[i]
          for j in 0..<n { hessian[i][j] += s.weight * p * (1 - p) * x[i] * x[j] }
        }
      }
      for i in 0..<n { hessian[i][i] += 0.01; gradient[i] -= 0.01 * w[i] }
      let step = solve(hessian, gradient)
      for i in 0..<n { w[i] += step[i] }
    }
    return w
  }

  func solve(_ a: [[Double]], _ b: [Double]) -> [Double] {
    var a = a, b = b
    let n = b.count
    for i in 0..<n {
      var p = i
      for k in i..<n where abs(a[k][i]) > abs(a[p][i]) { p = k }
      a.swapAt(i, p); b.swapAt(i, p)
      for k in (i + 1)..<max(n, i + 1) {
        let f = a[k][i] / a[i][i]
        for j in i..<n { a[k][j] -= f * a[i][j] }
        b[k] -= f * b[i]
      }
    }
    var x = [Double](repeating: 0, count: n)
    for i in stride(from: n - 1, through: 0, by: -1) {
      var s = b[i]
      for j in (i + 1)..<max(n, i + 1) { s -= a[i][j] * x[j] }
      x[i] = s / a[i][i]
    }
    return x
  }

  func score(_ s: Sample, _ columns: [Int], _ w: [Double]) -> Double {
    var z = 0.0
    for (i, c) in columns.enumerated() { z += w[i] * s.features[c] }
    return z
  }

  func auc(_ samples: [Sample], _ columns: [Int], _ w: [Double]) -> Double {
    let sorted = samples.map { (score($0, columns, w), $0) }.sorted { $0.0 < $1.0 }
    var rank = 0.0, sum = 0.0, pos = 0.0, neg = 0.0
    for (_, s) in sorted {
      if s.same {
        pos += s.weight; sum += rank * s.weight
      } else {
        neg += s.weight; rank += s.weight
      }
    }
    return sum / (pos * neg)
  }

  func loss(_ samples: [Sample], _ columns: [Int], _ w: [Double]) -> Double {
    var total = 0.0, weight = 0.0
    for s in samples {
      let z = score(s, columns, w)
      total += s.weight * log(1 + exp(s.same ? -z : z))
      weight += s.weight
    }
    return total / weight
  }
}
