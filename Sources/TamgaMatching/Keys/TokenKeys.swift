internal import TamgaText

/// Blocking keys of a token: two spellings of one name share at least one, most other tokens share none.
///
/// A key is a hash of the consonants of a sound form, folded to classes that spellings confuse (b p, d t, g k q x h,
/// s z, j c), and, for forms of three consonants and more, of the same with one left out.
enum TokenKeys {
  /// The class of each phone in the order of `Phone.symbols`; 0 is passed over.
  private static let classes: [UInt8] = Phone.symbols.map { symbol in
    switch symbol {
    case "b", "p": 1
    case "d", "t", "T": 2
    case "g", "ğ", "k", "q", "x", "h", "Q", "X", "C": 3
    case "v": 4
    case "f": 5
    case "s", "z": 6
    case "j", "c", "J": 7
    case "ç": 8
    case "ş": 9
    case "l": 10
    case "m": 11
    case "n", "ñ": 12
    case "r": 13
    default: 0
    }
  }

  /// Appends the keys of a form.
  static func append(_ phones: Span<UInt8>, to keys: inout [UInt64]) {
    var consonants: [UInt8] = []
    for index in 0..<phones.count {
      let letter = classes[Int(phones[index])]
      if letter != 0, letter != consonants.last { consonants.append(letter) }
    }
    // What begins with a vowel rarely is what begins with a consonant, but h and w come and go.
    keys.append(hash(consonants, leavingOut: -1))
    if consonants.count >= 3 {
      for index in consonants.indices { keys.append(hash(consonants, leavingOut: index)) }
    } else if consonants.count < 2 {
      // Too few consonants to tell by: the vowels count as well.
      keys.removeLast()
      var all: [UInt8] = []
      Skeleton.append(phones, to: &all)
      keys.append(hash(all, leavingOut: -1))
      if let only = consonants.first, phones.count > 2 { keys.append(UInt64(only) | 1 << 63) }
    }
  }

  private static func hash(_ letters: [UInt8], leavingOut: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (index, letter) in letters.enumerated() where index != leavingOut {
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
    }
    return hash ^ hash >> 31
  }
}
