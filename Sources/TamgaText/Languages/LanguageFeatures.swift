/// The letters of a name as the language model reads them, their n-grams, and the name’s build.
///
/// A word stands between two boundaries; n-grams of one to five symbols never cross them.
struct LanguageFeatures {
  /// What stands for the beginning and the end of a word.
  static let boundary: UInt32 = 0x5F
  /// The longest n-gram.
  static let order = 5
  /// How many bytes of a name are looked at: more say nothing new.
  static let limit = 512

  /// The lower-case letters of the name with a boundary before and after each word.
  private(set) var symbols: [UInt32] = []
  /// The name’s build.
  private(set) var build = NameBuild()

  private let codePoints = CodePoints.shared
  private let alphabets = LanguageAlphabets.shipped

  init() { symbols.reserveCapacity(1024) }

  /// Reads a name.
  mutating func read(_ bytes: Span<UInt8>) {
    symbols.removeAll(keepingCapacity: true)
    build = NameBuild()
    var position = 0
    let end = min(bytes.count, Self.limit)
    var inWord = false
    while position < end {
      let scalar = UTF8Decoding.next(bytes, &position)
      let symbol = scalar == UTF8Decoding.invalid ? 0 : fold(scalar)
      if symbol == 0 || symbol == 0x2019 && !inWord {
        if inWord { symbols.append(Self.boundary) }
        inWord = false
      } else {
        if !inWord { symbols.append(Self.boundary) }
        inWord = true
        symbols.append(symbol)
      }
    }
    if inWord { symbols.append(Self.boundary) }
    countSymbols()
  }

  private mutating func countSymbols() {
    for index in symbols.indices where symbols[index] != Self.boundary {
      let symbol = symbols[index]
      build.letters += 1
      if symbols[index - 1] == Self.boundary { build.words += 1 }
      guard symbol != 0x2019 else { continue }
      if !alphabets.has(symbol, .en) { build.marked.latin += 1 }
      if !alphabets.has(symbol, .ru) { build.marked.cyrillic += 1 }
      if !alphabets.has(symbol, .fa) { build.marked.arabic += 1 }
    }
  }

  /// The script most letters are of.
  var script: Script { build.script }

  /// A letter in lower case, an apostrophe, or 0 for what parts words.
  @inline(__always)
  private mutating func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x61...0x7A:
      build.latin += 1
      return scalar
    case 0x41...0x5A:
      build.latin += 1
      return scalar | 0x20
    case 0x430...0x44F:
      build.cyrillic += 1
      return scalar
    case 0x410...0x42F:
      build.cyrillic += 1
      return scalar + 0x20
    case 0x27, 0x60, 0xB4, 0x2BB, 0x2BC, 0x2BF, 0x2B9, 0x2018, 0x2019, 0x2032: return 0x2019
    case 0..<0x80: return 0
    case 0x130:
      build.latin += 1
      return 0x69
    case 0x18E, 0x1DD:
      build.latin += 1
      return 0x259
    default: return foldOther(scalar)
    }
  }

  private mutating func foldOther(_ scalar: UInt32) -> UInt32 {
    let properties = codePoints[scalar]
    if properties.contains(.mark) { return scalar }
    guard properties.contains(.letter) else { return 0 }
    switch properties.script {
    case .latin: build.latin += 1
    case .cyrillic: build.cyrillic += 1
    case .arabic: build.arabic += 1
    default: build.other += 1
    }
    return codePoints.lowercase(scalar)
  }

  /// Calls `body` with the hash and the place in `symbols` of every n-gram.
  @inline(__always)
  func forEachNgram(_ body: (UInt64, Range<Int>) -> Void) {
    Self.forEachNgram(symbols.span, body)
  }

  /// The same for any symbols.
  @inline(__always)
  static func forEachNgram(_ symbols: Span<UInt32>, _ body: (UInt64, Range<Int>) -> Void) {
    let count = symbols.count
    for start in 0..<count {
      var hash = seed
      var end = start
      while end < count, end - start < order {
        let symbol = symbols[end]
        hash = step(hash, symbol)
        end += 1
        if symbol == boundary {
          if end - start == 1 { continue }
          body(finish(hash), start..<end)
          break
        }
        body(finish(hash), start..<end)
      }
    }
  }

  /// Calls `body` with the hash and the symbols of every statement on the name’s build.
  func forEachStatement(_ body: (UInt64, InlineArray<4, UInt32>) -> Void) {
    build.forEachStatement { body(Self.hash($0), $0) }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func step(_ hash: UInt64, _ symbol: UInt32) -> UInt64 {
    (hash ^ UInt64(symbol)) &* 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always)
  private static func finish(_ hash: UInt64) -> UInt64 { hash ^ hash >> 29 }

  static func hash(_ statement: InlineArray<4, UInt32>) -> UInt64 {
    var hash = seed
    for index in statement.indices { hash = step(hash, statement[index]) }
    return finish(hash)
  }

  /// The hash of an n-gram as tables write it.
  static func hash(_ ngram: some Sequence<UInt32>) -> UInt64 {
    finish(ngram.reduce(seed) { step($0, $1) })
  }
}
