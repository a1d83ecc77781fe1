extension CleaningPass {
  /// What the letters of a word say of its script.
  private struct Evidence {
    var latin = 0
    var cyrillic = 0
    /// Letters that exist in one script only count 2, near look-alikes 1, twins 0.
    var latinWeight = 0
    var cyrillicWeight = 0
    var other = 0

    var isMixed: Bool { latin > 0 && cyrillic > 0 || other > 0 && latin + cyrillic > 0 }
  }

  /// Repairs look-alike letters, old keyboard fonts and stress marks, word by word.
  mutating func repairScripts() {
    var neighbours = Evidence()
    var needed = false
    forEachWord { range in
      let evidence = weigh(range)
      if evidence.isMixed || hasOddLetter(range) { needed = true }
      if !evidence.isMixed {
        neighbours.latinWeight += evidence.latinWeight
        neighbours.cyrillicWeight += evidence.cyrillicWeight
        neighbours.latin += evidence.latin
        neighbours.cyrillic += evidence.cyrillic
      }
    }
    if neighbours.latin > 0, neighbours.cyrillic > 0 { needed = true }
    guard needed else { return }
    collectWords()
    for number in ranges.indices { repairWord(ranges[number], neighbours) }
    unifyKazakh()
    removeStress()
    compose()
  }

  /// Runs of letters, marks and apostrophes.
  private func forEachWord(_ body: (Range<Int>) -> Void) {
    var start: Int?
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      let properties = codePoints[scalar]
      if properties.contains(.letter) || properties.contains(.mark) || scalar == 0x2019 {
        if start == nil { start = index }
      } else if let from = start {
        body(from..<index)
        start = nil
      }
    }
    if let from = start { body(from..<text.count) }
  }

  /// Puts the runs of letters, marks and apostrophes into `ranges`.
  private mutating func collectWords() {
    var found = ranges
    ranges = []
    found.removeAll(keepingCapacity: true)
    forEachWord { found.append($0) }
    ranges = found
  }

  private func weigh(_ range: Range<Int>) -> Evidence {
    var evidence = Evidence()
    for index in range {
      let scalar = text.scalars[index]
      let properties = codePoints[scalar]
      guard properties.contains(.letter) else { continue }
      if scalar == 0x138 {
        // Kra is Latin by name only: it stands for the Cyrillic letter it looks like.
        evidence.latin += 1
        evidence.cyrillicWeight += 1
        continue
      }
      let twin = tables.twin(scalar)
      let weight = twin == nil ? 2 : twin?.isNear == true ? 1 : 0
      switch properties.script {
      case .latin:
        evidence.latin += 1
        evidence.latinWeight += weight
      case .cyrillic:
        evidence.cyrillic += 1
        evidence.cyrillicWeight += weight
      default:
        if twin != nil { evidence.other += 1 }
      }
    }
    return evidence
  }

  /// Kra in place of к, and marks that may be stress.
  private func hasOddLetter(_ range: Range<Int>) -> Bool {
    for index in range {
      switch text.scalars[index] {
      case 0x138, 0x300, 0x301, 0x450, 0x45D, 0x400, 0x40D, 0x472, 0x473, 0x494, 0x495, 0x4A0,
        0x4A1, 0x4A4, 0x4A5, 0x4C3, 0x4C4, 0x4C7...0x4CA, 0x4F6, 0x4F7:
        return true
      default: break
      }
    }
    return false
  }

  private mutating func repairWord(_ range: Range<Int>, _ neighbours: Evidence) {
    let evidence = weigh(range)
    guard evidence.isMixed else {
      if evidence.latin > 0 { repairLoneWord(range, evidence, neighbours) }
      return
    }
    if evidence.latinWeight > 1, evidence.cyrillicWeight > 1,
      evidence.latinWeight >= 2 * evidence.cyrillicWeight || hasFontLettersOnly(range),
      decodeKeyboardFont(range)
    {
      return
    }
    switch decide(evidence, neighbours) {
    case .cyrillic: convert(range, toCyrillic: true)
    case .latin: convert(range, toCyrillic: false)
    default: doubts.insert(.script)
    }
  }

  private func decide(_ word: Evidence, _ neighbours: Evidence) -> Script? {
    let (latin, cyrillic) = (word.latinWeight, word.cyrillicWeight)
    if latin >= 2 * cyrillic, latin > 0 { return .latin }
    if cyrillic >= 2 * latin, cyrillic > 0 { return .cyrillic }
    if latin > 0, cyrillic > 0 {
      let (most, least) = (max(word.latin, word.cyrillic), min(word.latin, word.cyrillic))
      return most >= 2 * least ? (word.latin > word.cyrillic ? .latin : .cyrillic) : nil
    }
    if neighbours.cyrillicWeight > 0, neighbours.latinWeight == 0 { return .cyrillic }
    if neighbours.latinWeight > 0, neighbours.cyrillicWeight == 0 { return .latin }
    if word.cyrillic > word.latin { return .cyrillic }
    if word.latin > word.cyrillic { return .latin }
    return nil
  }

  /// A word wholly of Latin letters that all have Cyrillic twins, among Cyrillic words only, was typed on the wrong
  /// layout. A word in capitals may be an abbreviation and is left.
  private mutating func repairLoneWord(
    _ range: Range<Int>, _ word: Evidence, _ neighbours: Evidence
  ) {
    if range.contains(where: { text.scalars[$0] == 0x138 }), neighbours.cyrillicWeight > 0 {
      convert(range, toCyrillic: true)
      return
    }
    guard word.latinWeight == 0, neighbours.cyrillicWeight > 0, neighbours.latinWeight == 0 else {
      return
    }
    let isInitial =
      range.count == 1 && range.upperBound < text.count && text.scalars[range.upperBound] == 0x2E
    let hasSmall = range.contains { codePoints[text.scalars[$0]].contains(.lower) }
    let isWord =
      hasSmall
      ? range.count > 2 : range.count > 3 && !tables.isAbbreviation(text.scalars[range])
    if isInitial || isWord { convert(range, toCyrillic: true) }
  }

  /// Whether the name has a letter that of all Cyrillic alphabets here only the Azerbaijani has.
  private var isAzerbaijani: Bool {
    text.scalars.contains { [0x408, 0x458, 0x49C, 0x49D, 0x4B8, 0x4B9].contains($0) }
  }

  private mutating func convert(_ range: Range<Int>, toCyrillic: Bool) {
    for index in range {
      let scalar = text.scalars[index]
      guard let twin = tables.twin(scalar) else {
        let script = codePoints[scalar].script
        if script == (toCyrillic ? .latin : .cyrillic) { doubts.insert(.script) }
        continue
      }
      var other = toCyrillic ? twin.cyrillic : twin.latin
      if toCyrillic, scalar == 0x48, isAzerbaijani { other = 0x4BA }
      if other == 0 || other == scalar { continue }
      let kind: Repair.Kind =
        switch scalar {
        case 0x138: .kra
        case 0x18F, 0x259, 0x4D8, 0x4D9: .schwa
        default: .homoglyph
        }
      replace(index, with: other, kind)
    }
  }

  /// Whether the word’s Cyrillic letters are those that old fonts needed, or look like Latin ones.
  private func hasFontLettersOnly(_ range: Range<Int>) -> Bool {
    for index in range where codePoints[text.scalars[index]].script == .cyrillic {
      switch text.scalars[index] {
      case 0x427...0x42F, 0x447...0x44F, 0x426, 0x446, 0x418: continue
      case let scalar where tables.twin(scalar) == nil: return false
      default: continue
      }
    }
    return true
  }

  /// Decodes a word typed in an old Azerbaijani font: Latin letters together with Russian ones that stand for ə, ş, ğ …
  private mutating func decodeKeyboardFont(_ range: Range<Int>) -> Bool {
    if replacesE(range) { return true }
    for index in range where codePoints[text.scalars[index]].script == .cyrillic {
      if tables.keyboardFont[text.scalars[index]] == nil { return false }
    }
    for index in range {
      if codePoints[text.scalars[index]].script == .cyrillic,
        let meant = tables.keyboardFont[text.scalars[index]]
      {
        replace(index, with: meant, .keyboardFont)
      }
    }
    return true
  }

  /// `Mэmmэdov`: э alone among Latin letters was typed for ə, for want of the key.
  private mutating func replacesE(_ range: Range<Int>) -> Bool {
    for index in range where codePoints[text.scalars[index]].script == .cyrillic {
      guard text.scalars[index] == 0x44D || text.scalars[index] == 0x42D else { return false }
    }
    for index in range {
      if text.scalars[index] == 0x44D { replace(index, with: 0x259, .schwa) }
      if text.scalars[index] == 0x42D { replace(index, with: 0x18F, .schwa) }
    }
    return true
  }

  /// Gives Kazakh names Kazakh letters where a neighbour’s of nearly the same shape was typed: ӊ for ң, ѳ for ө.
  private mutating func unifyKazakh() {
    guard text.scalars.contains(where: { Self.kazakhTwin($0) != nil }),
      text.scalars.contains(where: { Self.kazakhOnly.contains($0) })
    else { return }
    for index in 0..<text.count {
      if let meant = Self.kazakhTwin(text.scalars[index]) {
        replace(index, with: meant, .homoglyph)
      }
    }
  }

  private static let kazakhOnly: Set<UInt32> = Set("әғқұүөңіӘҒҚҰҮӨҢІ".unicodeScalars.map(\.value))

  private static func kazakhTwin(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x4C9, 0x4C7, 0x4A4: 0x4A2
    case 0x4CA, 0x4C8, 0x4A5: 0x4A3
    case 0x4C3, 0x4A0: 0x49A
    case 0x4C4, 0x4A1: 0x49B
    case 0x494, 0x4F6: 0x492
    case 0x495, 0x4F7: 0x493
    case 0x472: 0x4E8
    case 0x473: 0x4E9
    default: nil
    }
  }

  /// Removes stress marks over Cyrillic vowels. й and ё are composed by now and keep theirs.
  private mutating func removeStress() {
    var changed = false
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      let isMark = scalar == 0x300 || scalar == 0x301
      if isMark, let last = spare.scalars.last, codePoints[last].script == .cyrillic {
        record(.stress, index..<index + 1, [])
        changed = true
        continue
      }
      let plain: UInt32? =
        switch scalar {
        case 0x450: 0x435
        case 0x45D: 0x438
        case 0x400: 0x415
        case 0x40D: 0x418
        default: nil
        }
      if let plain { record(.stress, index..<index + 1, [plain]) }
      changed = changed || plain != nil
      spare.append(plain ?? scalar, from: text.origins[index])
    }
    if changed { adoptSpare() } else { spare.removeAll() }
  }
}
