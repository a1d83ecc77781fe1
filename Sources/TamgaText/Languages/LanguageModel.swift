internal import Synchronization
internal import TamgaLexicons

/// Weights of letter n-grams for languages, from `models/language-ngrams.tsv`.
///
/// A language is written in the table as a letter: `a` is the first case of `Language`, `b` the second, and so on.
/// Weights are whole numbers of `scale`-ths of a nat, so that sums are the same on every machine.
struct LanguageModel: Sendable {
  static let shipped = LanguageModel(.shipped)

  /// The table’s path.
  static let path = "models/language-ngrams.tsv"
  /// How many units of a weight make a nat.
  static let scale = 8
  /// How many words are looked up in the table as it stands.
  static let few = 48
  /// The key of the row that holds each language’s own weight.
  static let bias = "^"

  /// The languages a script’s names are told among.
  static func languages(of script: Script) -> [Language] {
    switch script {
    case .latin: latin
    case .cyrillic: cyrillic
    case .arabic: arabic
    case .common, .other: []
    }
  }

  private static let latin: [Language] = [.azLatn, .kkLatn, .en, .tr, .uz, .de, .fr, .pl]
  private static let cyrillic: [Language] = [
    .azCyrl, .kkCyrl, .ru, .uk, .be, .ky, .tt, .uz,
  ]
  private static let arabic: [Language] = [.azArab, .kkArab, .fa]

  private let table: LexiconTable?
  private let lazyIndex = LazyIndex()
  /// Each language’s own weight.
  private(set) var biases = [Int32](repeating: 0, count: Language.allCases.count)
  /// What a gap between two words counts.
  private(set) var gap = [Int32](repeating: 0, count: Language.allCases.count)

  init(_ lexicons: Lexicons) { self.init(try? lexicons.table(Self.path)) }

  /// A model of this table; without one it knows nothing but alphabets.
  init(_ table: LexiconTable?) {
    self.table = table
    var biases = biases
    table?.row(key: Self.bias)?.withCell(1) { weights in
      var position = 0
      NgramIndex.readWeights(weights, &position) { biases[$0] = Int32($1) }
    }
    self.biases = biases
    var gap = gap
    look([0x5F, 0x5F], &gap)
    self.gap = gap
  }

  /// The table in the form that many words need, made when that is worth its time; nil before.
  func index() -> NgramIndex? {
    if let made = lazyIndex.index.load() { return made }
    guard let table, lazyIndex.words.add(1, ordering: .relaxed).newValue > Self.few else {
      return nil
    }
    return lazyIndex.index.storeIfNil(NgramIndex(table))
  }

  private final class LazyIndex: Sendable {
    let index = AtomicLazyReference<NgramIndex>()
    let words = Atomic(0)
  }

  /// Adds the weights of an n-gram to `scores`, one for each case of `Language`, looked up where it
  /// stands in the table: what costs a single name least.
  private func look(_ ngram: [UInt8], _ scores: inout [Int32]) { look(ngram.span, &scores) }

  private func look(_ ngram: Span<UInt8>, _ scores: inout [Int32]) {
    table?.row(key: ngram)?.withCell(1) { weights in
      var position = 0
      NgramIndex.readWeights(weights, &position) { scores[$0] += Int32($1) }
    }
  }

  /// Adds the weights of what is stated of a name’s build.
  func score(_ build: NameBuild, _ scores: inout [Int32]) {
    let index = lazyIndex.index.load()
    build.forEachStatement { statement in
      if let index {
        index.add(LanguageFeatures.hash(statement), &scores)
      } else {
        look(statement.indices.map { UInt8(truncatingIfNeeded: statement[$0]) }, &scores)
      }
    }
  }

  /// Adds the weights of all words of a name, each between two boundaries, and of the gaps between them.
  func score(words symbols: Span<UInt32>, _ scores: inout [Int32]) {
    var start = 0
    while start < symbols.count {
      var end = start + 1
      while end < symbols.count, symbols[end] != LanguageFeatures.boundary { end += 1 }
      end = min(end + 1, symbols.count)
      if start > 0 { for index in scores.indices { scores[index] += gap[index] } }
      score(symbols.extracting(start..<end), &scores)
      start = end
    }
  }

  /// Adds the weights of the n-grams of a word that stands between its boundaries.
  func score(_ word: Span<UInt32>, _ scores: inout [Int32]) {
    if let index = index() { return index.score(word, &scores) }
    var key = ByteBuffer(capacity: 64)
    for start in 0..<word.count {
      key.truncate()
      for end in start..<min(word.count, start + LanguageFeatures.order) {
        key.append(scalar: word[end])
        let isBoundary = word[end] == LanguageFeatures.boundary
        if isBoundary, end == start { continue }
        key.withSpan { look($0, &scores) }
        if isBoundary { break }
      }
    }
  }
}
