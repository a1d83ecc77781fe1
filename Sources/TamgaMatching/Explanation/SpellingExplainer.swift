internal import TamgaText

/// Says, letter by letter, how one spelling of a word differs from another, and by which rule.
struct SpellingExplainer {
  private var chains: SchemeChains
  private var aligner = PairAligner(.shipped)
  private static let costs = "models/pair-costs"

  /// - Parameter names: the names the words are of, whose letters say which schemes are likely.
  init(names: [String]) {
    chains = SchemeChains(language: Self.language(names))
  }

  private static func language(_ names: [String]) -> String {
    for name in names {
      for scalar in name.unicodeScalars {
        switch scalar {
        case "ə", "Ə", "ҝ", "Ҝ", "ҹ", "Ҹ", "ј", "Ј", "ğ", "ı": return "az"
        case "қ", "Қ", "ң", "Ң", "ұ", "Ұ", "і", "І", "ғ", "Ғ", "ә", "Ә", "ū", "Ū": return "kk"
        default: continue
        }
      }
    }
    return "ru"
  }

  /// The differences of two spellings, in their order; letters that only change script are passed over.
  mutating func differences(_ first: String, _ second: String) -> [SpellingDifference] {
    guard first != second else { return [] }
    guard let chain = chains.best(first, second) else {
      return steps(first, second, rule: Self.costs)
    }
    var result: [SpellingDifference] = []
    var current = chain.isReversed ? second : first
    for (scheme, text) in chain.steps {
      result += steps(current, text, rule: scheme)
      current = text
    }
    let target = chain.isReversed ? first : second
    if chain.distance > 0 { result += steps(current, target, rule: Self.costs) }
    guard chain.isReversed else { return result }
    return result.map {
      SpellingDifference(first: $0.second, second: $0.first, rule: $0.rule, bits: $0.bits)
    }
  }

  /// The schemes that turn one spelling into the other without a rest; empty where there are none.
  mutating func schemes(_ first: String, _ second: String) -> [String] {
    guard let chain = chains.best(first, second), chain.distance == 0 else { return [] }
    return chain.steps.map(\.scheme)
  }

  /// Groups of letters that are aligned with each other and differ.
  private mutating func steps(
    _ first: String, _ second: String, rule: String
  ) -> [SpellingDifference] {
    guard let a = Reading(first), let b = Reading(second) else { return [] }
    let steps = aligner.steps(a.form, b.form)
    var result: [SpellingDifference] = []
    var (i, j) = (0, 0)
    var (x, y) = (0, 0)
    var bits = 0.0
    for step in steps {
      x = max(x, step.first.upperBound)
      y = max(y, step.second.upperBound)
      bits += min(step.cost, 0)
      guard let p = a.end(phone: x), let q = b.end(phone: y) else { continue }
      if p > i || q > j {
        add(a, i..<p, b, j..<q, rule, bits, to: &result)
        (i, j) = (p, q)
        bits = 0
      }
    }
    if i < a.letters.count || j < b.letters.count {
      add(a, i..<a.letters.count, b, j..<b.letters.count, rule, bits, to: &result)
    }
    return result
  }

  private func add(
    _ a: Reading, _ x: Range<Int>, _ b: Reading, _ y: Range<Int>, _ rule: String, _ bits: Double,
    to result: inout [SpellingDifference]
  ) {
    let (from, to) = (a.letters[x], b.letters[y])
    guard !from.elementsEqual(to) else { return }
    // A letter of another script with the same sound is no difference of spelling.
    let isTrivial =
      a.script != b.script && from.count == 1 && to.count == 1
      && a.phones(x).elementsEqual(b.phones(y))
    guard !isTrivial else { return }
    result.append(
      SpellingDifference(first: a.text(x), second: b.text(y), rule: rule, bits: bits))
  }

  /// A word with the sounds of its letters.
  private struct Reading {
    let letters: [UInt32]
    let scalars: [Unicode.Scalar]
    let script: Script
    let form: SoundForm
    private let runs: [(letters: Range<Int>, phones: Range<Int>)]

    init?(_ word: String) {
      scalars = Array(word.unicodeScalars)
      let letters = FoldedText.scalars(word)
      self.letters = letters
      script = TokenReading.script(letters.span)
      guard let reading = TokenReading.readings(letters.span, hint: .none).first else { return nil }
      form = SoundFormer.shipped.form(letters.span, reading: reading)
      runs = SoundFormer.shipped.trace(letters, reading: reading)
    }

    /// Where the letters end that made all phones before `phone`; nil inside a run.
    func end(phone: Int) -> Int? {
      var end: Int? = phone == 0 ? 0 : nil
      for run in runs where run.phones.upperBound == phone { end = run.letters.upperBound }
      return end
    }

    func phones(_ range: Range<Int>) -> ArraySlice<UInt8> {
      var low = Int.max
      var high = 0
      for run in runs where range.overlaps(run.letters) {
        low = min(low, run.phones.lowerBound)
        high = max(high, run.phones.upperBound)
      }
      return low <= high && high <= form.phones.count ? form.phones[low..<high] : []
    }

    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      for index in range where index < scalars.count { view.append(scalars[index]) }
      return String(view)
    }
  }
}
