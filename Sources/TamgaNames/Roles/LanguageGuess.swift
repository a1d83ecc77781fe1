internal import TamgaText

/// The language a name is written in, from its letters, its endings and the lexicons that know its words.
enum LanguageGuess {
  static func language(_ name: NameReading) -> Language? {
    var alphabet: AlphabetMarks = []
    var names: NameMarks = []
    var endings = (uly: 0, ov: 0, li: 0)
    var scripts: (latin: Int, cyrillic: Int, arabic: Int) = (0, 0, 0)
    for index in 0..<name.count {
      let facts = name.facts[index]
      alphabet.formUnion(facts.alphabet)
      if !facts.names.isLikeness { names.formUnion(facts.names) }
      switch facts.script {
      case .latin: scripts.latin += Int(facts.letterCount)
      case .cyrillic: scripts.cyrillic += Int(facts.letterCount)
      case .arabic: scripts.arabic += Int(facts.letterCount)
      default: break
      }
      switch facts.surname {
      case .uly, .kyzy, .tegi: endings.uly += 1
      case .ov: endings.ov += 1
      case .li, .zade, .oglu: endings.li += 1
      default: break
      }
    }
    let most = max(scripts.latin, scripts.cyrillic, scripts.arabic)
    guard most > 0 else { return nil }
    if most == scripts.arabic {
      return alphabet.contains(.kazakhArabic) ? .kkArab : .azArab
    }
    if most == scripts.cyrillic { return cyrillic(alphabet, names) }
    if alphabet.contains(.azerbaijani) { return .azLatn }
    if alphabet.contains(.kazakhLatin) { return .kkLatn }
    if alphabet.contains(.turkic) {
      return names.isDisjoint(with: [.azerbaijaniMale, .azerbaijaniFemale]) && endings.ov == 0
        && endings.li == 0 ? .tr : .azLatn
    }
    return .en
  }

  private static func cyrillic(_ alphabet: AlphabetMarks, _ names: NameMarks) -> Language {
    if alphabet.contains(.azerbaijaniCyrillic) { return .azCyrl }
    if alphabet.contains(.kazakhCyrillic) { return .kkCyrl }
    if alphabet.contains(.belarusian) { return .be }
    if alphabet.contains(.ukrainian) { return .uk }
    if alphabet.contains(.turkicCyrillic) {
      return names.isDisjoint(with: [.kazakhMale, .kazakhFemale])
        && !alphabet.contains(.dottedI) && !alphabet.contains(.yery) ? .azCyrl : .kkCyrl
    }
    if alphabet.contains(.dottedI) { return .kkCyrl }
    return .ru
  }
}
