extension CleaningPass {
  /// Recognises text that was decoded with the wrong table, where it is certain, and decodes it again.
  mutating func repairMojibake() {
    for _ in 0..<2 {
      guard WrongTable.isSuspicious(text.scalars) else { return }
      if let decoded = WrongTable.decodeUTF8(text.scalars[...]) {
        record(.mojibake, 0..<text.count, decoded)
        for scalar in decoded { spare.append(scalar, from: 0) }
        adoptSpare()
        continue
      }
      guard repairWords() else { break }
    }
    repairTurkish()
  }

  /// `Þamil Ýsmayýlov`: windows-1254 read as windows-1252. Certain where þ or ð stand in a name without a letter of
  /// the languages that have them.
  private mutating func repairTurkish() {
    guard text.scalars.contains(where: { [0xDE, 0xFE, 0xD0, 0xF0].contains($0) }),
      !WrongTable.hasNoASCIILetter(text.scalars),
      !text.scalars.contains(where: { Self.nordic.contains($0) })
    else { return }
    for index in 0..<text.count {
      switch text.scalars[index] {
      case 0xD0: replace(index, with: 0x11E, .mojibake)
      case 0xF0: replace(index, with: 0x11F, .mojibake)
      case 0xDE: replace(index, with: 0x15E, .mojibake)
      case 0xFE: replace(index, with: 0x15F, .mojibake)
      case 0xDD: replace(index, with: 0x130, .mojibake)
      case 0xFD: replace(index, with: 0x131, .mojibake)
      default: break
      }
    }
  }

  private static let nordic: Set<UInt32> = Set("áéíóúæåøÁÉÍÓÚÆÅØ".unicodeScalars.map(\.value))

  /// The same for single words, where only part of a name was decoded wrongly.
  private mutating func repairWords() -> Bool {
    let isAlone = WrongTable.hasNoASCIILetter(text.scalars)
    var changed = false
    var position = 0
    collectTokens()
    for number in ranges.indices {
      let token = ranges[number]
      spare.append(text, position..<token.lowerBound)
      position = token.upperBound
      let word = text.scalars[token]
      if let decoded = WrongTable.decodeUTF8(word)
        ?? WrongTable.decode1251(word, minimum: isAlone ? 3 : 4)
      {
        record(.mojibake, token, decoded)
        for scalar in decoded { spare.append(scalar, from: text.origins[token.lowerBound]) }
        changed = true
      } else {
        spare.append(text, token)
      }
    }
    spare.append(text, position..<text.count)
    if changed { adoptSpare() } else { spare.removeAll() }
    return changed
  }

  /// Decodes HTML entities and percent escapes.
  mutating func decodeEntities() {
    guard text.scalars.contains(0x26) || text.scalars.contains(0x25) else { return }
    var index = 0
    while index < text.count {
      if let (scalars, length) = entity(index) ?? percentRun(index) {
        record(.entity, index..<index + length, scalars)
        for scalar in scalars { spare.append(scalar, from: text.origins[index]) }
        index += length
      } else {
        spare.append(text.scalars[index], from: text.origins[index])
        index += 1
      }
    }
    adoptSpare()
  }

  private static let named: [String: UInt32] = [
    "amp": 0x26, "quot": 0x22, "apos": 0x27, "lt": 0x3C, "gt": 0x3E, "nbsp": 0xA0,
    "laquo": 0xAB, "raquo": 0xBB, "ndash": 0x2013, "mdash": 0x2014, "rsquo": 0x2019,
    "lsquo": 0x2018, "ldquo": 0x201C, "rdquo": 0x201D, "shy": 0xAD,
  ]

  private func entity(_ index: Int) -> ([UInt32], Int)? {
    guard text.scalars[index] == 0x26,
      let end = text.scalars[index...].prefix(12).firstIndex(of: 0x3B), end > index + 1
    else { return nil }
    let body = UTF8Decoding.text(text.scalars[index + 1..<end])
    let scalar: UInt32? =
      if body.hasPrefix("#x") || body.hasPrefix("#X") {
        UInt32(body.dropFirst(2), radix: 16)
      } else if body.hasPrefix("#") {
        UInt32(body.dropFirst())
      } else {
        Self.named[body]
      }
    guard let scalar, Unicode.Scalar(scalar) != nil else { return nil }
    return ([scalar], end - index + 1)
  }

  /// A run of percent escapes that is UTF-8.
  private func percentRun(_ start: Int) -> ([UInt32], Int)? {
    var bytes: [UInt8] = []
    var index = start
    while index + 2 < text.count, text.scalars[index] == 0x25,
      let byte = UInt8(UTF8Decoding.text(text.scalars[index + 1...index + 2]), radix: 16)
    {
      bytes.append(byte)
      index += 3
    }
    guard !bytes.isEmpty, let decoded = String(validating: bytes, as: UTF8.self) else { return nil }
    return (decoded.unicodeScalars.map(\.value), index - start)
  }
}
