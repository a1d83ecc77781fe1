/// The case endings of Russian names, each with the base forms it may come from.
enum RussianCases {
  private struct Rule: Sendable {
    var ending: [UInt32]
    /// What the ending stands for in the nominative.
    var tail: [UInt32]
    var grammaticalCase: CaseForm.Case
    var strength: CaseForm.Strength
  }

  private static func rules(
    _ endings: String, _ tails: String, _ grammaticalCase: CaseForm.Case,
    _ strength: CaseForm.Strength
  ) -> [Rule] {
    endings.split(separator: " ").flatMap { ending in
      tails.split(separator: " ").map { tail in
        Rule(
          ending: CaseForm.scalars(String(ending)),
          tail: tail == "-" ? [] : CaseForm.scalars(String(tail)),
          grammaticalCase: grammaticalCase, strength: strength)
      }
    }
  }

  private static let all: [Rule] = [
    // Adjectives: Нагорного, Жамбылской, Каспийском, Толстому.
    rules("ого", "ый ое ой ий", .genitive, .strong), rules("его", "ий ее", .genitive, .strong),
    rules("ому", "ый ое ой ий", .dative, .strong), rules("ему", "ий ее", .dative, .strong),
    rules("ском", "ский ское", .locative, .strong),
    rules("ским", "ский ское", .instrumental, .strong),
    rules("ской", "ская", .genitive, .strong), rules("скую", "ская", .accusative, .strong),
    rules("цкой", "цкая", .genitive, .strong), rules("цкую", "цкая", .accusative, .strong),
    rules("ой", "ая", .genitive, .weak), rules("ую", "ая", .accusative, .medium),
    rules("ых", "ые ый", .genitive, .medium), rules("ом", "ое ый", .locative, .weak),
    rules("ым", "ый ое", .instrumental, .weak), rules("ей", "яя", .genitive, .weak),
    // Surnames in -ов and -ин: Алиевым, Магомаева, Рымбаевой.
    rules("овым", "ов", .instrumental, .strong), rules("евым", "ев", .instrumental, .strong),
    rules("ёвым", "ёв", .instrumental, .strong), rules("иным", "ин", .instrumental, .strong),
    rules("овой", "ова", .genitive, .strong), rules("евой", "ева", .genitive, .strong),
    rules("иной", "ина", .genitive, .medium), rules("ову", "ов ова", .dative, .strong),
    rules("еву", "ев ева", .dative, .strong), rules("ину", "ин ина", .dative, .medium),
    rules("ове", "ов", .locative, .strong), rules("еве", "ев", .locative, .strong),
    // Nouns.
    rules("ии", "ия ий", .genitive, .strong), rules("ию", "ия ий", .accusative, .strong),
    rules("ией", "ия", .instrumental, .strong), rules("ием", "ий", .instrumental, .strong),
    rules("ия", "ий", .genitive, .weak), rules("ье", "ья ье", .locative, .weak),
    rules("а", "- о", .genitive, .medium), rules("я", "й ь", .genitive, .medium),
    rules("у", "- а о", .dative, .medium), rules("ю", "й ь я", .dative, .medium),
    rules("ом", "- о", .instrumental, .medium), rules("ем", "й ь -", .instrumental, .medium),
    rules("ой", "а", .instrumental, .medium), rules("ей", "я а", .instrumental, .medium),
    rules("ью", "ь", .instrumental, .strong), rules("е", "- а о ь я", .locative, .medium),
    rules("ае", "ай", .locative, .medium), rules("ее", "ей", .locative, .medium),
    rules("уе", "уй", .locative, .medium), rules("ое", "ой", .locative, .weak),
    rules("ы", "а", .genitive, .medium), rules("и", "а ь я й", .genitive, .medium),
    rules("ого", "о", .nominative, .weak),
  ].flatMap { $0 }

  /// The ways to read a word as an inflected form.
  static func forms(_ letters: [UInt32]) -> [CaseForm] {
    var forms: [CaseForm] = []
    for rule in all {
      let stem = letters.count - rule.ending.count
      guard stem >= 2, letters[stem...].elementsEqual(rule.ending) else { continue }
      // -ие is a plural’s.
      if rule.ending == [0x435], letters[stem - 1] == 0x438 { continue }
      forms.append(
        CaseForm(
          kept: stem, tail: rule.tail, grammaticalCase: rule.grammaticalCase,
          strength: rule.strength))
    }
    return forms
  }

  private static let endings = [
    "ого", "его", "ому", "ему", "ыми", "ими", "ая", "яя", "ое", "ее", "ой", "ей",
    "ую", "юю", "ый", "ий", "ым", "им", "ом", "ем", "ых", "их",
    "ью", "ья", "ье", "ия", "ии", "ию", "а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "й",
  ].map(CaseForm.scalars)

  /// What a word has in common with its other forms, roughly: for names of several words.
  static func stem(_ letters: [UInt32]) -> [UInt32] {
    for ending in endings {
      let stem = letters.count - ending.count
      if stem >= 3, letters[stem...].elementsEqual(ending) { return Array(letters[..<stem]) }
    }
    return letters
  }

  private static let adjectiveEndings = [
    "ого", "его", "ому", "ему", "ыми", "ими", "ая", "яя", "ое", "ее", "ой", "ей", "ую", "юю", "ый",
    "ий", "ым", "им", "ом", "ем", "ых", "их", "ые", "ие",
  ].map(CaseForm.scalars)

