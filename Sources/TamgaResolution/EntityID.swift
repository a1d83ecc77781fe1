/// Ids of entities: made from what an entity is when it is born, so that the same names give the same ids on any
/// machine, and kept afterwards.
public enum EntityID {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// The id of an entity born with this type and this smallest member.
  ///
  /// - Parameter attempt: 0, or more where an entity of that id exists already.
  public static func make(type: String, name: String, attempt: Int = 0) -> String {
    var high: UInt64 = 0xcbf2_9ce4_8422_2325
    var low: UInt64 = 0x9E37_79B9_7F4A_7C15
    for byte in Array("\(type)\u{1F}\(name)\u{1F}\(attempt)".utf8) {
      high = (high ^ UInt64(byte)) &* 0x100_0000_01b3
      low = (low ^ high) &* 0xff51_afd7_ed55_8ccd
      low ^= low >> 33
    }
    var value = high ^ low
    var text: [UInt8] = []
    for _ in 0..<13 {
      text.append(alphabet[Int(value & 31)])
      value >>= 5
    }
    return "t" + String(decoding: text.reversed(), as: UTF8.self)
  }
}
