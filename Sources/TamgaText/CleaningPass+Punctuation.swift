extension CleaningPass {
  /// Spaces collapsed, commas spaced, glued initials parted, and punctuation at the edges removed.
  mutating func arrangePunctuation() {
    isSmall = !text.scalars.contains { codePoints[$0].contains(.upper) }
    quotes = 0
    for index in 0..<text.count { place(index) }
    while spare.scalars.last == 0x20 { spare.truncate(to: spare.count - 1) }
    adoptSpare()
    trimEdges()
    unwrap()
  }

  private mutating func place(_ index: Int) {
    let scalar = text.scalars[index]
    let origin = text.origins[index]
    let last = spare.scalars.last
    switch scalar {
    case 0x20:
      if last == nil || last == 0x20 || last == 0x28 {
        record(.space, index..<index + 1, [])
      } else if last == 0x2D, spare.count > 1, spare.scalars[spare.count - 2] != 0x20 {
        // "Қасым- Жомарт": a hyphen with a space on one side joins.
        record(.space, index..<index + 1, [])
      } else if nextIsJoiningHyphen(index) {
        record(.space, index..<index + 1, [])
      } else {
        spare.append(scalar, from: origin)
      }
    case 0x2C, 0x3B:
      if last == 0x20 {
        spare.truncate(to: spare.count - 1)
        record(.comma, index..<index + 1, [scalar])
      }
      if spare.scalars.last == scalar || spare.count == 0 {
        record(.punctuation, index..<index + 1, [])
        return
      }
      spare.append(scalar, from: origin)
      if index + 1 < text.count, text.scalars[index + 1] != 0x20, !isDigit(index + 1),
        !(scalar == 0x3B && endsEntity(index))
      {
        record(.comma, index..<index + 1, [scalar, 0x20])
        spare.append(0x20, from: origin)
      }
    case 0x2E:
      if last == 0x20, endsInInitial() {
        spare.truncate(to: spare.count - 1)
        record(.space, index - 1..<index, [])
        spare.append(scalar, from: origin)
        if isLetter(index + 1) {
          record(.initials, index..<index + 1, [0x2E, 0x20])
          spare.append(0x20, from: origin)
        }
        return
      } else if last == 0x2E || last == 0x20 && !isLetter(index + 1) {
        record(.punctuation, index..<index + 1, [])
        return
      }
      spare.append(scalar, from: origin)
      if isGluedInitial(index) {
        record(.initials, index..<index + 1, [0x2E, 0x20])
        spare.append(0x20, from: origin)
      }
    case 0x22:
      quotes += 1
      if last == scalar {
        record(.punctuation, index..<index + 1, [])
        return
      }
      let isBetween = isLetter(index - 1) && isLetter(index + 1)
      let opens = isBetween && quotes % 2 == 1 && text.scalars[(index + 1)...].contains(scalar)
      if opens {
        record(.quote, index..<index + 1, [0x20, scalar])
        spare.append(0x20, from: origin)
      }
      spare.append(scalar, from: origin)
      if isBetween, quotes % 2 == 0 {
        record(.quote, index..<index + 1, [scalar, 0x20])
        spare.append(0x20, from: origin)
      }
    case 0x2D, 0x2019, 0x21, 0x3F, 0x3A, 0x2F:
      if last == scalar {
        record(.punctuation, index..<index + 1, [])
      } else {
        spare.append(scalar, from: origin)
      }
    case 0x5F:
      // Underscores join words in file names and addresses.
      if isLetter(index - 1) || isLetter(index + 1) {
        record(.space, index..<index + 1, [0x20])
        if last != nil, last != 0x20 { spare.append(0x20, from: origin) }
      } else if last == scalar {
        record(.punctuation, index..<index + 1, [])
      } else {
        spare.append(scalar, from: origin)
      }
    case 0x28:
      let isOpen =
        isLetter(index + 1) || index + 1 < text.count && text.scalars[index + 1] == 0x20
      if isLetter(index - 1), isOpen {
        record(.space, index..<index + 1, [0x20, scalar])
        spare.append(0x20, from: origin)
      }
      spare.append(scalar, from: origin)
    case 0x29:
      if last == 0x20 { spare.truncate(to: spare.count - 1) }
      spare.append(scalar, from: origin)
    case 0x2026:
      record(.punctuation, index..<index + 1, [])
    default:
      spare.append(scalar, from: origin)
    }
  }

  /// Whether a semicolon ends an HTML entity, which is left as it is unless asked.
  private func endsEntity(_ index: Int) -> Bool {
    var start = index - 1
    while start > 0, index - start < 10,
      isLetter(start) || isDigit(start)
        || text.scalars[start] == 0x23
    {
      start -= 1
    }
    return start >= 0 && start < index - 1 && text.scalars[start] == 0x26
  }

  /// Whether what was written ends in a letter that stands alone, and a space.
  private func endsInInitial() -> Bool {
    let count = spare.count
    guard count >= 2, codePoints[spare.scalars[count - 2]].contains(.letter) else { return false }
    return count == 2 || spare.scalars[count - 3] == 0x20 || spare.scalars[count - 3] == 0x2E
  }

  /// Whether a space stands before a hyphen that is followed at once by a letter: `Касым -Жомарт`.
  private func nextIsJoiningHyphen(_ index: Int) -> Bool {
    guard index + 2 < text.count, text.scalars[index + 1] == 0x2D, index > 0 else { return false }
    return isLetter(index + 2) && isLetter(index - 1)
  }

  private func isLetter(_ index: Int) -> Bool {
    index >= 0 && index < text.count && codePoints[text.scalars[index]].contains(.letter)
  }

  private func isDigit(_ index: Int) -> Bool {
    codePoints[text.scalars[index]].contains(.digit)
  }

  /// Whether the period at `index` ends an initial or an abbreviation and a capital follows at once: `Л.Н.Гумилев`.
  private func isGluedInitial(_ index: Int) -> Bool {
    guard isLetter(index + 1) else { return false }
    var start = index
    while start > 0, isLetter(start - 1) { start -= 1 }
    if isSmall { return index - start == 1 && options.repairsCase }
    guard codePoints[text.scalars[index + 1]].contains(.upper) else { return false }
    if (1...3).contains(index - start) { return true }
    // A title or a kind: `проф.Иванов`, `акад.Сәтбаев`.
    return (4...5).contains(index - start) && codePoints[text.scalars[start]].contains(.lower)
  }

  /// Removes punctuation before the first and behind the last letter or digit, but not what belongs to it: a period
  /// behind an initial, an apostrophe that stands for a sound, a closing bracket or quote with its partner.
  private mutating func trimEdges() {
    var start = 0
    while start < text.count, isLoose(text.scalars[start], atStart: true) { start += 1 }
    // `?Дана`, but not `?liyev`, whose first letter was lost.
    if start + 2 < text.count, text.scalars[start] == 0x3F,
      codePoints[text.scalars[start + 1]].contains(.upper),
      codePoints[text.scalars[start + 2]].contains(.lower)
    {
      start += 1
    }
    var end = text.count
    while end > start, isLoose(text.scalars[end - 1], atStart: false) {
      if text.scalars[end - 1] == 0x2E, keepsPeriod(end - 1) { break }
      end -= 1
    }
    guard start > 0 || end < text.count else { return }
    if start > 0 { record(.punctuation, 0..<start, []) }
    if end < text.count { record(.punctuation, end..<text.count, []) }
    spare.append(text, start..<end)
    adoptSpare()
  }

  private func isLoose(_ scalar: UInt32, atStart: Bool) -> Bool {
    switch scalar {
    case 0x20, 0x2C, 0x3B, 0x3A, 0x2E, 0x2F, 0x5C, 0x7C, 0x2A, 0x2022, 0xB7, 0x5F, 0x2D, 0x7E,
      0x3D, 0x2B, 0x3C, 0x3E, 0x5E:
      true
    case 0x21, 0x3F: !atStart
    default: false
    }
  }

  /// Whether the period at `index` belongs to an initial or a short abbreviation.
  private func keepsPeriod(_ index: Int) -> Bool {
    var start = index
    while start > 0, isLetter(start - 1) { start -= 1 }
    let length = index - start
    guard length > 0 else { return false }
    if length == 1 { return true }
    if start > 0, text.scalars[start - 1] == 0x2E { return true }
    return length <= 4
      && Self.dotted.contains(
        UTF8Decoding.text(text.scalars[start..<index].map { codePoints.lowercase($0) }))
  }

  /// Short words that end a name with a period of their own.
  private static let dotted: Set<String> = [
    "jr", "sr", "ltd", "inc", "co", "corp", "llc", "plc", "мл", "ст", "обл", "гг", "ул", "дж",
    "др", "ch", "sh", "zh", "kh", "ts", "yu", "ya",
  ]

  /// Removes quotes or brackets that enclose the whole name.
  private mutating func unwrap() {
    guard text.count > 2, let first = text.scalars.first, let last = text.scalars.last else {
      return
    }
    let inner = text.scalars[1..<text.count - 1]
    let wraps =
      first == 0x22 && last == 0x22 && !inner.contains(0x22)
      || first == 0x28 && last == 0x29 && !inner.contains(0x28) && !inner.contains(0x29)
      || first == 0x5B && last == 0x5D && !inner.contains(0x5B)
    guard wraps else { return }
    record(first == 0x22 ? .quote : .punctuation, 0..<1, [])
    record(first == 0x22 ? .quote : .punctuation, text.count - 1..<text.count, [])
    spare.append(text, 1..<text.count - 1)
    adoptSpare()
  }
}
