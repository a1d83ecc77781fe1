/// The case endings of a Turkic language: hung on the word one by one, in harmony with its last vowel.
struct SuffixCases: Sendable {
  /// What must stand before an ending.
  private enum Before: Sendable {
    case vowel, consonant, any
    /// The possessive vowel of a thing’s owner.
    case possessive
  }

  private struct Ending: Sendable {
    var letters: [UInt32]
    var before: Before
    var grammaticalCase: CaseForm.Case
    var strength: CaseForm.Strength
  }

  private let endings: [Ending]
  private let back: Set<UInt32>
  private let front: Set<UInt32>
  private let possessive: Set<UInt32>
  /// Softened last consonants before a vowel, with the hard ones they stand for.
  private let softened: [UInt32: UInt32]

  /// Whether endings need not be in harmony: Kazakh text hangs -тің on Russian -ов.
  private let ignoresHarmony: Bool

  private init(
    back: String, front: String, possessive: String, softened: [(String, String)],
    ignoresHarmony: Bool,
    _ endings: [(String, Before, CaseForm.Case, CaseForm.Strength)]
  ) {
    self.ignoresHarmony = ignoresHarmony
    self.back = Set(CaseForm.scalars(back))
    self.front = Set(CaseForm.scalars(front))
    self.possessive = Set(CaseForm.scalars(possessive))
    self.softened = Dictionary(
      uniqueKeysWithValues: softened.compactMap { soft, hard in
        guard let soft = CaseForm.scalars(soft).first, let hard = CaseForm.scalars(hard).first
        else { return nil }
        return (soft, hard)
      })
    self.endings = endings.flatMap { text, before, grammaticalCase, strength in
      text.split(separator: " ").map {
        Ending(
          letters: CaseForm.scalars(String($0)), before: before,
          grammaticalCase: grammaticalCase, strength: strength)
      }
    }.sorted { $0.letters.count > $1.letters.count }
  }

  static let azerbaijani = SuffixCases(
    back: "aıou", front: "əeiöü", possessive: "ıiuü", softened: [("ğ", "q"), ("y", "k")],
    ignoresHarmony: false,
    [
      ("dakı dəki", .any, .locative, .strong),
      ("ndan ndən", .possessive, .ablative, .strong),
      ("nda ndə", .possessive, .locative, .strong),
      ("na nə", .possessive, .dative, .strong),
      ("dan dən", .any, .ablative, .strong),
      ("da də", .any, .locative, .strong),
      ("nın nin nun nün", .vowel, .genitive, .strong),
      ("ya yə", .vowel, .dative, .strong),
      ("nı ni nu nü", .vowel, .accusative, .medium),
      ("yla ylə", .vowel, .instrumental, .medium),
      ("la lə", .consonant, .instrumental, .weak),
      ("dır dir dur dür", .any, .nominative, .medium),
      ("ın in un ün", .consonant, .genitive, .medium),
      ("ı i u ü", .consonant, .accusative, .weak),
      ("a ə", .consonant, .dative, .weak),
    ])

  static let kazakh = SuffixCases(
    back: "аоұыуюя", front: "әеөүіиэ", possessive: "ыі", softened: [], ignoresHarmony: true,
    [
      ("дағы дегі тағы тегі", .any, .locative, .strong),
      ("ндағы ндегі", .possessive, .locative, .strong),
      ("нда нде", .possessive, .locative, .strong),
      ("нан нен", .possessive, .ablative, .strong),
      ("на не", .possessive, .dative, .strong),
      ("н", .possessive, .accusative, .medium),
      ("ның нің дың дің тың тің", .any, .genitive, .strong),
      ("дан ден тан тен нан нен", .any, .ablative, .strong),
      ("ға ге қа ке", .any, .dative, .strong),
      ("да де та те", .any, .locative, .strong),
      ("мен бен пен", .any, .instrumental, .medium),
      ("ны ні ды ді ты ті", .any, .accusative, .weak),
      ("а е", .consonant, .dative, .weak),
    ])

  /// The ways to read a word as an inflected form, longest endings first.
  func forms(_ letters: [UInt32], possessed: Bool) -> [CaseForm] {
    var forms: [CaseForm] = []
    for ending in endings {
      let stem = letters.count - ending.letters.count
      guard stem >= 3, letters[stem...].elementsEqual(ending.letters),
        fits(letters, stem, ending, possessed)
      else { continue }
      // The vowel before -ndan belongs to the possessive only where there is one.
      forms.append(
        CaseForm(
          kept: stem, tail: [], grammaticalCase: ending.grammaticalCase,
          strength: ending.strength))
      if let first = ending.letters.first, isVowel(first), let hard = softened[letters[stem - 1]],
        stem > 3, isVowel(letters[stem - 2])
      {
        forms.append(
          CaseForm(
            kept: stem - 1, tail: [hard], grammaticalCase: ending.grammaticalCase,
            strength: .weak))
      }
    }
    return forms
  }

  private func isVowel(_ letter: UInt32) -> Bool { back.contains(letter) || front.contains(letter) }

  private func fits(
    _ letters: [UInt32], _ stem: Int, _ ending: Ending, _ possessed: Bool
  ) -> Bool {
    let last = letters[stem - 1]
    switch ending.before {
    case .any: break
    case .vowel: guard isVowel(last) else { return false }
    case .consonant: guard !isVowel(last) else { return false }
    case .possessive: guard possessed, possessive.contains(last) else { return false }
    }
    if ignoresHarmony, ending.strength == .strong { return true }
    guard let vowel = letters[..<stem].last(where: isVowel),
      let own = ending.letters.first(where: isVowel)
    else { return ending.letters.count == 1 }
    return back.contains(vowel) == back.contains(own)
  }
}
