internal import TamgaLexicons

/// The words that places', organisations' and works' names are made of, linked across languages.
///
/// A pattern of the tables may be several words, and a word that ends in `*` may carry any ending of at most four
/// letters. The longest pattern wins.
public struct Concepts: Sendable {
  /// The tables Tamga ships.
  public static let shipped = Concepts(.shipped)

  /// What kind of word it is.
  public enum Class: UInt8, Sendable {
    /// What a place is: district, river.
    case placeKind
    /// What an organisation is: university, bank.
    case kind
    /// Which one: state, national, new.
    case descriptor
    /// Of what: physics, oil.
    case field
    /// A part of one: faculty, branch.
    case unit
    /// A geographic adjective: Russian, Kazakh.
    case adjective
    /// Words that carry no identity: of, named after.
    case grammar
    case legalForm
    /// What a work is: newspaper, novel.
    case workKind
    /// A word that titles of works are made of: war, night.
    case titleWord

    /// Whether it is of titles before it is of organisations' names.
    public var isOfTitles: Bool { self == .workKind || self == .titleWord }
  }

  /// One concept.
  public struct Concept: Sendable, Equatable {
    /// Its key in the tables, such as `university`.
    public let slug: String
    /// What kind of word it is.
    public let kind: Class
    /// What kinds of places or works it is one of, such as `water` or `text`; empty where it is no kind of these.
    public internal(set) var group = ""
  }

  /// A word of a name, hashed with its possible stems.
  public struct Word: Sendable {
    /// The hash of all letters, then of all but the last one, two, three and four.
    var hashes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    var stems = 0

    /// Hashes folded letters.
    public init(_ letters: Span<UInt32>) {
      var hash = Concepts.seed
      for index in 0..<letters.count {
        hash = Concepts.mix(hash, letters[index])
        hashes = (hash, hashes.0, hashes.1, hashes.2, hashes.3)
      }
      stems = min(5, letters.count)
      // No inflectional ending of these languages begins so: Газпром is no form of газ.
      while stems > 3, Self.neverBeginsEnding(letters[letters.count - stems + 1]) { stems -= 1 }
    }

    private static func neverBeginsEnding(_ letter: UInt32) -> Bool {
      switch letter {
      case 0x43F, 0x440, 0x444, 0x447, 0x70, 0x66, 0x78, 0xE7: true
      default: false
      }
    }

    @inline(__always)
    func hash(dropping letters: Int) -> UInt64 {
      switch letters {
      case 0: hashes.0
      case 1: hashes.1
      case 2: hashes.2
      case 3: hashes.3
      default: hashes.4
      }
    }
  }

  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func mix(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x100_0000_01b3
  }

  /// All concepts, by number.
  public private(set) var concepts: [Concept] = []
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private var used = 0
  /// What else patterns mean: in titles, in names of places, in capitals.
  private var others: [UInt64: [Int32]] = [:]
  private var bySlug: [String: Int32] = [:]
  /// Abbreviations, by the hash of their letters as written, with the concepts they stand for.
  private var abbreviations: [UInt64: [Int32]] = [:]

  private static let prefixOnly: Int32 = -1

  init(_ lexicons: Lexicons) {
    mask = (1 << 16) - 1
    keys = Array(repeating: 0, count: mask + 1)
    values = Array(repeating: 0, count: mask + 1)
    let classes: [String: Class] = [
      "kind": .kind, "descriptor": .descriptor, "subject": .field, "field": .field,
      "unit": .unit,
      "adjective": .adjective, "grammar": .grammar,
    ]
    lexicons.forEachRow("organizations/words.tsv") { row in
      add(row, slug: row[0], classes[row[1]] ?? .field, columns: 2..<6)
    }
    lexicons.forEachRow("organizations/legal-forms.tsv") { row in
      add(row, slug: row[0], .legalForm, columns: 2..<6)
    }
    lexicons.forEachRow("places/kinds.tsv") { row in
      add(row, slug: row[0], .placeKind, columns: 1..<6)
      concepts[concepts.count - 1].group = row[6]
    }
    lexicons.forEachRow("works/kinds.tsv") { row in
      add(row, slug: row[0], .workKind, columns: 1..<5)
      concepts[concepts.count - 1].group = row[5]
    }
    // Behind all others, whose patterns stay theirs.
    lexicons.forEachRow("works/words.tsv") { row in
      add(row, slug: row[0], .titleWord, columns: 1..<5)
    }
    lexicons.forEachRow("organizations/abbreviations.tsv") { row in
      let letters = row[0].unicodeScalars.map(\.value)
      let expands = row.values(2).compactMap { bySlug[$0] }
      if !expands.isEmpty { abbreviations[Word(letters.span).hashes.0] = expands }
    }
  }

