internal import Foundation

/// Fits the n-gram weights by which a bare name’s language is told: multinomial logistic regression with a sparse
/// penalty, by follow-the-regularised-leader (McMahan and others, 2013), the same on every run.
public struct LanguageTrainer {
  /// A name of a known language, and how much it counts.
  public struct Example: Sendable {
    /// The name, in any case.
    public var name: String
    /// Its language.
    public var language: Language
    /// How much it counts; 1 is usual.
    public var weight: Double

    /// Makes an example.
    public init(name: String, language: Language, weight: Double = 1) {
      self.name = name
      self.language = language
      self.weight = weight
    }
  }

  /// How often all examples are gone through.
  public var passes = 8
  /// The size of steps.
  public var rate = 0.1
  /// How strongly weights are held to exactly 0.
  public var thrift = 0.5
  /// How strongly weights are held small.
  public var stiffness = 3.0
  /// In how many examples an n-gram must occur.
  public var minimum = 2
  /// The table’s size in bytes; the n-grams that matter least are left out.
  public var budget = 100_000

  /// A trainer with the settings the shipped table was made with.
  public init() {}

  /// One row of the table.
  public struct Row: Sendable {
    /// The letters, `_` for the edge of a word; `^` for each language’s own weight.
    public var ngram: String
    /// The weights by language, in units of the model’s scale.
    public var weights: [(language: Language, value: Int)]
    var importance = 0.0

    /// The row as the table writes it.
    public var text: String {
      ngram + "\t"
        + weights.sorted { $0.language.index < $1.language.index }
        .map { "\(Self.letter($0.language))\($0.value)" }.joined()
    }

    private static func letter(_ language: Language) -> String {
      String(UnicodeScalar(UInt8(0x61 + language.index)))
    }
  }

  /// The key of the row that holds each language’s own weight.
  public static let bias = LanguageModel.bias

  /// The letters that stand for languages in the table, for its header.
  public static var key: String {
    Language.allCases.map { "\(UnicodeScalar(UInt8(0x61 + $0.index))) \($0.rawValue)" }
      .joined(separator: ", ")
  }

  private struct Case {
    var start: Int
    var end: Int
    var column: Int
    var weight: Float
    /// What alphabets say, which the weights need not.
    var offset: [Float]
  }

  /// The names of one script as numbers.
  private struct Design {
    var ngrams: [String] = [""]
    var counts: [Int] = [0]
    var features: [Int32] = []
    var cases: [Case] = []
  }

  /// Fits one script’s rows; examples in other scripts are passed over.
  public func fit(_ examples: [Example], script: Script) -> [Row] {
    let languages = LanguageModel.languages(of: script)
    var design = makeDesign(examples, script, languages)
    keep(&design, design.counts.map { $0 >= minimum })
    // Choose n-grams under the penalty, then learn anew with those alone, so that the weights of what was left out
    // are carried by what stays.
    var chosen: [Row] = []
    for (share, penalty) in [(1.4, thrift), (1.0, thrift / 2), (1.0, thrift / 2)] {
      let weights = learn(design, languages.count, penalty)
      chosen = rows(design, weights, languages, Int(Double(budget) * share))
      let kept = Set(chosen.map(\.ngram))
      keep(&design, design.ngrams.map { kept.contains($0) })
    }
    return chosen
  }

  private func makeDesign(
    _ examples: [Example], _ script: Script, _ languages: [Language]
  ) -> Design {
    var design = Design()
    var ids: [UInt64: Int32] = [:]
    var reader = LanguageFeatures()
    let alphabets = LanguageAlphabets.shipped
    for example in examples {
      guard let column = languages.firstIndex(of: example.language) else { continue }
      let bytes = Array(example.name.utf8)
      reader.read(bytes.span)
      guard reader.script == script else { continue }
      let start = design.features.count
      design.features.append(0)
      func add(_ hash: UInt64, _ symbols: @autoclosure () -> [UInt32]) {
        let id = ids[hash] ?? Int32(design.ngrams.count)
        if ids[hash] == nil {
          ids[hash] = id
          design.ngrams.append(UTF8Decoding.text(symbols()))
          design.counts.append(0)
        }
        design.features.append(id)
        design.counts[Int(id)] += 1
      }
      reader.forEachNgram { hash, range in add(hash, Array(reader.symbols[range])) }
      reader.forEachStatement { hash, statement in
        add(hash, statement.indices.map { statement[$0] })
      }
      var judged = [Int32](repeating: 0, count: Language.allCases.count)
      LanguageAlphabets.judge(alphabets.foreign(reader.symbols), &judged)
      design.cases.append(
        Case(
          start: start, end: design.features.count, column: column,
          weight: Float(example.weight),
          offset: languages.map { Float(judged[$0.index]) / Float(LanguageModel.scale) }))
    }
    return design
  }

