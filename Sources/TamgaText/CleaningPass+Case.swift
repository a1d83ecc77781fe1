extension CleaningPass {
  /// Title case for names in capitals or in small letters; a name in mixed case is as its writer meant it.
  mutating func repairCase() {
    var hasUpper = false
    var hasLower = false
    var hasShouting = false
    var hasHump = false
    var wasLower = false
    var run = 0
    var runHasLower = false
    for index in 0...text.count {
      let properties = index < text.count ? codePoints[text.scalars[index]] : []
      if properties.contains(.upper) {
        hasUpper = true
        if wasLower { hasHump = true }
      }
      wasLower = properties.contains(.lower)
      if properties.contains(.lower) {
        hasLower = true
        runHasLower = true
      }
      if properties.contains(.letter) {
        run += 1
      } else if index == text.count || text.scalars[index] != 0x2019 {
        if run > 1, !runHasLower { hasShouting = true }
        run = 0
        runHasLower = false
      }
    }
    guard hasUpper || hasLower, hasShouting || !hasUpper || hasHump else { return }
    let dotless = dotlessI()
    collectTokens()
    let count = ranges.count
    for number in 0..<count {
      let token = ranges[number]
      if !hasUpper {
        titleToken(token, isFirst: number == 0, dotless: dotless)
      } else if hasHump, isToggled(token) {
        lowerToken(token, isFirst: number == 0, dotless: dotless)
      } else if isShouting(token) {
        if keepsCapitals(token, amongCapitals: !hasLower, count: count) { continue }
        lowerToken(token, isFirst: number == 0, dotless: dotless)
      }
    }
  }

  /// Whether the name pairs I with ı; nil when nothing decides.
  private func dotlessI() -> Bool? {
    for scalar in text.scalars {
      switch scalar {
      case 0x18F, 0x259, 0x11E, 0x11F, 0x130, 0x131, 0x15E, 0x15F, 0x16A, 0x16B: return true
      default: break
      }
    }
    if let language = options.language { return language.hasDotlessI }
    return looksTurkic() ? true : nil
  }

  /// Whether a word was typed with the capitals key stuck (`tOKAYEV`), or in letters of any case (`nUrSuLtAn`).
  private func isToggled(_ token: Range<Int>) -> Bool {
    var letters = 0
    var uppers = 0
    var humps = 0
    var most = 0
    /// Whether every part begins small and goes on in capitals.
    var isInverted = true
    var isStart = true
    var wasLower = false
    for index in token {
      let properties = codePoints[text.scalars[index]]
      guard properties.contains(.letter) else {
        wasLower = false
        isStart = true
        humps = 0
        continue
      }
      letters += 1
      if properties.contains(.upper) {
        uppers += 1
        if wasLower { humps += 1 }
        most = max(most, humps)
        if isStart { isInverted = false }
      } else if !isStart {
        isInverted = false
      }
      isStart = false
      wasLower = properties.contains(.lower)
    }
    return letters > 2 && (isInverted && uppers > 1 || most > 1)
  }

  /// Whether the letters of the name are Azerbaijani or Turkish beyond doubt, one of them not English.
  private func looksTurkic() -> Bool {
    let hasSign = text.scalars.contains { [0xC7, 0xE7, 0xD6, 0xF6, 0xDC, 0xFC, 0x51].contains($0) }
    guard hasSign, text.scalars.contains(0x49) else { return false }
    let candidates = LanguageDetector.shipped.detect(UTF8Decoding.text(text.scalars)).candidates
    var (turkic, others) = (0.0, 0.0)
    // English names have the sign only where they are another language’s.
    for candidate in candidates where candidate.language != .en {
      if candidate.language.hasDotlessI {
        turkic += candidate.probability
      } else {
        others += candidate.probability
      }
    }
    return turkic > 9 * others
  }

  private func isShouting(_ token: Range<Int>) -> Bool {
    var letters = 0
    for index in token {
      let properties = codePoints[text.scalars[index]]
      if properties.contains(.lower) { return false }
      if properties.contains(.letter) { letters += 1 }
    }
    return letters > 1
  }

  /// Whether a word in capitals is an abbreviation.
  private mutating func keepsCapitals(
    _ token: Range<Int>, amongCapitals: Bool, count: Int
  ) -> Bool {
    var letters = 0
    var isRoman = true
    var hasVowel = false
    for index in token {
      let scalar = text.scalars[index]
      guard codePoints[scalar].contains(.letter) else { continue }
      letters += 1
      if scalar != 0x49, scalar != 0x56, scalar != 0x58 { isRoman = false }
      if !hasVowel, Self.isVowel(codePoints.lowercase(scalar)) { hasVowel = true }
    }
    if isRoman || isInitials(token) { return true }
    if options.type == .person { return false }
    let points = codePoints
    let word = text.scalars[token].lazy.filter { points[$0].contains(.letter) }
    if tables.isAbbreviation(word) { return true }
    if !hasVowel { return true }
    if !amongCapitals, letters <= 4, isForeign(token) { return true }
    if options.type == .organization, !amongCapitals, letters <= 5 { return true }
    if letters <= 3, count == 1 {
      doubts.insert(.capitals)
      return true
    }
    return false
  }

  /// Whether a word is Latin in a name that has Cyrillic letters too: `IBM Қазақстан`.
  private func isForeign(_ token: Range<Int>) -> Bool {
    codePoints[text.scalars[token.lowerBound]].script == .latin
      && text.scalars.contains { codePoints[$0].script == .cyrillic }
  }

  /// `А.С.` and `A.` are initials, whatever their case.
  private func isInitials(_ token: Range<Int>) -> Bool {
    var run = 0
    for index in token {
      if codePoints[text.scalars[index]].contains(.letter) {
        run += 1
        if run > 1 { return false }
      } else if text.scalars[index] == 0x2E {
        run = 0
      }
    }
    return true
  }

  /// Whether a small letter is a vowel, below U+0500.
  private static func isVowel(_ scalar: UInt32) -> Bool {
    scalar < 0x500 && vowels[Int(scalar)]
  }

  private static let vowels: [Bool] = {
    var vowels = [Bool](repeating: false, count: 0x500)
    for scalar in "aeiouyəıöüäūúóáéíýâîôûêèëïœæøåаеёиоуыэюяәіөұүїєў".unicodeScalars {
      vowels[Int(scalar.value)] = true
    }
    return vowels
  }()

  private mutating func titleToken(_ token: Range<Int>, isFirst: Bool, dotless: Bool?) {
    if !isFirst, isLowercaseWord(token) { return }
    // `?liyev`: the first letter was lost.
    var capital = text.scalars[token.lowerBound] != 0x3F
    for index in token {
      let scalar = text.scalars[index]
      if codePoints[scalar].contains(.letter) {
        if capital {
          let upper =
            scalar == 0x69 && dotless == true ? 0x130 : codePoints.uppercase(scalar)
          if upper != scalar { replace(index, with: upper, .case) }
        }
        capital = false
      } else if scalar == 0x2D || scalar == 0x2E || scalar == 0x28 || scalar == 0x22 {
        capital = !isLowercaseWord(index + 1..<token.upperBound)
      } else if scalar == 0x2019 {
        capital = isElision(token, index)
      }
    }
  }

  private mutating func lowerToken(_ token: Range<Int>, isFirst: Bool, dotless: Bool?) {
    var capital = true
    if !isFirst {
      capital = !isLowercaseWord(token, dotless: dotless)
    }
    for index in token {
      let scalar = text.scalars[index]
      if codePoints[scalar].contains(.letter) {
        if !capital {
          lower(index, dotless: dotless, inside: index > token.lowerBound)
        } else if codePoints[scalar].contains(.lower) {
          let upper = scalar == 0x69 && dotless == true ? 0x130 : codePoints.uppercase(scalar)
          replace(index, with: upper, .case)
        }
        capital = false
      } else if scalar == 0x2D || scalar == 0x2E || scalar == 0x28 || scalar == 0x22 {
        capital =
          scalar == 0x22
          || !isLowercaseWord(
            index + 1..<token.upperBound, dotless: dotless)
      } else if scalar == 0x2019 {
        capital = isElision(token, index)
      }
    }
    if isScottish(token) {
      let index = token.lowerBound + 2
      replace(index, with: codePoints.uppercase(text.scalars[index]), .case)
    }
  }

  private mutating func lower(_ index: Int, dotless: Bool?, inside: Bool) {
    let scalar = text.scalars[index]
    let small: UInt32
    switch scalar {
    case 0x130: small = 0x69
    case 0x49:
      if dotless == nil, inside { doubts.insert(.dotlessI) }
      small = dotless == true ? 0x131 : 0x69
    default: small = codePoints.lowercase(scalar)
    }
    if small != scalar { replace(index, with: small, .case) }
  }

  /// Whether an apostrophe behind a single O, D or L begins a new capital: `O’Connor`, `Д’Артаньян`.
  private func isElision(_ token: Range<Int>, _ index: Int) -> Bool {
    let before = index - 1
    guard before >= token.lowerBound else { return true }
    let isAlone = before == token.lowerBound || text.scalars[before - 1] == 0x2D
    return isAlone
      && [0x4F, 0x44, 0x4C, 0x41E, 0x414, 0x41B].contains(text.scalars[before])
      && token.upperBound - index > 4
  }

  /// `MCDONALD`: Mc before a consonant is followed by a capital.
  private func isScottish(_ token: Range<Int>) -> Bool {
    guard token.count > 5, text.scalars[token.lowerBound] == 0x4D,
      text.scalars[token.lowerBound + 1] == 0x63
    else { return false }
    return !Self.isVowel(text.scalars[token.lowerBound + 2])
  }

  private func isLowercaseWord(_ range: Range<Int>, dotless: Bool? = nil) -> Bool {
    guard range.lowerBound > 0, range.count <= 8 else { return false }
    var end = range.lowerBound
    while end < range.upperBound, text.scalars[end] != 0x2D { end += 1 }
    guard end > range.lowerBound else { return false }
    let points = codePoints
    let small = text.scalars[range.lowerBound..<end].lazy.map { scalar -> UInt32 in
      if scalar == 0x130 { return 0x69 }
      if scalar == 0x49, dotless == true { return 0x131 }
      return points.lowercase(scalar)
    }
    return tables.isLowercaseWord(small)
  }
}
