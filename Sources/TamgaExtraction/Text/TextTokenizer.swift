/// Divides a text into words, numbers and signs.
///
/// Words are those of names, which is why UAX #29 does not do: a hyphen or an apostrophe between letters belongs to its
/// word, and so do digits behind a hyphen; an English possessive ending does not.
struct TextTokenizer {
  private let scalars: [UInt32]
  private var position = 0
  /// Whether white space, or a line end, was passed since the last token.
  private var hasGap = true
  private var hasLine = true
  private(set) var tokens: [TextToken] = []

  init(_ scalars: [UInt32]) {
    self.scalars = scalars
  }

  mutating func run() {
    tokens.reserveCapacity(scalars.count / 5)
    while position < scalars.count {
      let found = LetterClass.of(scalars[position])
      if found.contains(.space) {
        hasGap = true
        if found.contains(.line) { hasLine = true }
        position += 1
      } else if found == .invisible {
        position += 1
      } else if found.contains(.letter) {
        readWord()
      } else if found.contains(.digit) {
        readNumber()
      } else {
        append(.sign, position, position + 1)
        position += 1
      }
    }
  }

  private mutating func append(
    _ kind: TextToken.Kind, _ start: Int, _ end: Int, shape: TextToken.Shape = .lower,
    marks: TextToken.Marks = []
  ) {
    var token = TextToken(
      kind: kind, shape: shape, marks: marks, start: Int32(start), end: Int32(end))
    if !hasGap { token.marks.insert(.joined) }
    if hasLine { token.marks.insert(.line) }
    if kind == .sign { token.sign = scalars[start] }
    tokens.append(token)
    hasGap = false
    hasLine = false
  }

  private func classAt(_ index: Int) -> LetterClass {
    index < scalars.count ? LetterClass.of(scalars[index]) : []
  }

  static func isApostrophe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x2019, 0x2BC, 0x2B9, 0x60, 0xB4, 0x2BB, 0x2018: true
    default: false
    }
  }

  static func isHyphen(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011
  }

  private mutating func readWord() {
    let start = position
    var marks: TextToken.Marks = []
    // Letters and capitals before the first hyphen and in all.
    var letters = 0
    var upper = 0
    var head = (letters: 0, upper: 0)
    var inside = 0
    var afterHyphen = false
    while position < scalars.count {
      let scalar = scalars[position]
      let found = LetterClass.of(scalar)
      if found.contains(.letter) {
        if found.contains(.upper) {
          upper += 1
          if letters > 0, !afterHyphen { inside += 1 }
        }
        letters += 1
        afterHyphen = false
      } else if found.contains(.digit) {
        marks.insert(.digits)
      } else if Self.isHyphen(scalar), continues(after: position) {
        if head.letters == 0 { head = (letters, upper) }
        afterHyphen = true
      } else if found != .invisible, !found.contains(.mark) || Self.isApostrophe(scalar) {
        // An apostrophe is inside the word, or its end.
        guard Self.isApostrophe(scalar), classAt(position + 1).contains(.letter),
          !isPossessive(position)
        else { break }
      }
      position += 1
    }
    append(
      .word, start, position, shape: Self.shape(letters, upper, inside, head), marks: marks)
    readPossessive()
  }

  private static func shape(
    _ letters: Int, _ upper: Int, _ inside: Int, _ head: (letters: Int, upper: Int)
  ) -> TextToken.Shape {
    if upper == 0 { return .lower }
    if upper == letters { return letters == 1 ? .initial : .upper }
    if inside == 0 { return .capital }
    // `TÜRKSOY-a`: an abbreviation with its case ending.
    if head.letters > 1, head.upper == head.letters, upper == head.upper { return .upper }
    return .mixed
  }

  /// Whether a hyphen stands inside a word.
  private func continues(after index: Int) -> Bool {
    let next = classAt(index + 1)
    return next.contains(.letter) || next.contains(.digit)
  }

  /// Whether the apostrophe begins `’s` at the end of a word.
  private func isPossessive(_ index: Int) -> Bool {
    guard index + 1 < scalars.count, scalars[index + 1] == 0x73 || scalars[index + 1] == 0x53
    else { return false }
    let next = classAt(index + 2)
    return !next.contains(.letter) && !next.contains(.digit)
  }

  /// Passes the possessive ending behind the last word and marks that word.
  private mutating func readPossessive() {
    guard position < scalars.count, Self.isApostrophe(scalars[position]),
      let last = tokens.indices.last
    else { return }
    if isPossessive(position) {
      tokens[last].marks.insert(.possessive)
      position += 2
    } else if scalars[position] == 0x2019 || scalars[position] == 0x27,
      scalars[position - 1] == 0x73, classAt(position + 1).contains(.space),
      classAt(position + 2).contains(.letter)
    {
      tokens[last].marks.insert(.possessive)
      position += 1
    }
  }

  private mutating func readNumber() {
    let start = position
    var hasLetters = false
    while position < scalars.count {
      let found = LetterClass.of(scalars[position])
      if found.contains(.letter) {
        hasLetters = true
      } else if !found.contains(.digit), !found.contains(.mark) {
        let next = classAt(position + 1)
        let joins =
          Self.isHyphen(scalars[position]) && next.contains(.letter)
          || (scalars[position] == 0x2E || scalars[position] == 0x2C) && next.contains(.digit)
        guard joins else { break }
      }
      position += 1
    }
    append(.number, start, position, marks: hasLetters ? .digits : [])
  }
}
