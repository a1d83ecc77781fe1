/// Makes loose keys of names: spellings of one name in any script mostly share one, other names rarely do.
///
/// A key is the skeletons of the words’ sound forms, sorted, so that the order of the parts does not matter.
public struct LooseKeyMaker {
  private let former = SoundFormer.shipped
  private var letters: [UInt32] = []

  /// A maker over the rules Tamga ships.
  public init() {}

  /// The key of a cleaned name: ASCII letters, a space between words; empty where no letter has a sound.
  ///
  /// - Parameter language: the name’s language, which decides how Latin letters are read.
  public mutating func key(of name: Span<UInt8>, language: Language?) -> String {
    letters.removeAll(keepingCapacity: true)
    FoldedText.append(name, dotlessI: language?.hasDotlessI ?? false, to: &letters)
    var words: [[UInt8]] = []
    var start = 0
    for index in 0...letters.count {
      if index < letters.count, CodePoints.shared[letters[index]].contains(.letter) { continue }
      if index < letters.count, letters[index] == 0x2019 { continue }
      if start < index { add(start..<index, language, to: &words) }
      start = index + 1
    }
    words.sort { $0.lexicographicallyPrecedes($1) }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  private func add(
    _ range: Range<Int>, _ language: Language?, to words: inout [[UInt8]]
  ) {
    let word = letters.span.extracting(range)
    let readings = TokenReading.readings(word, hint: TokenReading.Hint(language))
    guard let reading = readings.first else { return }
    let phones = former.form(word, reading: reading).phones
    var key: [UInt8] = []
    Skeleton.append(phones.span, to: &key)
    if !key.isEmpty { words.append(key) }
  }
}
