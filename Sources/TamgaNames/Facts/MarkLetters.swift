/// How the marks of a word are written in `models/name-parts.tsv`: a letter for each bit, in the order of the bits.
enum MarkLetters {
  /// The bit of each letter, by its ASCII code.
  static func bits(_ letters: String) -> [UInt32] {
    var bits = [UInt32](repeating: 0, count: 128)
    for (number, letter) in letters.utf8.enumerated() { bits[Int(letter)] = 1 << UInt32(number) }
    return bits
  }

  /// Marks as letters.
  static func text(_ marks: UInt32, _ letters: String) -> String {
    String(
      letters.unicodeScalars.enumerated().filter { marks & 1 << $0.offset != 0 }
        .map { Character($0.element) })
  }
}

extension NameMarks {
  static let letters = "aAkKrRoObfdscinNz"
  static let bits = MarkLetters.bits(letters)
}

extension WordMarks {
  static let letters = "mMaNpTtrPOdgLWlAhxyobRew"
  static let bits = MarkLetters.bits(letters)
}
