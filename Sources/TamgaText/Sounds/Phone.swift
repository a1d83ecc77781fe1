/// The phonological alphabet of sound forms: 40 symbols, each a byte.
///
/// Small letters are sounds; capitals are Latin letters whose sound depends on a language that is not known:
/// `C` (k, s, dʒ, ts), `J` (dʒ, ʒ, y), `X` (x, ks), `Y` (й, ы, и), `Q` (g in Azerbaijani, қ in Kazakh), `T` (th).
public enum Phone {
  /// The symbols in the order of their numbers.
  public static let symbols = Array("aäeıioöuüywbvgğdjczkqlmnñprstfxhçşCJXYQT")

  /// How many there are.
  public static let count = 40

  /// The number of a symbol.
  public static func number(_ symbol: Character) -> UInt8? {
    let scalars = symbol.unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first else { return nil }
    return number(scalar: scalar.value)
  }

  /// The number of a symbol, given as its Unicode scalar.
  @inline(__always)
  public static func number(scalar: UInt32) -> UInt8? {
    guard scalar < numbers.count, numbers[Int(scalar)] < count else { return nil }
    return numbers[Int(scalar)]
  }

  /// The number of each scalar up to the last symbol’s; 255 for what is none.
  private static let numbers: [UInt8] = {
    var numbers = [UInt8](repeating: 255, count: 0x180)
    for (number, symbol) in symbols.enumerated() {
      for scalar in symbol.unicodeScalars where scalar.value < 0x180 {
        numbers[Int(scalar.value)] = UInt8(number)
      }
    }
    return numbers
  }()

  /// Whether the phone is a vowel (or `Y`, which may be one) for the letter rules: what may stand before a glide.
  @inline(__always)
  public static func isVowel(_ phone: UInt8) -> Bool { phone < 9 || phone == 37 }

  /// Phones as text.
  public static func text(_ phones: some Sequence<UInt8>) -> String {
    String(phones.map { Int($0) < symbols.count ? symbols[Int($0)] : "?" })
  }
}
