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
    var ranges: [Range<Int>] = []
    forEachWord { ranges.append($0) }
    for range in ranges { repairWord(range, neighbours) }
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

  private func weigh(_ range: Range<Int>) -> Evidence {
    var evidence = Evidence()
    for index in range {
      let scalar = text.scalars[index]
      let properties = codePoints[scalar]
      guard properties.contains(.letter) else { continue }
      let twin = tables.twins[scalar]
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
      case 0x138, 0x300, 0x301, 0x450, 0x45D, 0x400, 0x40D: return true
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
    if evidence.latinWeight > 1, evidence.cyrillicWeight > 1, decodeKeyboardFont(range) { return }
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
    if isInitial || hasSmall && range.count > 2 { convert(range, toCyrillic: true) }
  }

  private mutating func convert(_ range: Range<Int>, toCyrillic: Bool) {
    for index in range {
      let scalar = text.scalars[index]
      guard let twin = tables.twins[scalar] else {
        let script = codePoints[scalar].script
        if script == (toCyrillic ? .latin : .cyrillic) { doubts.insert(.script) }
        continue
      }
      let other = toCyrillic ? twin.cyrillic : twin.latin
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

  /// Decodes a word typed in an old Azerbaijani font: Latin letters together with Russian ones that stand for ə, ş, ğ …
  private mutating func decodeKeyboardFont(_ range: Range<Int>) -> Bool {
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