  /// A pattern found in a name.
  public struct Match: Sendable {
    /// How many words it takes.
    public let count: Int
    /// What it means in names of organisations, else wherever it is known from.
    public let concept: Int
    /// What the same words may mean elsewhere: мир is peace in a title, the world in a name.
    public fileprivate(set) var others: [Int32] = []
  }

  /// What a match means that is of one of these classes; nil where it means nothing of the kind.
  public func meaning(_ match: Match, _ isWanted: (Class) -> Bool) -> Int? {
    if isWanted(concepts[match.concept].kind) { return match.concept }
    return match.others.first { isWanted(concepts[Int($0)].kind) }.map(Int.init)
  }

  /// The longest pattern that begins at `start`.
  public func match(_ words: Span<Word>, at start: Int) -> Match? {
    var best: Match?
    extend(words, start, 0, Self.seed, &best)
    return best
  }

  /// What an abbreviation stands for, given as its letters in their case.
  public func expansion(_ letters: Span<UInt32>) -> [Int32]? {
    abbreviations[Word(letters).hashes.0]
  }

  private func extend(
    _ words: Span<Word>, _ start: Int, _ length: Int, _ path: UInt64,
    _ best: inout Match?
  ) {
    guard start + length < words.count, length < 6 else { return }
    let word = words[start + length]
    for variant in 0...word.stems {
      // The word as it stands, then as a stem with an ending of no, one, two … letters.
      let hash =
        variant == 0
        ? Self.step(path, word.hashes.0, isStem: false)
        : Self.step(path, word.hash(dropping: variant - 1), isStem: true)
      guard let value = find(hash) else { continue }
      if value >= 0, length + 1 > (best?.count ?? 0) {
        best = Match(count: length + 1, concept: Int(value), others: others[hash] ?? [])
      } else if value >= 0, length + 1 == best?.count {
        if Int(value) != best?.concept { best?.others.append(value) }
        best?.others.append(contentsOf: others[hash] ?? [])
      }
      extend(words, start, length + 1, hash, &best)
    }
  }

  @inline(__always)
  private static func step(_ path: UInt64, _ word: UInt64, isStem: Bool) -> UInt64 {
    let mixed = (path &* 0x9E37_79B9_7F4A_7C15) ^ word ^ (isStem ? 0x5bd1_e995 : 0)
    return (mixed ^ mixed >> 31) | 1
  }

  @inline(__always)
  private func find(_ key: UInt64) -> Int32? {
    var slot = Int(truncatingIfNeeded: key >> 8) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func put(_ key: UInt64, _ value: Int32) {
    var slot = Int(truncatingIfNeeded: key >> 8) & mask
    while keys[slot] != 0 {
      if keys[slot] == key {
        if values[slot] == Self.prefixOnly {
          values[slot] = value
        } else if value >= 0, values[slot] != value {
          others[key, default: []].append(value)
        }
        return
      }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    values[slot] = value
    used += 1
    if used * 2 > mask { grow() }
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    mask = mask * 2 + 1
    keys = Array(repeating: 0, count: mask + 1)
    values = Array(repeating: 0, count: mask + 1)
    used = 0
    for (index, key) in oldKeys.enumerated() where key != 0 { put(key, oldValues[index]) }
  }

  private mutating func add(
    _ row: LexiconRow, slug: String, _ kind: Class, columns: Range<Int>
  ) {
    let number = Int32(concepts.count)
    concepts.append(Concept(slug: slug, kind: kind))
    if bySlug[slug] == nil { bySlug[slug] = number }
    for column in columns {
      for pattern in row.letterValues(column) { add(pattern, number) }
    }
  }

  /// Adds a pattern; a language tag before it (`tr:ilçe*`) is passed over.
  private mutating func add(_ pattern: [UInt32], _ concept: Int32) {
    var scalars = pattern
    if let colon = scalars.prefix(8).firstIndex(of: 0x3A) { scalars.removeFirst(colon + 1) }
    var path = Self.seed
    var hash = Self.seed
    var letters = 0
    var isStem = false
    for index in 0...scalars.count {
      if index < scalars.count {
        let scalar = scalars[index]
        if scalar == 0x2A {
          isStem = true
          continue
        }
        if scalar != 0x20, scalar != 0x2D {
          // Periods do not count: `обл.` is `обл`.
          if scalar != 0x2E {
            hash = Self.mix(hash, FoldedText.fold(scalar))
            letters += 1
          }
          continue
        }
      }
      guard letters > 0 else { continue }
      path = Self.step(path, hash, isStem: isStem)
      put(path, index == scalars.count ? concept : Self.prefixOnly)
      hash = Self.seed
      letters = 0
      isStem = false
    }
  }
}
