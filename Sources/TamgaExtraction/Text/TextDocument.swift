internal import TamgaNames
internal import TamgaText

/// A text as lines of tokens, with the words counted: what all the finders look at.
struct TextDocument: Sendable {
  /// The scalars of the text.
  let scalars: [UInt32]
  var tokens: [TextToken] = []
  /// The lines: their tokens and their languages.
  var lines: [(tokens: Range<Int>, language: Language?)] = []
  var words: [WordEntry] = []
  /// The numbers of words by their hashes, for each tongue.
  private var numbers: [UInt64: Int32] = [:]

  init(_ text: String, language: Language?, _ vocabulary: Vocabulary) {
    scalars = text.unicodeScalars.map(\.value)
    var tokenizer = TextTokenizer(scalars)
    tokenizer.run()
    tokens = HyphenSplitter.split(tokenizer.tokens, scalars, vocabulary.places)
    findLines(language, vocabulary)
    for line in lines.indices { enter(line, vocabulary) }
    SentenceStarts.mark(&self)
    count()
  }

  /// The number of a word in a tongue; nil where the text does not have it.
  func number(_ hash: UInt64, _ tongue: Tongue) -> Int? {
    numbers[Self.mix(hash, tongue)].map(Int.init)
  }

  private static func mix(_ hash: UInt64, _ tongue: Tongue) -> UInt64 {
    hash &* 4 &+ UInt64(tongue.rawValue)
  }

  func text(_ range: Range<Int>) -> String { UTF8Decoding.text(scalars[range]) }

  /// The entry of a word.
  func entry(_ token: Int) -> WordEntry? {
    let word = tokens[token].word
    return word < 0 ? nil : words[Int(word)]
  }

  func classes(_ token: Int) -> WordClasses {
    let word = tokens[token].word
    return word < 0 ? [] : words[Int(word)].classes
  }

  // MARK: - Making

  /// Finds the lines and their languages: that of a short line without signs of its own is the document’s.
  private mutating func findLines(_ given: Language?, _ vocabulary: Vocabulary) {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in tokens.indices where tokens[index].marks.contains(.line) && index > start {
      ranges.append(start..<index)
      start = index
    }
    if start < tokens.count { ranges.append(start..<tokens.count) }
    guard given == nil else {
      lines = ranges.map { ($0, given) }
      return
    }
    var whole = TextLanguage()
    var each: [(language: Language, points: Int)?] = []
    for range in ranges {
      var line = TextLanguage()
      for index in range where tokens[index].kind == .word {
        let letters = scalars[tokens[index].range].map { FoldedText.fold($0) }
        let common = vocabulary.languages(commonWord: WordHash.hash(letters))
        line.count(letters.span, commonIn: common)
      }
      whole.add(line)
      each.append(line.best)
    }
    let document = whole.best?.language
    for (index, range) in ranges.enumerated() {
      // A short line says little of itself, unless its script is not that of the document.
      if let best = each[index],
        best.points >= 12 || best.language == document
          || best.language.script != document?.script
      {
        lines.append((range, best.language))
      } else {
        lines.append((range, document ?? each[index]?.language))
      }
    }
  }

  private mutating func enter(_ line: Int, _ vocabulary: Vocabulary) {
    let (range, language) = lines[line]
    let tongue = Tongue(language)
    let dotlessI = language?.hasDotlessI == true
    var letters: [UInt32] = []
    for index in range where tokens[index].kind == .word {
      letters.removeAll(keepingCapacity: true)
      for position in tokens[index].range {
        if LetterClass.of(scalars[position]) == .invisible { continue }
        letters.append(FoldedText.fold(scalars[position], dotlessI: dotlessI))
      }
      let bridge = AlphabetBridge.key(letters, language)
      let hash = WordHash.hash(bridge?.key ?? letters)
      let mixed = Self.mix(hash, tongue)
      if let number = numbers[mixed] {
        tokens[index].word = number
        continue
      }
      let number = Int32(words.count)
      numbers[mixed] = number
      tokens[index].word = number
      let key = bridge?.key ?? letters
      words.append(
        WordEntry(
          letters: letters, key: key, counts: bridge?.counts ?? [], hash: hash, tongue: tongue,
          classes: Self.classes(key, tongue, vocabulary),
          facts: vocabulary.analyzer.facts(letters.span)))
    }
  }

  /// The classes of a word; of its base form too where it is a kind word with endings, and those of English pages.
  private static func classes(
    _ key: [UInt32], _ tongue: Tongue, _ vocabulary: Vocabulary
  ) -> WordClasses {
    var classes = vocabulary.classes(key, tongue)
    switch tongue {
    case .azerbaijani, .kazakh:
      for form in tongue.forms(key, possessed: true) where form.strength >= .medium {
        classes.formUnion(vocabulary.classes(form.base(key), tongue).intersection(.kinds))
      }
      classes.formUnion(
        vocabulary.classes(key, .english).intersection([.navigation, .calendar]))
    case .russian, .english: break
    }
    return classes
  }

  private mutating func count() {
    for token in tokens where token.word >= 0 {
      if !token.isCapital {
        words[Int(token.word)].small += 1
      } else if !token.marks.contains(.starts) {
        words[Int(token.word)].capital += 1
      }
    }
  }
}
