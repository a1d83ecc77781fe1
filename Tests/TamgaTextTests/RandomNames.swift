/// Names nobody bears: letters, marks and signs that cleaning looks at, and bytes of any kind; the same on every run.
struct RandomNames {
  private var state: UInt64

  private static let pool = Array(
    ("AaİIıi əƏәӘǝŞşĞğ’'`«»\"-–—. ,;()АаБбвеёЁйиіІұқҚңҒөҮһјѕҹабкосрхуСерікĸ\u{301}\u{306}\u{308}"
      + "\u{307}\u{327}\u{200B}\u{200D}\u{AD}\u{A0}\tМмПпЯяЭэ0123_/&%DABCDEFxyzÀéÐ\u{90}Ñ\u{8F}þð¥ﬁ"
      + "①ｆＡىيكکهەٴـ،\u{FEFF}\u{202E}\u{0}ǅĳ").unicodeScalars)

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  /// One name as bytes, which are not always UTF-8; never a line feed.
  mutating func next() -> [UInt8] {
    if below(4) == 0 {
      return (0..<below(24)).map { _ in UInt8(below(256)) }.filter { $0 != 0x0A && $0 != 0x0D }
    }
    return (0..<below(14)).flatMap { _ in
      Array(String(Character(Self.pool[below(Self.pool.count)])).utf8)
    }
  }
}
