internal import TamgaText

/// What phones a token has, counted: a cheap test that two tokens cannot be spellings of one.
///
/// Thirteen classes of consonants and three of vowels are counted; every edit of a spelling changes few counts.
struct TokenProfiles: Sendable {
  private typealias Counts = SIMD16<Int8>

  /// The lane of each phone in the order of `Phone.symbols`; -1 is passed over.
  private static let lanes: [Int] = Array(
    "aäeıioöuüywbvgğdjczkqlmnñprstfxhçşCJXYQT".map { symbol in
      switch symbol {
      case "b", "p": 0
      case "d", "t", "T": 1
      case "g", "ğ", "k", "q", "Q": 2
      case "x", "h", "X", "C": 3
      case "v", "w": 4
      case "f": 5
      case "s", "z": 6
      case "j", "c", "J": 7
      case "ç", "ş": 8
      case "l": 9
      case "m": 10
      case "n", "ñ": 11
      case "r": 12
      case "a", "ä", "e": 13
      case "ı", "i": 14
      case "o", "ö", "u", "ü": 15
      default: -1
      }
    })

  private static let vowels = Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1)
  private static let consonants = Counts(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0)
  /// The consonants without those that come and go between languages: g and h, v, j.
  private static let firm = Counts(1, 1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 0)

  private var counts: [Counts] = []
  private var isAbjad: [Bool] = []
  private var forms: [Range<Int32>] = []

  init(_ table: TokenTable) {
    counts.reserveCapacity(table.forms.count)
    for form in table.forms {
      var count = Counts()
      for index in table.phones(form) {
        let lane = Self.lanes[Int(table.phones[index])]
        if lane >= 0 { count[lane] += 1 }
      }
      counts.append(count)
      isAbjad.append(form.isAbjad)
    }
    forms = table.entries.map(\.forms)
  }

  /// Whether any form of one token is near enough to one of the other to be worth aligning.
  @inline(__always)
  func mayBeAlike(_ a: Int, _ b: Int) -> Bool {
    for x in forms[a] {
      for y in forms[b] where mayBeAlike(Int(x), form: Int(y)) { return true }
    }
    return false
  }

  @inline(__always)
  private func mayBeAlike(_ x: Int, form y: Int) -> Bool {
    let difference = counts[x] &- counts[y]
    let none = Counts()
    let more = difference.replacing(with: none, where: difference .< none)
    let fewer = (none &- difference).replacing(with: none, where: difference .> none)
    // A letter that comes and goes is no difference.
    let firm = max(
      Int((more &* Self.firm).wrappedSum()), Int((fewer &* Self.firm).wrappedSum()))
    if isAbjad[x] != isAbjad[y] { return firm <= 2 }
    let consonants = max(
      Int((more &* Self.consonants).wrappedSum()), Int((fewer &* Self.consonants).wrappedSum()))
    let vowels = max(
      Int((more &* Self.vowels).wrappedSum()), Int((fewer &* Self.vowels).wrappedSum()))
    if consonants + vowels <= 2 { return true }
    return firm <= 1 && firm + vowels <= 2 && consonants + vowels <= 4
  }
}
