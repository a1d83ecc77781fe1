internal import TamgaText

/// Capitals of names, with Azerbaijani's two i's.
enum SpellingCase {
  /// How a word is written.
  enum Pattern {
    case small, title, capitals

    init(_ word: [Unicode.Scalar]) {
      let upper = word.filter(\.properties.isUppercase).count
      let lower = word.filter(\.properties.isLowercase).count
      if upper == 0, lower == 0 {
        // A script without capitals: a name it is all the same.
        self = .title
      } else if upper == 0 {
        self = .small
      } else if lower == 0, upper > 1 {
        self = .capitals
      } else {
        self = .title
      }
    }
  }

  /// The small letter of a scalar.
  static func lower(_ scalar: Unicode.Scalar, dotless: Bool) -> UInt32 {
    if scalar.value < UInt32(small.count) {
      return dotless && scalar == "I" ? 0x131 : small[Int(scalar.value)]
    }
    return mapped(scalar)
  }

  /// The small letters of Latin and Cyrillic, looked up in Unicode's tables once.
  private static let small: [UInt32] = (0..<0x530).map { value in
    Unicode.Scalar(value).map(mapped) ?? value
  }

  private static func mapped(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar {
    case "İ": 0x69
    case "ǝ", "Ǝ", "Ə": 0x259
    default: scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
    }
  }

  /// The capital of a scalar.
  static func upper(_ scalar: UInt32, dotless: Bool) -> UInt32 {
    if scalar == 0x69, dotless { return 0x130 }
    guard let letter = Unicode.Scalar(scalar) else { return scalar }
    let mapped = letter.properties.uppercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first?.value ?? scalar : scalar
  }

  /// The word in the wanted capitals.
  static func write(_ word: [UInt32], as pattern: Pattern, dotless: Bool) -> String {
    var text = String.UnicodeScalarView()
    for (index, scalar) in word.enumerated() {
      let isCapital = pattern == .capitals || pattern == .title && index == 0
      let value = isCapital ? upper(scalar, dotless: dotless) : scalar
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(text)
  }
}
