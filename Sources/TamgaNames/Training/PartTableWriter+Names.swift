internal import TamgaLexicons
internal import TamgaText

extension PartTableWriter {
  /// Given names, diminutives and surnames, in both alphabets of their language, and what given names sound like.
  mutating func addNames() {
    addLanguage("az", .azerbaijani, .azerbaijani)
    addLanguage("kk", .cyrillic, .kazakh)
    addLanguage("ru", .cyrillic, nil)
    addSurnames("zh", nil)
    let columns: [(Int, String, SoundReading, SecondAlphabet?)] = [
      (2, "az", .azerbaijani, .azerbaijani), (3, "kk", .cyrillic, .kazakh),
      (4, "ru", .cyrillic, nil), (5, "en", .latin, nil), (6, "tr", .turkish, nil),
    ]
    for row in lexicons.rows("names/shared.tsv") {
      for (column, language, reading, alphabet) in columns {
        let marks = NameMarks.given(language, row[1])
        for value in row.values(column) {
          addGiven(value, marks.union(column < 5 ? .base : .form), reading, alphabet)
        }
      }
    }
    for row in lexicons.rows("names/given-arab.tsv") {
      add(Self.text(Self.folded(row[0])), names: NameMarks.given("az", row[1]).union(.base))
    }
    for row in lexicons.rows("names/given-kk.tsv") {
      // Which words have the hamza depends on all their letters, and many writers leave it out.
      let letters = SecondAlphabet.kazakhArabic.spell(Self.folded(row[0]).span)
      guard !letters.isEmpty else { continue }
      let marks = NameMarks.given("kk", row[1]).union(.base)
      add(Self.text(letters), names: marks)
      add(Self.text([SecondAlphabet.hamza] + letters), names: marks)
    }
    addPatronymics()
  }

  private mutating func addLanguage(
    _ language: String, _ reading: SoundReading, _ alphabet: SecondAlphabet?
  ) {
    for row in lexicons.rows("names/given-\(language).tsv") {
      let marks = NameMarks.given(language, row[1])
      addGiven(row[0], marks.union(.base), reading, alphabet)
      for (tag, form) in row.tagged(3) where tag != "patronymic" {
        addGiven(form, marks.union(.form), tag == "en" ? .latin : .cyrillic, nil)
      }
    }
    for row in lexicons.rows("names/diminutives-\(language).tsv") {
      addName(row[0], NameMarks.given(language, row[1]).union(.diminutive), alphabet)
    }
    addSurnames(language, alphabet)
  }

  /// Surnames whose ending does not show already that they are.
  private mutating func addSurnames(_ language: String, _ alphabet: SecondAlphabet?) {
    let endings = SurnameEndings(lexicons)
    func isPlain(_ name: String) -> Bool {
      guard let found = endings.index.longest(Self.folded(name).span, stem: 2) else { return false }
      return found.stem >= 2 && endings.rows[found.row].strength == 3
    }
    for row in lexicons.rows("names/surnames-\(language).tsv") {
      let marks: NameMarks =
        language == "zh" ? .chineseSurname : row[1] == "bare" ? [.surname, .bareSurname] : .surname
      for (tag, form) in [("", row[0])] + row.tagged(2) where !isPlain(form) {
        addName(form, marks, tag.isEmpty ? alphabet : nil)
      }
    }
  }

  private mutating func addGiven(
    _ name: String, _ marks: NameMarks, _ reading: SoundReading, _ alphabet: SecondAlphabet?
  ) {
    addName(name, marks, alphabet)
    let form = SoundFormer.shipped.form(Self.folded(name).span, reading: reading)
    var key: [UInt8] = []
    Skeleton.append(form.phones.span, to: &key)
    guard key.count >= 3 else { return }
    add("~" + String(decoding: key, as: UTF8.self), names: marks.intersection(.given))
  }

  /// A name as it is, without its hyphen, and in the other alphabet.
  private mutating func addName(_ name: String, _ marks: NameMarks, _ alphabet: SecondAlphabet?) {
    let letters = Self.folded(name).filter { $0 != 0x20 }
    add(Self.text(letters), names: marks)
    if letters.contains(0x2D) { add(Self.text(letters.filter { $0 != 0x2D }), names: marks) }
    guard let alphabet else { return }
    let spelled = alphabet.spell(letters.span)
    add(Self.text(spelled), names: marks)
    // Folding takes the capital of ı for that of i.
    if spelled.first == 0x131 { add(Self.text([0x69] + spelled.dropFirst()), names: marks) }
  }

  /// Patronymics whose father the rules do not give; of two fathers with the same one, the more common.
  private mutating func addPatronymics() {
    let frequencies = try? lexicons.table("frequencies/persons.tsv")
    func frequency(_ name: String) -> Int {
      Int(frequencies?.row(key: Self.text(Self.folded(name)))?[3] ?? "") ?? 0
    }
    var fathers: [String: String] = [:]
    for row in lexicons.rows("names/given-ru.tsv") {
      for (tag, forms) in row.tagged(3) where tag == "patronymic" {
        for form in forms.split(separator: ",") {
          let key = Self.text(Self.folded(String(form)))
          if let other = fathers[key], frequency(other) > frequency(row[0]) { continue }
          fathers[key] = row[0]
        }
      }
    }
    // A regular father that is more common: Николай beside Никола.
    let endings = PatronymicEndings(lexicons)
    for (patronymic, father) in fathers {
      let letters = Self.folded(patronymic)
      guard let found = endings.index.longest(letters.span, stem: 2) else { continue }
      let stem = letters.span.extracting(0..<found.stem)
      let regular = endings.candidates(endings.rows[found.row], stem: stem)
        .map { Self.text(letters[..<found.stem]) + Self.text(endings.tails[Int($0)]) }
        .filter { entries[$0]?.names.isGiven == true }
      if let first = regular.first, frequency(first) > frequency(father) { continue }
      setFather(patronymic, father.lowercased())
    }
  }
}

extension LexiconRow {
  /// The values `tag:text` of a cell.
  func tagged(_ column: Int) -> [(tag: String, text: String)] {
    values(column).compactMap { value in
      let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
}

extension Lexicons {
  /// The rows of a table, a user's own before the shipped ones.
  func rows(_ path: String) -> [LexiconRow] {
    var rows: [LexiconRow] = []
    forEachRow(path) { rows.append($0) }
    return rows
  }
}
