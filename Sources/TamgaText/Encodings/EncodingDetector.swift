/// Tells the encoding of a file from its first bytes.
public enum EncodingDetector {
  /// An encoding with what speaks for it.
  public struct Guess: Sendable, Equatable {
    /// The encoding.
    public let encoding: TextEncoding
    /// Why, as the end of a sentence, such as `it begins with a byte order mark`.
    public let reason: String

    /// One sentence for the user.
    public var sentence: String { "read as \(encoding.rawValue): \(reason)" }
  }

  /// The encoding of a text that begins with these bytes.
  ///
  /// - Parameter sample: the beginning of the file; a few kilobytes are enough, more are surer.
  public static func detect(_ sample: Span<UInt8>) -> Guess {
    if let marked = mark(sample) {
      return Guess(encoding: marked, reason: "it begins with a byte order mark")
    }
    if let order = order(sample) {
      return Guess(encoding: order, reason: "every other byte is zero or of one script")
    }
    let (valid, invalid) = sequences(sample)
    if valid + invalid == 0 { return Guess(encoding: .utf8, reason: "it is plain ASCII") }
    if invalid == 0 { return Guess(encoding: .utf8, reason: "all of it is well-formed UTF-8") }
    if valid >= 8 * invalid {
      return Guess(encoding: .utf8, reason: "nearly all of it is well-formed UTF-8")
    }
    let candidates: [TextEncoding] = [.windows1251, .koi8R, .windows1254]
    let scores = candidates.map { fit(sample, $0) }
    let best = candidates.indices.max { scores[$0] < scores[$1] } ?? 0
    guard scores[best] > 0 else {
      return Guess(encoding: .utf8, reason: "its stray bytes fit no other encoding")
    }
    return Guess(
      encoding: candidates[best],
      reason: best == 2
        ? "it is not UTF-8, and its letters fit Turkish or Azerbaijani best"
        : "it is not UTF-8, and its letters fit Cyrillic text best")
  }

  private static func mark(_ sample: Span<UInt8>) -> TextEncoding? {
    guard sample.count >= 2 else { return nil }
    if sample.count >= 3, sample[0] == 0xEF, sample[1] == 0xBB, sample[2] == 0xBF { return .utf8 }
    if sample[0] == 0xFF, sample[1] == 0xFE { return .utf16LittleEndian }
    return sample[0] == 0xFE && sample[1] == 0xFF ? .utf16BigEndian : nil
  }

  /// The byte order of UTF-16 without a mark: line feeds, spaces and digits have a zero byte on one side only.
  static func order(_ sample: Span<UInt8>) -> TextEncoding? {
    var first = 0
    var second = 0
    var position = 0
    while position + 1 < min(sample.count, 1 << 16) {
      if sample[position] == 0, sample[position + 1] != 0 { first += 1 }
      if sample[position + 1] == 0, sample[position] != 0 { second += 1 }
      position += 2
    }
    let pairs = position / 2
    guard first + second > 0, max(first, second) * 20 >= pairs else { return nil }
    if first > 8 * second { return .utf16BigEndian }
    return second > 8 * first ? .utf16LittleEndian : nil
  }

  /// How many sequences beyond ASCII are well-formed, and how many are not; one cut at the end does not count.
  private static func sequences(_ sample: Span<UInt8>) -> (valid: Int, invalid: Int) {
    var valid = 0
    var invalid = 0
    var position = 0
    while position < sample.count {
      if sample[position] < 0x80 {
        position += 1
      } else if UTF8Decoding.next(sample, &position) == UTF8Decoding.invalid {
        if position < sample.count { invalid += 1 }
      } else {
        valid += 1
      }
    }
    return (valid, invalid)
  }

  /// How well the bytes beyond ASCII fit an encoding: the mean of what each says, in nats.
  private static func fit(_ sample: Span<UInt8>, _ encoding: TextEncoding) -> Double {
    let table = encoding.table
    let points = CodePoints.shared
    var sum = 0.0
    var count = 0
    var previous: UInt32 = 0x20
    for index in 0..<min(sample.count, 1 << 18) {
      let scalar = table[Int(sample[index])]
      defer { previous = scalar }
      guard sample[index] >= 0x80 else { continue }
      count += 1
      sum += frequency(points.lowercase(scalar), encoding)
      let before = points[previous]
      guard points[scalar].contains(.letter), before.contains(.letter) else { continue }
      // A capital behind a small letter, or two alphabets in a word, are rare in names.
      if before.contains(.lower), points[scalar].contains(.upper) { sum -= 3 }
      if before.script != points[scalar].script { sum -= 3 }
    }
    return sum / Double(max(count, 1))
  }

  /// The logarithm of a letter's share in thousandths, in running text of the encoding's languages.
  private static func frequency(_ letter: UInt32, _ encoding: TextEncoding) -> Double {
    if encoding == .windows1254 {
      return turkic.contains(letter) ? 4 : western.contains(letter) ? 1 : -4
    }
    guard let place = cyrillic.firstIndex(of: letter) else {
      // № « » and the like stand in Cyrillic texts too.
      return [0x2116, 0xAB, 0xBB, 0x2013, 0x2014, 0xA0].contains(letter) ? 0 : -4
    }
    return 4.5 - Double(place) * 0.13
  }

  /// Cyrillic letters, the most frequent first.
  private static let cyrillic: [UInt32] =
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъіїєў".unicodeScalars.map(\.value)
  private static let turkic: Set<UInt32> = Set("çğıöşüəäâîûi".unicodeScalars.map(\.value))
  private static let western: Set<UInt32> = Set("éèàáêëñóôøåæíúïß’".unicodeScalars.map(\.value))
}
