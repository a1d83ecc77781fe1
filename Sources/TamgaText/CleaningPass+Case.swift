extension CleaningPass {
  /// Title case for names in capitals or in small letters; a name in mixed case is as its writer meant it.
  mutating func repairCase() {
    var hasUpper = false
    var hasLower = false
    var hasShouting = false
    var run = 0
    var runHasLower = false
    for index in 0...text.count {
      let properties = index < text.count ? codePoints[text.scalars[index]] : []
      if properties.contains(.upper) { hasUpper = true }
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
    guard hasUpper || hasLower, hasShouting || !hasUpper else { return }
    let dotless = dotlessI()
    var tokens: [Range<Int>] = []
    forEachToken { tokens.append($0) }
    for (number, token) in tokens.enumerated() {
      if !hasUpper {
        titleToken(token, isFirst: number == 0, dotless: dotless)
      } else if isShouting(token) {
        if keepsCapitals(token, amongCapitals: !hasLower, count: tokens.count) { continue }
        lowerToken(token, isFirst: number == 0, dotless: dotless)
      }
    }
  }

  /// Whether the name pairs I with ı; nil when nothing decides.
  private func dotlessI() -> Bool? {
    for scalar in text.scalars {
      switch scalar {
      case 0x18F, 0x259, 0x11E, 0x11F, 0x130, 0x131, 0x15E, 0x15F: return true
      default: break
      }
    }
    if let language = options.language { return language.hasDotlessI }
    return nil
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
    let word = letters(token)
    if word.allSatisfy({ [0x49, 0x56, 0x58].contains($0) }) { return true }
    if isInitials(token) { return true }
    if options.type == .person { return false }
    if tables.abbreviations.contains(UTF8Decoding.text(word)) { return true }
    if word.contains(where: { codePoints[$0].script == .arabic }) { return true }
    let hasVowel = word.contains { Self.vowels.contains(codePoints.lowercase($0)) }
    if !hasVowel { return true }
    if options.type == .organization, !amongCapitals, word.count <= 5 { return true }
    if word.count <= 3, count == 1 {
      doubts.insert(.capitals)
      return true
    }
    return false
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

  private func letters(_ token: Range<Int>) -> [UInt32] {
    text.scalars[token].filter { codePoints[$0].contains(.letter) }
  }

  private static let vowels: Set<UInt32> = Set(
    "aeiouyəıöüäūúóáéíýâîôûêèëïœæøåаеёиоуыэюяәіөұүїєў".unicodeScalars.map(\.value))

  private mutating func titleToken(_ token: Range<Int>, isFirst: Bool, dotless: Bool?) {
    if !isFirst, isLowercaseWord(token) { return }
    var capital = true
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
        if !capital { lower(index, dotless: dotless, inside: index > token.lowerBound) }
        capital = false
      } else if scalar == 0x2D || scalar == 0x2E || scalar == 0x28 || scalar == 0x22 {
        capital = scalar == 0x22 || !isLowercaseWord(
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
    return !Self.vowels.contains(text.scalars[token.lowerBound + 2])
  }

  private func isLowercaseWord(_ range: Range<Int>, dotless: Bool? = nil) -> Bool {
    guard range.lowerBound > 0, range.count <= 8 else { return false }
    var end = range.lowerBound
    while end < range.upperBound, text.scalars[end] != 0x2D { end += 1 }
    guard end > range.lowerBound else { return false }
    let word = text.scalars[range.lowerBound..<end]
    let small = word.map { scalar -> UInt32 in
      if scalar == 0x130 { return 0x69 }
      if scalar == 0x49, dotless == true { return 0x131 }
      return codePoints.lowercase(scalar)
    }
    return tables.lowercaseWords.contains(UTF8Decoding.text(small))
  }
}
