internal import TamgaText

/// Takes names apart and puts their tokens into a table.
struct NamePreparer {
  var table: TokenTable
  private var letters: [UInt32] = []

  init(table: TokenTable = TokenTable()) {
    self.table = table
  }

  mutating func prepare(_ name: String, type: NameType, language: Language? = nil) -> PreparedName {
    let clean = NameCleaner(CleaningOptions(language: language, type: type)).clean(name).text
    let hint = TokenReading.Hint(language)
    var parts: [NamePart] = []
    var word: [UInt32] = []
    func isSeparator(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x20, 0x2C, 0x2D, 0x28, 0x29, 0x22, 0x2F, 0x5B, 0x5D: true
      default: false
      }
    }
    for scalar in clean.unicodeScalars.map(\.value) + [0x20] {
      if !isSeparator(scalar) {
        word.append(scalar)
        continue
      }
      let isDotted = word.last == 0x2E
      let folded = word.filter { $0 != 0x2E }.map { FoldedText.fold($0) }
      word.removeAll()
      guard !folded.isEmpty else { continue }
      var part = NamePart(token: Int32(table.intern(folded.span, hint: hint)))
      if folded.count == 1 || isDotted && folded.count == 2 { part.role = .initial }
      part.isJoined = scalar == 0x2D
      if table.entries[Int(part.token)].forms.isEmpty { continue }
      parts.append(part)
    }
    return PreparedName(type: type, parts: parts)
  }
}
