/// The letters of a name as the language model reads them, their n-grams, and the name’s build.
///
/// A word stands between two boundaries; n-grams of one to five symbols never cross them. The build says whether all
/// letters are plain (English, Russian or Persian has them), how many words there are and how long the name is: ten
/// plain letters say more against Azerbaijani than three.
struct LanguageFeatures {
  /// What stands for the beginning and the end of a word.
  static let boundary: UInt32 = 0x5F
  /// The longest n-gram.
  static let order = 5
  /// How many bytes of a name are looked at: more say nothing new.
  static let limit = 512
  /// The symbol that a row on a name’s build begins with.
  static let buildMark: UInt32 = 0x3D
  /// What stands in such a row for what it does not ask.
  private static let unasked: UInt32 = 0x2E

  /// The lower-case letters of the name with a boundary before and after each word.
  private(set) var symbols: [UInt32] = []
  /// How many letters there are of each script.
  private(set) var latin = 0
  private(set) var cyrillic = 0
  private(set) var arabic = 0
  private(set) var other = 0

  private let codePoints = CodePoints.shared
  private let alphabets = LanguageAlphabets.shipped

  init() { symbols.reserveCapacity(1024) }

  /// Reads a name.
  mutating func read(_ bytes: Span<UInt8>) {
    symbols.removeAll(keepingCapacity: true)
    (latin, cyrillic, arabic, other) = (0, 0, 0, 0)
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
  }

  /// The script most letters are of.
  var script: Script {
    let most = max(latin, cyrillic, arabic, other)
    if most == 0 { return .common }
    if most == cyrillic { return .cyrillic }
    if most == latin { return .latin }
    return most == arabic ? .arabic : .other
  }

  /// A letter in lower case, an apostrophe, or 0 for what parts words.
  @inline(__always)
  private mutating func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x61...0x7A:
      latin += 1
      return scalar
    case 0x41...0x5A:
      latin += 1
      return scalar | 0x20
    case 0x430...0x44F:
      cyrillic += 1
      return scalar
    case 0x410...0x42F:
      cyrillic += 1
      return scalar + 0x20
    case 0x27, 0x60, 0xB4, 0x2BB, 0x2BC, 0x2BF, 0x2B9, 0x2018, 0x2019, 0x2032: return 0x2019
    case 0..<0x80: return 0
    case 0x130:
      latin += 1
      return 0x69
    case 0x18E, 0x1DD:
      latin += 1
      return 0x259
    default: return foldOther(scalar)
    }
  }

  private mutating func foldOther(_ scalar: UInt32) -> UInt32 {
    let properties = codePoints[scalar]
    if properties.contains(.mark) { return scalar }
    guard properties.contains(.letter) else { return 0 }
    switch properties.script {
    case .latin: latin += 1
    case .cyrillic: cyrillic += 1
    case .arabic: arabic += 1
    default: other += 1
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
    var words: UInt32 = 0
    var letters: UInt32 = 0
    for index in symbols.indices where symbols[index] != Self.boundary {
      letters += 1
      if symbols[index - 1] == Self.boundary { words += 1 }
    }
    let kind = kind
    guard kind != 0 else { return }
    let count = 0x30 + min(words, 4)
    let length = 0x61 + (letters < 8 ? letters : letters < 24 ? 8 + (letters - 8) / 4 : 12)
    let statements: InlineArray<4, InlineArray<4, UInt32>> = [
      [Self.buildMark, kind, Self.unasked, Self.unasked],
      [Self.buildMark, kind, count, Self.unasked],
      [Self.buildMark, kind, Self.unasked, length],
      [Self.buildMark, kind, count, length],
    ]
    for index in statements.indices { body(Self.hash(statements[index]), statements[index]) }
  }

  /// A letter for the name’s script: small where its letters are all plain, else a capital; 0 for scripts Tamga has no
  /// languages of.
  private var kind: UInt32 {
    let (letter, plain): (UInt32, Language) =
      switch script {
      case .latin: (0x6C, .en)
      case .cyrillic: (0x63, .ru)
      case .arabic: (0x61, .fa)
      case .common, .other: (0, .en)
      }
    guard letter != 0 else { return 0 }
    for symbol in symbols
    where symbol != Self.boundary && symbol != 0x2019 && !alphabets.has(symbol, plain) {
      return letter - 0x20
    }
    return letter
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func step(_ hash: UInt64, _ symbol: UInt32) -> UInt64 {
    (hash ^ UInt64(symbol)) &* 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always)
  private static func finish(_ hash: UInt64) -> UInt64 { hash ^ hash >> 29 }

  private static func hash(_ statement: InlineArray<4, UInt32>) -> UInt64 {
    var hash = seed
    for index in statement.indices { hash = step(hash, statement[index]) }
    return finish(hash)
  }

  /// The hash of an n-gram as tables write it.
  static func hash(_ ngram: some Sequence<UInt32>) -> UInt64 {
    finish(ngram.reduce(seed) { step($0, $1) })
  }
}
