internal import TamgaText

/// Blocking keys of a token: two spellings of one name share at least one, most other tokens share none.
///
/// A key is a hash of the consonants of a sound form, folded to classes that spellings confuse (b p, d t, g k q x h,
/// s z, j c), and, for forms of three consonants and more, of the same with one left out.
enum TokenKeys {
  /// The class of each phone in the order of `Phone.symbols`; 0 is passed over.
  private static let classes: [UInt8] = Array(
    "aäeıioöuüywbvgğdjczkqlmnñprstfxhçşCJXYQT".map { symbol in
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
    })

  /// Appends the keys of a form. Key values have bit 62 clear.
  ///
  /// - Parameters:
  ///   - isAbjad: whether the form has no short vowels.
  ///   - meetsAbjad: whether it may be compared with forms that have none.
  static func append(
    _ phones: Span<UInt8>, isAbjad: Bool, meetsAbjad: Bool, to keys: inout [UInt64]
  ) {
    var consonants: [UInt8] = []
    var vowels: UInt8 = 0
    var first: UInt8 = 0
    for index in 0..<phones.count {
      let letter = classes[Int(phones[index])]
      if letter != 0 {
        if letter != consonants.last { consonants.append(letter) }
      } else {
        vowels += 1
        if first == 0 { first = vowelClasses[Int(phones[index])] }
      }
    }
    // What begins with a vowel rarely is what begins with a consonant, but h and w come and go.
    keys.append(hash(consonants, leavingOut: -1))
    if consonants.count >= 3 {
      for index in consonants.indices {
        let key = hash(consonants, leavingOut: index)
        if consonants.count > 3 || isAbjad || meetsAbjad { keys.append(key) }
        // Two consonants are had by too many: the vowels count as well.
        if consonants.count == 3, !isAbjad {
          keys.append(mixed(key, UInt64(first) << 8 | UInt64(min(vowels, 4))))
        }
      }
    } else if consonants.count < 2 {
      // Too few consonants to tell by: the vowels count as well.
      keys.removeLast()
      var all: [UInt8] = []
      Skeleton.append(phones, to: &all)
      keys.append(hash(all, leavingOut: -1))
      if let only = consonants.first, phones.count > 2 { keys.append(mixed(UInt64(only), 1)) }
    } else if !isAbjad {
      // Two consonants, as of a word of three that has lost one.
      keys.append(mixed(keys[keys.count - 1], UInt64(first) << 8 | UInt64(min(vowels, 4))))
    }
  }

  /// The consonants of a form in their order, folded to classes, without what comes and goes between scripts and
  /// languages: v and w, and an h or f at the end. Two names that share those of two words are worth comparing, whatever
  /// their vowels: Aliaksandr Lukashenka and Александр Лукашенко, and names in Arabic letters.
  ///
  /// Appends a hash of 31 bits for each way to read them, with how many consonants there are.
  static func appendBare(_ phones: Span<UInt8>, to keys: inout [(key: UInt32, count: Int)]) {
    var hasC = false
    var hasJ = false
    var breaths = 0
    for index in 0..<phones.count {
      if phones[index] == c { hasC = true }
      if phones[index] == j { hasJ = true }
      if isBreath(phones[index]), index > 0, index < phones.count - 1 { breaths += 1 }
    }
    for readC in cClasses.prefix(hasC ? cClasses.count : 1) {
      for readJ in jClasses.prefix(hasJ ? jClasses.count : 1) {
        // Silent in John, h in Ahmed; of more than two the rest is read.
        for silent in 0..<UInt8(1) << UInt8(min(breaths, 2)) {
          keys.append(bare(phones, BareReading(c: readC, j: readJ, silent: silent)))
        }
      }
    }
    if endsAsCki(phones) {
      keys.append(bare(phones, BareReading(c: cClasses[0], j: jClasses[0], readsTsInCki: true)))
    }
  }

  /// One way to read the letters whose sound depends on the language.
  private struct BareReading {
    /// The classes of C and J.
    var c: UInt8
    var j: UInt8
    /// A bit for each h and х inside the word that is silent.
    var silent: UInt8 = 0
    /// Whether the end -cki is -tski, as in Polish and Belarusian names.
    var readsTsInCki = false
  }

  private static func bare(_ phones: Span<UInt8>, _ reading: BareReading) -> (
    key: UInt32, count: Int
  ) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var last: UInt8 = 0
    var count = 0
    var breaths: UInt8 = 0
    func add(_ letter: UInt8) {
      // ts and dz are one sound in one language and two in the other.
      if letter == 0 || letter == 4 || letter == last || letter == 6 && last == 2 { return }
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
      last = letter
      count += 1
    }
    let end = phones.count - 1
    for index in 0..<phones.count {
      let phone = phones[index]
      if index > 0, isBreath(phone) {
        let isSilent = index == end ? phone == breath : reading.silent >> breaths & 1 != 0
        if !isSilent { add(3) }
        breaths += 1
        continue
      }
      if reading.readsTsInCki, index == end - 1 { add(2) }
      switch phone {
      case c: add(reading.c)
      case j: add(reading.j)
      case x:
        add(3)
        add(6)
      default:
        let letter = classes[Int(phone)]
        let next = index < end ? classes[Int(phones[index + 1])] : 0
        // tch is ch, and shch sh or ch.
        if letter == 2, next == 7 || next == 8 || next == 9 { continue }
        // -off is -ov.
        if letter == 5, index == end { continue }
        add(letter == 9 ? 8 : letter)
      }
    }
    return (UInt32(truncatingIfNeeded: hash ^ hash >> 32) & ~(1 << 31), count)
  }

  /// Whether a form may be written with -cki: it ends in a vowel and ki.
  private static func endsAsCki(_ phones: Span<UInt8>) -> Bool {
    let end = phones.count - 1
    return end >= 3 && phones[end] == i && phones[end - 1] == k && Phone.isVowel(phones[end - 2])
  }

  /// h, and the х that Russian writes for it.
  private static func isBreath(_ phone: UInt8) -> Bool { phone == breath || phone == kh }

  private static let breath = Phone.number("h") ?? 0
  private static let kh = Phone.number("x") ?? 0
  private static let k = Phone.number("k") ?? 0
  private static let i = Phone.number("i") ?? 0
  private static let c = Phone.number("C") ?? 0
  private static let j = Phone.number("J") ?? 0
  private static let x = Phone.number("X") ?? 0
  /// What C may be: k, s or ts.
  private static let cClasses: [UInt8] = [3, 6, 2]
  /// What J may be: dʒ or y.
  private static let jClasses: [UInt8] = [7, 0]

  /// The class of a vowel; 1 for what is neither vowel nor consonant.
  private static let vowelClasses: [UInt8] = Array(
    "aäeıioöuüywbvgğdjczkqlmnñprstfxhçşCJXYQT".map {
      switch $0 {
      case "a", "ä", "e": 2
      case "ı", "i": 3
      case "o", "ö", "u", "ü": 4
      default: 1
      }
    })

  private static func mixed(_ key: UInt64, _ more: UInt64) -> UInt64 {
    let hash = (key ^ more) &* 0x9E37_79B9_7F4A_7C15
    return (hash ^ hash >> 29) & ~(1 << 62)
  }

  private static func hash(_ letters: [UInt8], leavingOut: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (index, letter) in letters.enumerated() where index != leavingOut {
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
    }
    return (hash ^ hash >> 31) & ~(1 << 62)
  }
}
