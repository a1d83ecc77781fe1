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
  /// The key of the row that holds each language’s own weight.
  static let bias = "^"

  /// The languages a script’s names are told among.
  static func languages(of script: Script) -> [Language] {
    switch script {
    case .latin: [.azLatn, .kkLatn, .en, .tr, .uz, .de, .fr, .pl]
    case .cyrillic: [.azCyrl, .kkCyrl, .ru, .uk, .be, .ky, .tt, .uz]
    case .arabic: [.azArab, .kkArab, .fa]
    case .common, .other: []
    }
  }

  private struct Slot {
    var key: UInt32 = 0
    /// Where the row’s weights begin, and how many they are; 0 weights mark an empty slot.
    var start: UInt32 = 0
    var count: UInt32 = 0
  }

  private struct Weight {
    var language: UInt8
    var value: Int16
  }

  private var slots: [Slot]
  private var weights: [Weight] = []
  private let mask: Int
  /// Each language’s own weight.
  private(set) var biases = [Int32](repeating: 0, count: Language.allCases.count)

  init(_ lexicons: Lexicons) { self.init(try? lexicons.table(Self.path)) }

  /// A model of this table; without one it knows nothing but alphabets.
  init(_ table: LexiconTable?) {
    guard let table else {
      slots = [Slot()]
      mask = 0
      return
    }
    var size = 1024
    while size < table.rowCount * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    table.withRows { rows in
      var position = 0
      while position < rows.count { readRow(rows, &position) }
    }
  }

  private mutating func readRow(_ rows: Span<UInt8>, _ position: inout Int) {
    var ngram: [UInt32] = []
    while position < rows.count, rows[position] != 0x09, rows[position] != 0x0A {
      ngram.append(UTF8Decoding.next(rows, &position))
    }
    position += 1
    let start = weights.count
    while position < rows.count, rows[position] != 0x0A {
      let language = rows[position] &- 0x61
      position += 1
      var value = 0
      let isNegative = position < rows.count && rows[position] == 0x2D
      if isNegative { position += 1 }
      while position < rows.count, (0x30...0x39).contains(rows[position]) {
        value = min(value * 10 + Int(rows[position] - 0x30), 32000)
        position += 1
      }
      if Int(language) < Language.allCases.count {
        weights.append(Weight(language: language, value: Int16(isNegative ? -value : value)))
      }
    }
    position += 1
    if ngram.elementsEqual(Self.bias.unicodeScalars.map(\.value)) {
      for weight in weights[start...] { biases[Int(weight.language)] = Int32(weight.value) }
      return
    }
    insert(LanguageFeatures.hash(ngram), start, weights.count - start)
  }

  private mutating func insert(_ hash: UInt64, _ start: Int, _ count: Int) {
    guard count > 0 else { return }
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot].count > 0 { slot = (slot + 1) & mask }
    slots[slot] = Slot(
      key: UInt32(truncatingIfNeeded: hash), start: UInt32(start), count: UInt32(count))
  }

  /// Adds the weights of a name’s n-grams and build to `scores`, one for each case of `Language`.
  @inline(__always)
  func score(_ features: borrowing LanguageFeatures, _ scores: inout [Int32]) {
    features.forEachNgram { hash, _ in add(hash, &scores) }
    features.forEachStatement { hash, _ in add(hash, &scores) }
  }

  @inline(__always)
  private func add(_ hash: UInt64, _ scores: inout [Int32]) {
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    let key = UInt32(truncatingIfNeeded: hash)
    while slots[slot].count > 0 {
      if slots[slot].key == key {
        let start = Int(slots[slot].start)
        for index in start..<start + Int(slots[slot].count) {
          scores[Int(weights[index].language)] += Int32(weights[index].value)
        }
        return
      }
      slot = (slot + 1) & mask
    }
  }
}
