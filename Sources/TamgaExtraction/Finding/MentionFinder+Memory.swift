internal import TamgaNames
internal import TamgaText

/// What one sentence says of a name helps with the next: bare surnames, sentence openings, places that could be people.
extension MentionFinder {
  mutating func resolvePending() {
    let known = Memory(self)
    for name in pending
    where document.tokens[name.tokens.lowerBound].marks.isDisjoint(with: .claimed) {
      guard name.tokens.count == 1 else { continue }
      if let type = type(of: name.tokens.lowerBound, known) { emit(name.tokens, type) }
    }
    for index in found.indices where !found[index].isSure && !found[index].isQuoted {
      guard found[index].tokens.count == 1, found[index].type != .organization else { continue }
      let token = found[index].tokens.lowerBound
      guard let type = type(of: token, known), type != .organization else { continue }
      if found[index].type == .place, type == .person, hasPlaceContext(token) { continue }
      found[index].type = type
    }
  }

  /// The words of the names that are sure.
  struct Memory {
    var persons: Set<UInt64> = []
    /// The given names of these people.
    var givens: Set<UInt64> = []
    var places: Set<UInt64> = []
    var others: [UInt64: NameType] = [:]

    init(_ finder: MentionFinder) {
      var finder = finder
      for name in finder.found where !name.isQuoted {
        switch name.type {
        case .person where name.isSure && name.tokens.count > 1:
          // Given names alone refer to nobody: only the last word, and words that are no given names.
          for token in name.tokens where finder.document.tokens[token].isCapital {
            guard token == name.tokens.upperBound - 1 || !finder.roles(token).contains(.given)
            else {
              givens.formUnion(finder.baseHashes(token))
              continue
            }
            persons.formUnion(finder.baseHashes(token))
          }
        case .place where name.tokens.count == 1 && name.isSure:
          places.formUnion(finder.baseHashes(name.tokens.lowerBound))
        case .organization where name.tokens.count == 1, .work where name.tokens.count == 1:
          for hash in finder.baseHashes(name.tokens.lowerBound) { others[hash] = name.type }
        default: break
        }
      }
    }
  }

  /// The hashes of a word and of what it may be a form of.
  mutating func baseHashes(_ token: Int) -> [UInt64] {
    guard let entry = document.entry(token) else { return [] }
    return readings(token).compactMap { reading in
      guard let form = reading.form else { return entry.hash }
      return form.strength == .weak && !reading.isSeen ? nil : WordHash.hash(form.base(entry.key))
    }
  }

  private mutating func type(of token: Int, _ known: Memory) -> NameType? {
    let hashes = baseHashes(token)
    if hashes.contains(where: { known.persons.contains($0) }) { return .person }
    // `Абай` in a text on Абай Кунанбаев is the man, not the town.
    if placeReading(token) != nil, hashes.contains(where: { known.givens.contains($0) }) {
      return .person
    }
    if hashes.contains(where: { known.places.contains($0) }) { return .place }
    for hash in hashes { if let type = known.others[hash] { return type } }
    return nil
  }
}
