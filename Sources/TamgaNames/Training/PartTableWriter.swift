public import TamgaLexicons
internal import TamgaText

/// Writes `models/name-parts.tsv`: all words of the lexicons that help to take names apart, with what they may be.
public struct PartTableWriter {
  /// What is known of a word, a stem, an expression or a sound.
  struct Entry {
    var names: NameMarks = []
    var words: WordMarks = []
    var father = ""
  }

  private(set) var entries: [String: Entry] = [:]
  let lexicons: Lexicons

  /// Reads the lexicons.
  public init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
    addNames()
    addWords()
  }

  /// The table as text.
  public func text(date: String) -> String {
    var text = """
      # title: What words may be in names
      # columns: key names words father
      # source: generated from the lexicons of names, places, organisations and works by tools/train parts; do not edit
      # licence: Apache-2.0
      # date: \(date)
      # note: a key is a folded word; with * a stem; with spaces an expression; with ~ the skeleton of a given name’s sound
      # note: names: given name of men and women in aA Azerbaijani, kK Kazakh, rR Russian, oO other; b base form, f listed form, d diminutive; n surname, N one without an ending, z Chinese surname
      # note: words: m marker of patronymics, M of maiden names, a of aliases, N of whom something is named after (b stands before them); p particle; T t title before, after a name, r rank, R religious; P O W kind of place, organisation, work (h often named after persons), d descriptor, g grammar, L legal form, A abbreviation, l place, w title of a work; x y of men, of women; o opens an expression
      # note: father: the base name where a patronymic does not follow the rules

      """
    for (key, entry) in entries.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      text += key + "\t" + MarkLetters.text(entry.names.rawValue, NameMarks.letters)
      text += "\t" + MarkLetters.text(entry.words.rawValue, WordMarks.letters)
      text += "\t" + entry.father + "\n"
    }
    return text
  }

  // MARK: - Adding

  mutating func add(_ key: String, names: NameMarks = [], words: WordMarks = []) {
    guard !key.isEmpty else { return }
    entries[key, default: Entry()].names.formUnion(names)
    entries[key, default: Entry()].words.formUnion(words)
  }

  mutating func setFather(_ patronymic: String, _ father: String) {
    entries[patronymic, default: Entry()].father = father
  }

  static func folded(_ text: String) -> [UInt32] { FoldedText.scalars(text) }

  static func text(_ letters: some Sequence<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for letter in letters {
      if let scalar = Unicode.Scalar(letter) { view.append(scalar) }
    }
    return String(view)
  }
}