  /// Leaves the n-grams out of the design that are not wanted; the first, the bias, always stays.
  private func keep(_ design: inout Design, _ wanted: [Bool]) {
    var kept: [Int32] = []
    for index in design.cases.indices {
      let start = kept.count
      for position in design.cases[index].start..<design.cases[index].end
      where design.features[position] == 0 || wanted[Int(design.features[position])] {
        kept.append(design.features[position])
      }
      design.cases[index].start = start
      design.cases[index].end = kept.count
    }
    design.features = kept
  }

  private func learn(_ design: Design, _ classes: Int, _ thrift: Double) -> [Float] {
    let size = design.ngrams.count * classes
    var sums = [Float](repeating: 0, count: size)
    var squares = [Float](repeating: 0, count: size)
    var weights = [Float](repeating: 0, count: size)
    var order = Array(design.cases.indices)
    var random: UInt64 = 88_172_645_463_325_252
    var scores = [Float](repeating: 0, count: classes)
    var mean = [Float](repeating: 0, count: size)
    for pass in 0..<passes {
      for index in order.indices.reversed() where index > 0 {
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        order.swapAt(index, Int(random % UInt64(index + 1)))
      }
      for index in order {
        let item = design.cases[index]
        for column in 0..<classes { scores[column] = item.offset[column] }
        for position in item.start..<item.end {
          let base = Int(design.features[position]) * classes
          for column in 0..<classes {
            scores[column] += weights[base + column]
          }
        }
        let most = scores.max() ?? 0
        var total: Float = 0
        for column in 0..<classes {
          scores[column] = exp(scores[column] - most)
          total += scores[column]
        }
        for column in 0..<classes {
          let target: Float = column == item.column ? 1 : 0
          let gradient = (scores[column] / total - target) * item.weight
          if abs(gradient) < 1e-4 { continue }
          for position in item.start..<item.end {
            let base = Int(design.features[position]) * classes
            let slot = base + column
            let more = squares[slot] + gradient * gradient
            let step = (more.squareRoot() - squares[slot].squareRoot()) / Float(rate)
            sums[slot] += gradient - step * weights[slot]
            squares[slot] = more
            weights[slot] = value(sums[slot], more, base > 0 ? Float(thrift) : 0)
          }
        }
      }
      // Where the weights end hangs on the last examples; their mean over the later passes does not.
      if pass >= passes / 2 {
        for slot in mean.indices { mean[slot] += weights[slot] / Float(passes - passes / 2) }
      }
    }
    return mean
  }

  @inline(__always)
  private func value(_ sum: Float, _ square: Float, _ penalty: Float) -> Float {
    let magnitude = abs(sum) - penalty
    if magnitude <= 0 { return 0 }
    let scaled = magnitude / ((1 + square.squareRoot()) / Float(rate) + Float(stiffness))
    return sum > 0 ? -scaled : scaled
  }

  private func rows(
    _ design: Design, _ weights: [Float], _ languages: [Language], _ budget: Int
  ) -> [Row] {
    let classes = languages.count
    var rows: [Row] = []
    for id in design.ngrams.indices {
      var row = Row(ngram: id == 0 ? LanguageModel.bias : design.ngrams[id], weights: [])
      for column in 0..<classes {
        let value = Int((weights[id * classes + column] * Float(LanguageModel.scale)).rounded())
        guard value != 0 else { continue }
        row.weights.append((languages[column], value))
        row.importance += Double(abs(value)) * Double(design.counts[id]).squareRoot()
      }
      if id == 0 { row.importance = .infinity }
      if !row.weights.isEmpty { rows.append(row) }
    }
    rows.sort { ($1.importance, $0.ngram) < ($0.importance, $1.ngram) }
    var size = 0
    return Array(
      rows.prefix { row in
        size += row.text.utf8.count + 1
        return size <= budget
      })
  }
}
