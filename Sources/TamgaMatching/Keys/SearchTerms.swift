public import TamgaNames
internal import TamgaText

/// A token that a name is found by in an index.
public struct SearchTerm: Sendable, Hashable {
  /// The token's number in the collection's table; -1 for a place or a meaning.
  public let token: Int32
  /// The number of a place of the gazetteer or, with the highest bit, of what a word means; 0 for a token.
  public let place: UInt32
  /// Whether it is a whole part of the name, not a stem or two parts written as one.
  public let isPart: Bool
}

/// The blocking keys of a token, as an index stores them: numbers of 31 bits.
public struct SearchKeys: Sendable, Equatable {
  /// One for each sound form: tokens that share one sound alike but for vowels.
  public var main: [Int64] = []
  /// For each of these the sound form's skeleton, as ASCII letters.
  public var sounds: [String] = []
  /// The same with one consonant left out.
  public var near: [Int64] = []
  /// One for each name that a lexicon links the token to.
  public var linked: [Int64] = []

  /// No keys.
  public init() {}
}

extension NameCollection {
  /// The tokens a prepared name of this collection is found by: its parts, the stems of family names and adjectives,
  /// neighbours that are written as one, the places a gazetteer knows by the name, and what the words of organisations and
  /// works mean in any language.
  public mutating func searchTerms(_ name: PreparedName) -> [SearchTerm] {
    var terms: [SearchTerm] = []
    func add(_ token: Int32, isPart: Bool = false) {
      guard token >= 0, !terms.contains(where: { $0.token == token }) else { return }
      terms.append(SearchTerm(token: token, place: 0, isPart: isPart))
    }
    let parts = name.parts.prefix(8)
    for part in parts where part.role != .initial && part.role != .kind {
      add(part.token, isPart: true)
    }
    for part in parts where part.role != .initial && part.role != .kind {
      add(part.other)
      if part.role != .patronymic { add(part.another) }
    }
    if terms.isEmpty { for part in parts { add(part.token, isPart: true) } }
    for (first, second) in zip(parts, parts.dropFirst())
    where first.role != .initial && second.role != .initial
      && (first.isJoined || name.type != .person)
    {
      add(joint(first, second))
    }
    terms.append(contentsOf: name.known.map { SearchTerm(token: -1, place: $0, isPart: true) })
    if name.type == .organization || name.type == .work {
      for part in parts where part.concept >= 0 {
        let meaning = UInt32(part.concept) | 1 << 31
        guard !terms.contains(where: { $0.place == meaning }) else { continue }
        terms.append(SearchTerm(token: -1, place: meaning, isPart: true))
      }
    }
    return terms
  }
}

extension PreparedName {
  /// How many parts it has.
  public var partCount: Int { parts.count }

  /// The tokens that are, or may be, of a role: given, family or patronymic, as a table numbers them.
  public func tokens(in role: NameRole) -> [Int] {
    parts.compactMap { part in
      switch (role, part.role) {
      case (.given, .given), (.family, .family), (.patronymic, .patronymic): Int(part.token)
      case (.given, .unknown), (.family, .unknown): Int(part.token)
      default: nil
      }
    }
  }

  /// The word of the cleaned name that each part stands in, counted from 0.
  public var words: [Int] { parts.map { Int($0.word) } }
}

extension TokenTable {
  /// How the token's letters are read: a number to give to `SoundSketch`.
  public func reading(_ token: Int) -> UInt8 { hint(token).rawValue }

  /// How rare a token is: -log₂ of the share of names that have it.
  public func rarity(_ token: Int) -> Float { entries[token].rarity }

  /// The blocking keys of a token.
  public func searchKeys(_ token: Int) -> SearchKeys {
    var keys = SearchKeys()
    func fold(_ key: UInt64) -> Int64 {
      Int64(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
    }
    for form in entries[token].forms {
      var found: [UInt64] = []
      // A stored name may meet a query in any script.
      TokenKeys.append(
        phones.span.extracting(phones(forms[Int(form)])), isAbjad: forms[Int(form)].isAbjad,
        meetsAbjad: true, to: &found)
      for (index, key) in found.enumerated() {
        let folded = fold(key)
        if index == 0 {
          guard !keys.main.contains(folded) else { continue }
          keys.main.append(folded)
          var sound: [UInt8] = []
          Skeleton.append(phones.span.extracting(phones(forms[Int(form)])), to: &sound)
          keys.sounds.append(String(decoding: sound, as: UTF8.self))
        } else if !keys.near.contains(folded) {
          keys.near.append(folded)
        }
      }
    }
    for range in [entries[token].names, entries[token].diminutives] {
      for concept in range {
        let folded = fold(UInt64(concepts[Int(concept)]) | 1 << 62)
        if !keys.linked.contains(folded) { keys.linked.append(folded) }
      }
    }
    return keys
  }
}

extension MatchEngine {
  /// The log₂ odds that two tokens are spellings of one name; computed anew, not remembered.
  public mutating func odds(_ a: Int, _ b: Int, _ table: borrowing TokenTable) -> Float {
    similarity(a, b, table).odds
  }
}
