/// A sound form with everything folded that spellings of one name confuse: a key that meets, not a likeness.
public enum Skeleton {
  /// The class of each phone, in the order of `Phone.symbols`: vowels to three, back consonants to two.
  private static let classes: [UInt8] = "aaaiiuuuuiubvkkdjjzkklmnnprstfhhçşkjhikt".map { letter in
    switch letter {
    case "ç": UInt8(ascii: "c")
    case "ş": UInt8(ascii: "x")
    default: letter.asciiValue ?? 0
    }
  }

  /// Appends the skeleton of a form as ASCII letters; equal neighbours count once.
  public static func append(_ phones: Span<UInt8>, to key: inout [UInt8]) {
    var last: UInt8 = 0
    for index in 0..<phones.count {
      let letter = classes[Int(phones[index])]
      if letter != last { key.append(letter) }
      last = letter
    }
  }
}
