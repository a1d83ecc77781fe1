/// How many letters of a skeleton must change to make another: a cheap test before tokens are compared by sound.
///
/// Myers' bit-vector algorithm (1999): one step a letter of the other skeleton.
struct SoundDistance {
  private let length: Int
  /// For every letter from `a` to `z`, where it stands.
  private var places = [UInt64](repeating: 0, count: 32)

  /// The distances from a skeleton of at most 64 letters.
  init(_ sound: [UInt8]) {
    length = min(sound.count, 64)
    for index in 0..<length { places[Int(sound[index] & 31)] |= 1 << UInt64(index) }
  }

  /// The distance of another that is as near as spellings of one name are: one letter of three may differ, and always
  /// `atLeast`; nil for one that is farther off.
  func near(_ other: [UInt8], atLeast: Int) -> Int? {
    let most = max(atLeast, (max(length, other.count) + 1) / 3)
    guard length > 0, abs(length - other.count) <= most else { return nil }
    let distance = distance(other)
    return distance <= most ? distance : nil
  }

  /// The number of changes.
  func distance(_ other: [UInt8]) -> Int {
    var positive = ~UInt64(0)
    var negative: UInt64 = 0
    var score = length
    let last = UInt64(1) << UInt64(length - 1)
    for letter in other {
      let here = places[Int(letter & 31)]
      let vertical = here | negative
      let horizontal = (((here & positive) &+ positive) ^ positive) | here
      var up = negative | ~(horizontal | positive)
      var down = positive & horizontal
      if up & last != 0 { score += 1 }
      if down & last != 0 { score -= 1 }
      up = up << 1 | 1
      down <<= 1
      positive = down | ~(vertical | up)
      negative = up & vertical
    }
    return score
  }
}