  /// Stems whose masculine nominative has its stress at the end.
  private static let stressed: Set<[UInt32]> = Set(
    ["больш", "морск", "городск", "донск", "земск", "мужск", "молод", "золот"].map(
      CaseForm.scalars))

  /// The nominative of an adjective before a word that ends in `last`; nil for what is no adjective.
  static func adjective(_ letters: [UInt32], agreeingWith last: UInt32) -> CaseForm? {
    guard
      let ending = adjectiveEndings.first(where: {
        letters.count >= $0.count + 3 && letters.suffix($0.count).elementsEqual($0)
      })
    else { return nil }
    let kept = letters.count - ending.count
    let stem = Array(letters[..<kept])
    // г к х ж ш щ ч
    let isHushed = [0x433, 0x43A, 0x445, 0x436, 0x448, 0x449, 0x447].contains(stem.last ?? 0)
    let soft = ["его", "ему", "яя", "юю", "ем", "ее"].map(CaseForm.scalars)
    let isSoft = soft.contains(ending) && !isHushed
    let text: String
    switch last {
    case 0x430, 0x44F, 0x44C: text = isSoft ? "яя" : "ая"
    case 0x44B, 0x438: text = isSoft || isHushed ? "ие" : "ые"
    case 0x43E, 0x435:
      text =
        isSoft || isHushed && stem.last.map { $0 > 0x43A && $0 != 0x445 } ?? false ? "ее" : "ое"
    default: text = stressed.contains(stem) ? "ой" : isSoft || isHushed ? "ий" : "ый"
    }
    return CaseForm(
      kept: kept, tail: CaseForm.scalars(text), grammaticalCase: .nominative, strength: .strong)
  }

  /// What an adjective says of its noun.
  struct Agreement: Sendable, Equatable {
    var grammaticalCase: CaseForm.Case
    var isFemale: Bool
    var isPlural = false
  }

  /// The case, gender and number of an adjective by its ending; nil for what is none.
  static func agreement(_ letters: [UInt32]) -> Agreement? {
    guard
      let ending = adjectiveEndings.first(where: {
        letters.count >= $0.count + 3 && letters.suffix($0.count).elementsEqual($0)
      })
    else { return nil }
    let text = String(String.UnicodeScalarView(ending.compactMap(Unicode.Scalar.init)))
    switch text {
    case "ый", "ий", "ое", "ее": return Agreement(grammaticalCase: .nominative, isFemale: false)
    case "ая", "яя": return Agreement(grammaticalCase: .nominative, isFemale: true)
    case "ые", "ие": return Agreement(grammaticalCase: .nominative, isFemale: false, isPlural: true)
    case "ого", "его": return Agreement(grammaticalCase: .genitive, isFemale: false)
    case "ому", "ему": return Agreement(grammaticalCase: .dative, isFemale: false)
    case "ым", "им": return Agreement(grammaticalCase: .instrumental, isFemale: false)
    case "ом", "ем": return Agreement(grammaticalCase: .locative, isFemale: false)
    case "ой", "ей": return Agreement(grammaticalCase: .genitive, isFemale: true)
    case "ую", "юю": return Agreement(grammaticalCase: .accusative, isFemale: true)
    default: return Agreement(grammaticalCase: .genitive, isFemale: false, isPlural: true)
    }
  }

  /// The ways to read a noun beside an adjective, the likeliest first; the noun itself is none.
  static func nouns(_ letters: [UInt32], _ agreement: Agreement) -> [CaseForm] {
    let female = ["а", "я", "ь", "ия"].map(CaseForm.scalars)
    let plural = ["ы", "и", "а"].map(CaseForm.scalars)
    let endings =
      agreement.isPlural
      ? ["ами", "ями", "ам", "ям", "ах", "ях", "ов", "ев", "ей", ""]
      : [
        "ией", "ии", "ию", "ием", "ой", "ей", "ом", "ем", "ью", "ия", "а", "я", "у", "ю", "е", "ы",
        "и",
      ]
    for ending in endings.map(CaseForm.scalars) {
      let kept = letters.count - ending.count
      guard kept >= 2, letters[kept...].elementsEqual(ending) else { continue }
      var tails: [[UInt32]]
      let stem = letters[..<kept]
      if agreement.isPlural {
        tails = plural
      } else if ending.first == 0x438, ending.count > 1 || ending == CaseForm.scalars("ии") {
        tails =
          agreement.isFemale
          ? [CaseForm.scalars("ия")] : [CaseForm.scalars("ие"), CaseForm.scalars("ий")]
      } else if agreement.isFemale {
        // библиотеки → библиотека, области → область
        let isHard = [0x433, 0x43A, 0x445, 0x436, 0x448, 0x446].contains(stem.last ?? 0)
        tails = ending == [0x438] && !isHard ? [[0x44C], [0x44F]] : female
        if ending == [0x44E] || ending == CaseForm.scalars("ей") { tails = [[0x44F], [0x430]] }
      } else if stem.suffix(3).elementsEqual(CaseForm.scalars("ств")) {
        tails = [[0x43E]]
      } else {
        tails =
          ending.first == 0x44F || ending.first == 0x44E
          ? [[0x439], [0x44C], [0x435]] : [[], [0x43E]]
      }
      return tails.map {
        CaseForm(
          kept: kept, tail: $0, grammaticalCase: agreement.grammaticalCase, strength: .strong)
      }
    }
    return []
  }
}
