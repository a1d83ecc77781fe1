internal import TamgaLexicons
internal import TamgaText

/// The given names and surnames of the lexicons, by their folded letters and by what they sound like.
struct NameIndex: Sendable {
  private(set) var forms = HashIndex(capacity: 32_768)
  private(set) var skeletons = HashIndex(capacity: 16_384)
  /// Fathers whose patronymics are irregular: numbers of `fathers` by the patronymic.
  private(set) var patronymics = HashIndex(capacity: 512)
  /// The base names of those fathers.
  private(set) var fathers: [[UInt32]] = []

  private let frequencies: LexiconTable?
  private var letters: [UInt32] = []
  private var phones: [UInt8] = []
  private var key: [UInt8] = []

  init(_ lexicons: Lexicons) {
    frequencies = try? lexicons.table("frequencies/persons.tsv")
    let former = SoundFormer.shipped
    for (language, reading, alphabet) in [
      ("az", SoundReading.azerbaijani, SecondAlphabet.azerbaijani as SecondAlphabet?),
      ("kk", .cyrillic, .kazakh), ("ru", .cyrillic, nil),
    ] {
      lexicons.forEachRow("names/given-\(language).tsv") { row in
        let marks = NameMarks.given(language, row.withCell(1) { $0.count > 0 ? $0[0] : nil })
        row.withCell(0) { name in
          add(name, marks.union(.base), alphabet)
          addSound(marks, reading, former)
        }
        row.forEachValue(3) { value in addTagged(value, row, marks, former) }
      }
      lexicons.forEachRow("names/diminutives-\(language).tsv") { row in
        let marks = NameMarks.given(language, row.withCell(1) { $0.count > 0 ? $0[0] : nil })
        row.withCell(0) { add($0, marks.union(.diminutive), alphabet) }
      }
      lexicons.forEachRow("names/surnames-\(language).tsv") { row in
        let isBare = row.withCell(1) { $0.count > 0 && $0[0] == UInt8(ascii: "b") }
        let marks: NameMarks = isBare ? [.surname, .bareSurname] : .surname
        row.withCell(0) { add($0, marks, alphabet) }
        row.forEachValue(2) { value in
          if let colon = Self.colon(value) {
            add(value.extracting(colon + 1..<value.count), marks)
          }
        }
      }
    }
    lexicons.forEachRow("names/surnames-zh.tsv") { row in
      row.withCell(0) { add($0, .chineseSurname) }
      row.forEachValue(2) { value in
        if let colon = Self.colon(value) {
          add(value.extracting(colon + 1..<value.count), .chineseSurname)
        }
      }
    }
    lexicons.forEachRow("names/shared.tsv") { row in
      let gender = row.withCell(1) { $0.count > 0 ? $0[0] : nil }
      for (column, language, reading, alphabet) in [
        (2, "az", SoundReading.azerbaijani, SecondAlphabet.azerbaijani as SecondAlphabet?),
        (3, "kk", .cyrillic, .kazakh), (4, "ru", .cyrillic, nil), (5, "en", .latin, nil),
        (6, "tr", .turkish, nil),
      ] {
        let marks = NameMarks.given(language, gender)
        row.forEachValue(column) { value in
          add(value, marks.union(column < 5 ? .base : .form), alphabet)
          addSound(marks, reading, former)
        }
      }
    }
  }

  /// The marks of a word, by its letters.
  @inline(__always)
  func marks(_ hash: UInt64) -> NameMarks { NameMarks(rawValue: forms.find(hash) ?? 0) }

  /// A value of the column `forms`, `language:Form`.
  private mutating func addTagged(
    _ value: Span<UInt8>, _ row: LexiconRow, _ marks: NameMarks, _ former: SoundFormer
  ) {
    guard let colon = Self.colon(value) else { return }
    let form = value.extracting(colon + 1..<value.count)
    switch value[0] {
    case UInt8(ascii: "p"): addPatronymics(form, row)
    default:
      add(form, marks.union(.form))
      addSound(marks, value[0] == UInt8(ascii: "e") ? .latin : .cyrillic, former)
    }
  }

  /// `patronymic:Ильич,Ильинична`
  private mutating func addPatronymics(_ list: Span<UInt8>, _ row: LexiconRow) {
    let number = fathers.count
    fathers.append(row[0].lowercased().unicodeScalars.map(\.value))
    var low = 0
    for index in 0...list.count where index == list.count || list[index] == UInt8(ascii: ",") {
      fold(list.extracting(low..<index))
      low = index + 1
      let key = LetterHash.hash(letters.span)
      let other = patronymics.find(key).map { fathers[Int($0)].map { FoldedText.fold($0) } }
      if let other, !isUsual(number, beside: other) { continue }
      patronymics.insert(key, UInt32(number), merge: { $1 })
    }
  }

  /// Whether an irregular father's name is at least as common as another that would have the same patronymic.
  func isUsual(_ father: Int, beside other: [UInt32]) -> Bool {
    frequency(fathers[father].map { FoldedText.fold($0) }) >= frequency(other)
  }

  private func frequency(_ name: [UInt32]) -> Int {
    let key = String(String.UnicodeScalarView(name.compactMap(Unicode.Scalar.init)))
    guard let row = frequencies?.row(key: key) else { return 0 }
    return Int(row[3]) ?? 0
  }

  private mutating func fold(_ name: Span<UInt8>) {
    letters.removeAll(keepingCapacity: true)
    FoldedText.append(name, to: &letters)
  }

  private mutating func add(
    _ name: Span<UInt8>, _ marks: NameMarks, _ alphabet: SecondAlphabet? = nil
  ) {
    fold(name)
    forms.insert(LetterHash.hash(letters.span), marks.rawValue)
    if let other = alphabet?.spell(letters.span), !other.isEmpty {
      forms.insert(LetterHash.hash(other.span), marks.rawValue)
    }
    if letters.contains(0x2D) {
      letters.removeAll { $0 == 0x2D }
      forms.insert(LetterHash.hash(letters.span), marks.rawValue)
    }
  }

  /// Adds the sound of the name that was folded last.
  private mutating func addSound(
    _ marks: NameMarks, _ reading: SoundReading, _ former: SoundFormer
  ) {
    var phones: [UInt8] = []
    var key: [UInt8] = []
    swap(&phones, &self.phones)
    swap(&key, &self.key)
    defer {
      swap(&phones, &self.phones)
      swap(&key, &self.key)
    }
    phones.removeAll(keepingCapacity: true)
    key.removeAll(keepingCapacity: true)
    former.append(letters.span, reading: reading, to: &phones)
    Skeleton.append(phones.span, to: &key)
    guard key.count >= 3 else { return }
    skeletons.insert(LetterHash.hash(key.span), marks.rawValue)
  }

  private static func colon(_ value: Span<UInt8>) -> Int? {
    for index in 0..<value.count where value[index] == UInt8(ascii: ":") { return index }
    return nil
  }
}
