internal import TamgaLexicons

/// Makes sound forms of words by the letter rules of `Lexicons/sounds`.
public struct SoundFormer: Sendable {
  /// The rules Tamga ships.
  public static let shipped = SoundFormer(.shipped)

  private let tries: [LetterTrie]

  init(_ lexicons: Lexicons) {
    var tries = [LetterTrie](repeating: LetterTrie(), count: SoundReading.allCases.count)
    func insert(_ reading: SoundReading, _ letters: [UInt32], _ sounds: LetterTrie.Sounds) {
      tries[Int(reading.rawValue)].insert(letters, sounds)
    }
    lexicons.forEachRow("sounds/cyrillic.tsv") { row in
      insert(
        .cyrillic, row.letters(0),
        LetterTrie.Sounds(
          start: Self.phones(row, 1), vowel: Self.phones(row, 2), consonant: Self.phones(row, 3)))
    }
    let latin: [SoundReading] = [.latin, .azerbaijani, .kazakhLatin, .turkish]
    lexicons.forEachRow("sounds/latin.tsv") { row in
      let letters = row.letters(0)
      for (column, reading) in latin.enumerated() {
        insert(reading, letters, Self.everywhere(row, column + 1))
      }
    }
    lexicons.forEachRow("sounds/arabic.tsv") { row in
      let letters = row.letters(0)
      insert(.arabic, letters, Self.everywhere(row, 1))
      var kazakh = Self.everywhere(row, 2)
      // ي is и, but й behind a vowel.
      if !row[3].isEmpty { kazakh.vowel = Self.phones(row, 3) }
      insert(.kazakhArabic, letters, kazakh)
    }
    self.tries = tries
  }

  /// The phones in a cell; `-` stands for none.
  private static func phones(_ row: LexiconRow, _ column: Int) -> [UInt8] {
    row.letters(column).compactMap { Phone.number(scalar: $0) }
  }

  /// The phones in a cell, wherever in a word they stand; an empty cell is as the first.
  private static func everywhere(_ row: LexiconRow, _ column: Int) -> LetterTrie.Sounds {
    let isEmpty = row.withCell(column) { $0.count == 0 }
    let phones = phones(row, isEmpty ? 1 : column)
    return LetterTrie.Sounds(start: phones, vowel: phones, consonant: phones)
  }

  /// The sound form of a word in lower case, given as scalars.
  ///
  /// Equal consonants in a row count once; letters no rule knows are passed over.
  public func form(_ letters: Span<UInt32>, reading: SoundReading) -> SoundForm {
    var phones: [UInt8] = []
    phones.reserveCapacity(12)
    append(letters, reading: reading, to: &phones)
    return SoundForm(phones: phones, isAbjad: reading.isAbjad)
  }

  /// The sound form of a word in any case.
  public func form(_ word: String, reading: SoundReading) -> SoundForm {
    let letters = FoldedText.scalars(word, dotlessI: reading == .azerbaijani || reading == .turkish)
    return form(letters.span, reading: reading)
  }

  /// Appends the phones of a word to `phones`, without allocating when there is room.
  public func append(_ letters: Span<UInt32>, reading: SoundReading, to phones: inout [UInt8]) {
    let trie = tries[Int(reading.rawValue)]
    let start = phones.count
    var index = 0
    while index < letters.count, phones.count - start < SoundForm.maximumLength {
      guard let match = trie.longest(letters, at: index) else {
        index += 1
        continue
      }
      let sounds = trie.sounds[match.sounds]
      let next: [UInt8] =
        if phones.count == start {
          sounds.start
        } else if let last = phones.last, Phone.isVowel(last) {
          sounds.vowel
        } else {
          sounds.consonant
        }
      for phone in next {
        if phones.count > start, phones[phones.count - 1] == phone, !Phone.isVowel(phone) {
          continue
        }
        phones.append(phone)
      }
      index += match.length
    }
    if phones.count - start > SoundForm.maximumLength {
      phones.removeLast(phones.count - start - SoundForm.maximumLength)
    }
  }

  /// Which letters made which phones: runs of letters in their order, each with its phones' place in the form.
  ///
  /// For explanations; letters that are silent have an empty range of phones.
  public func trace(
    _ letters: [UInt32], reading: SoundReading
  ) -> [(letters: Range<Int>, phones: Range<Int>)] {
    let trie = tries[Int(reading.rawValue)]
    var runs: [(letters: Range<Int>, phones: Range<Int>)] = []
    var phones: [UInt8] = []
    var index = 0
    while index < letters.count {
      let length = trie.longest(letters.span, at: index)?.length ?? 1
      let start = phones.count
      // What a run sounds like depends on what stands before it: the whole is read again up to its end.
      phones.removeAll(keepingCapacity: true)
      append(letters.span.extracting(0..<index + length), reading: reading, to: &phones)
      runs.append((index..<index + length, min(start, phones.count)..<phones.count))
      index += length
    }
    return runs
  }
}
