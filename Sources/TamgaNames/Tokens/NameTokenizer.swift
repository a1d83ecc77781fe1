internal import TamgaText

/// Cuts cleaned names into words: one value a thread, used again for every name.
///
/// Words are parted by spaces, commas, brackets, quotes and slashes, and behind a glued initial (`М.Ю.Лермонтов`);
/// a hyphenated compound is one word.
public struct NameTokenizer: Sendable {
  /// The words of the last name.
  public private(set) var tokens: [NameToken] = []
  /// Their letters, folded by `FoldedText`, one word after the other; a final period is among them.
  public private(set) var letters: [UInt32] = []

  private var capitals: [Bool] = []
  private var isQuoted = false
  private var depth = 0
  private var pending: NameToken.Marks = []

  /// Makes a tokenizer with empty buffers.
  public init() {}

  /// Notes which words of a name are in capitals before it is cleaned: cleaning gives a family name in capitals the
  /// case of a name. The next name to be cut, if it has as many words, gets those marks.
  public mutating func noteCapitals(_ original: Span<UInt8>) {
    tokenize(original)
    capitals = tokens.map { $0.marks.contains(.capitals) }
  }

  /// Cuts a name, given as UTF-8.
  public mutating func tokenize(_ name: Span<UInt8>) {
    cut(name)
    if capitals.count == tokens.count {
      for index in tokens.indices where capitals[index] { tokens[index].marks.insert(.capitals) }
    }
    capitals.removeAll(keepingCapacity: true)
  }

  private mutating func cut(_ name: Span<UInt8>) {
    tokens.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    isQuoted = false
    depth = 0
    pending = []
    var word = Word()
    var position = 0
    var scalarIndex: Int32 = 0
    while position < name.count {
      let start = position
      var scalar = UTF8Decoding.next(name, &position)
      if scalar == UTF8Decoding.invalid { scalar = 0xFFFD }
      if Self.isSeparator(scalar) {
        finish(&word, end: start)
        separate(scalar)
      } else {
        if word.count > 0, word.endsInitial, Self.isCapital(scalar, FoldedText.fold(scalar)) {
          finish(&word, end: start)
        }
        if word.count == 0 {
          word = Word(byte: Int32(start), scalar: scalarIndex, letters: Int32(letters.count))
        }
        let folded = FoldedText.fold(scalar)
        letters.append(folded)
        word.add(scalar, isCapital: Self.isCapital(scalar, folded))
      }
      scalarIndex += 1
    }
    finish(&word, end: name.count)
  }

  /// What is known of a word while it is read.
  private struct Word {
    var byte: Int32 = 0
    var scalar: Int32 = 0
    var letters: Int32 = 0
    var count = 0
    var capitals = 0
    var digits = 0
    var others = 0
    /// Letters since the word began or since the last hyphen or period.
    var run = 0
    var longestRun = 0
    var isCapital = false
    var isMixed = false
    /// Small letters since the word began or since its last sign.
    var smallLetters = 0
    var hasHyphen = false
    var last: UInt32 = 0

    /// Whether the word so far is an initial with its period, so that a capital begins another word.
    var endsInitial: Bool { last == 0x2E && !hasHyphen && count <= 3 && capitals == 1 && isCapital }

    mutating func add(_ scalar: UInt32, isCapital capital: Bool) {
      if count == 0 { isCapital = capital }
      count += 1
      last = scalar
      switch scalar {
      case 0x30...0x39:
        digits += 1
        run += 1
      case 0x2D:
        hasHyphen = true
        run = 0
      case 0x2E: run = 0
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x2010...0x2016, 0x2026: others += 1
      default:
        if capital {
          capitals += 1
          // McDonald and DeVito have two small letters there.
          if smallLetters > 2 { isMixed = true }
        } else {
          smallLetters += 1
        }
        run += 1
        longestRun = max(longestRun, run)
        return
      }
      smallLetters = 0
      longestRun = max(longestRun, run)
    }
  }

  private mutating func finish(_ word: inout Word, end: Int) {
    defer { word = Word() }
    guard word.count > 0 else { return }
    guard word.longestRun > 0 else {
      letters.removeLast(letters.count - Int(word.letters))
      return
    }
    var marks = pending
    let letterCount = word.count - word.others - (word.last == 0x2E ? 1 : 0)
    if word.isCapital { marks.insert(.capital) }
    if word.last == 0x2E { marks.insert(.dotted) }
    if word.digits > 0 { marks.insert(.digit) }
    if word.hasHyphen { marks.insert(.hyphen) }
    if word.isMixed { marks.insert(.mixedCase) }
    if word.last == 0x21 || word.last == 0x3F { marks.insert(.exclaimed) }
    if word.capitals >= 2, word.capitals + (word.hasHyphen ? 1 : 0) >= letterCount {
      marks.insert(.capitals)
    }
    let isShort = word.longestRun == 1 || word.longestRun <= 3 && word.last == 0x2E
    if isShort, word.digits == 0, word.isCapital || word.longestRun == 1,
      letterCount == 1 || word.last == 0x2E
    {
      marks.insert(.initial)
    }
    if depth > 0 { marks.insert(.bracketed) }
    if isQuoted { marks.insert(.quoted) }
    tokens.append(
      NameToken(
        bytes: word.byte..<Int32(end), scalar: word.scalar,
        letters: word.letters..<Int32(letters.count), marks: marks))
    pending = []
  }

  private mutating func separate(_ scalar: UInt32) {
    switch scalar {
    case 0x2C, 0x3B, 0x60C: pending.insert(.afterComma)
    case 0x28, 0x5B:
      depth += 1
      pending.insert(.opens)
    case 0x29, 0x5D: depth = max(0, depth - 1)
    case 0x22:
      isQuoted.toggle()
      if isQuoted { pending.insert(.opens) }
    case 0xAB, 0x201C, 0x201E:
      isQuoted = true
      pending.insert(.opens)
    case 0xBB, 0x201D: isQuoted = false
    case 0x2F: pending.insert(.afterSlash)
    default: break
    }
  }

  @inline(__always)
  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x22, 0x28, 0x29, 0x2C, 0x2F, 0x3A, 0x3B, 0x5B, 0x5D, 0x7C,
      0xAB, 0xBB, 0x60C, 0x201C, 0x201D, 0x201E:
      true
    default: false
    }
  }

  /// Whether folding changed a letter's case, and not only ё to е.
  @inline(__always)
  private static func isCapital(_ scalar: UInt32, _ folded: UInt32) -> Bool {
    scalar != folded && scalar != 0x451
  }
}
