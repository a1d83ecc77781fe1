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
    symbols.firstIndex(of: symbol).map { UInt8($0) }
  }

  /// Whether the phone is a vowel (or `Y`, which may be one) for the letter rules: what may stand before a glide.
  @inline(__always)
  public static func isVowel(_ phone: UInt8) -> Bool { phone < 9 || phone == 37 }

  /// Phones as text.
  public static func text(_ phones: some Sequence<UInt8>) -> String {
    String(phones.map { Int($0) < symbols.count ? symbols[Int($0)] : "?" })
  }
}
