public import TamgaText

/// The parts of a name that was taken apart, as bytes: what the friendly form is made of, and what bulk work writes.
extension BulkNameParser {
  /// Calls `body` for each word of a role of the last name, in their order.
  ///
  /// - Parameter body: gets where the word stands, in bytes of the cleaned name, and whether it goes on the part that
  ///   the word before began, as the second word of a title does.
  @inline(__always)
  public func forEachPart(_ role: NameRole, _ body: (Range<Int>, Bool) -> Void) {
    var group = -1
    for index in 0..<reading.count where reading.roles[index].role == role {
      let joins = role == .title && reading.groups[index] == group
      body(bytes(index), joins)
      group = reading.groups[index]
    }
  }

  /// Where a word stands, in bytes of the cleaned name.
  @inline(__always)
  func bytes(_ index: Int) -> Range<Int> {
    let range = reading.tokens[index].bytes
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  /// Whether a word of the last name is a patronymic.
  public var hasPatronymic: Bool { reading.roles.contains { $0.role == .patronymic } }

  /// The patronymic of the last name, if it has one.
  ///
  /// - Parameters:
  ///   - name: the cleaned name, as it was given to `parse`.
  ///   - father: gets the father’s name in its base form appended, as UTF-8.
  /// - Returns: where the patronymic’s word stands in the name, and its marker: where a word of its own stands, else the
  ///   text of an ending.
  public func patronymic(
    _ name: Span<UInt8>, father: inout ByteBuffer
  ) -> (word: Range<Int>, marker: Range<Int>?, ending: String)? {
    guard type == .person,
      let index = (0..<reading.count).first(where: { reading.roles[$0].role == .patronymic })
    else { return nil }
    if index + 1 < reading.count, reading.roles[index + 1].role == .marker {
      father.append(name, bytes(index))
      return (bytes(index), bytes(index + 1), "")
    }
    let facts = reading.facts[index]
    guard let (stem, tail) = analyzer.father(facts), let marker = analyzer.marker(facts) else {
      return nil
    }
    let range = bytes(index)
    var end = range.lowerBound
    for _ in 0..<stem where end < range.upperBound { _ = UTF8Decoding.next(name, &end) }
    father.append(name, range.lowerBound..<end)
    for (position, letter) in tail.enumerated() {
      father.append(
        scalar: stem == 0 && position == 0 ? FoldedText.capital(letter) : letter)
    }
    return (range, nil, marker)
  }
}
