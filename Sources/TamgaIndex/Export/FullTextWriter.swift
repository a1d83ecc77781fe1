internal import TamgaResolution
internal import TamgaText

/// A script for `sqlite3`: a full-text table over spellings and sound keys.
struct FullTextWriter: EntityWriter {
  func head(_ pass: Int) -> String {
    """
    -- Load with: sqlite3 names.db < names.sql
    -- Find with: SELECT entity, name, canonical FROM names WHERE names MATCH 'name: heydar*' ORDER BY rank;
    -- A key of a word is the one "tamga normalize --keys" prints: names MATCH 'keys: hidar'.
    BEGIN;
    DROP TABLE IF EXISTS names;
    DROP TABLE IF EXISTS entity;
    CREATE TABLE entity (
      id TEXT PRIMARY KEY, type TEXT NOT NULL, canonical TEXT NOT NULL, canonical_language TEXT,
      forms TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE VIRTUAL TABLE names USING fts5(
      name, keys, entity UNINDEXED, canonical UNINDEXED, language UNINDEXED, count UNINDEXED,
      tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    );

    """
  }

  func tail(_ pass: Int) -> String { "INSERT INTO names (names) VALUES ('optimize');\nCOMMIT;\n" }

  func text(_ entity: Entity, _ pass: Int) -> String {
    let forms = entity.forms.map {
      JSONText.string($0.language.rawValue) + ":" + JSONText.string($0.form)
    }
    var text =
      "INSERT INTO entity VALUES (\(quoted(entity.id)), \(quoted(entity.type.rawValue)), "
      + "\(quoted(entity.canonical)), "
      + "\(entity.canonicalLanguage.map { quoted($0.rawValue) } ?? "NULL"), "
      + "\(quoted("{" + forms.joined(separator: ",") + "}")));\n"
    for variant in entity.variants {
      text +=
        "INSERT INTO names VALUES (\(quoted(variant.name)), "
        + "\(quoted(SoundKeyText.keys(variant.name))), \(quoted(entity.id)), "
        + "\(quoted(entity.canonical)), "
        + "\(variant.language.map { quoted($0.rawValue) } ?? "NULL"), \(variant.count));\n"
    }
    return text
  }

  private func quoted(_ text: String) -> String {
    // A script cannot hold a zero byte, and a name does not.
    "'"
      + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      .filter { $0 != "\0" } + "'"
  }
}

/// Sound keys of a name as words of text.
enum SoundKeyText {
  /// The keys of all words, each once, in their order.
  static func keys(_ name: String) -> String {
    var keys: [String] = []
    let clean = NameCleaner().clean(name).text
    for word in clean.split(whereSeparator: { !$0.isLetter }) {
      let letters = FoldedText.scalars(String(word))
      for reading in TokenReading.readings(letters.span, hint: .none) {
        let form = SoundFormer.shipped.form(letters.span, reading: reading)
        var key: [UInt8] = []
        Skeleton.append(form.phones.span, to: &key)
        let text = String(decoding: key, as: UTF8.self)
        if !text.isEmpty, !keys.contains(text) { keys.append(text) }
      }
    }
    return keys.joined(separator: " ")
  }
}
