internal import TamgaNames
internal import TamgaText

/// Chooses the names to call an entity by from the spellings that were given.
struct CanonicalChooser {
  let type: NameType

  /// The languages an entity has a form in, in the order they are preferred for the canonical one.
  static let languages: [Language] = [.azLatn, .kkCyrl, .ru, .en, .azCyrl, .kkLatn]

  func choose(
    _ variants: [EntityVariant]
  ) -> (canonical: String, language: Language?, forms: [EntityForm]) {
    var forms: [EntityForm] = []
    var counts: [Language: Int] = [:]
    for variant in variants {
      if let language = variant.language { counts[language, default: 0] += variant.count }
    }
    for language in Self.languages {
      let own = variants.filter { $0.language == language }
      if let best = best(own) {
        forms.append(EntityForm(language: language, form: best, status: .attested))
      }
    }
    // The language that has most of the names; in a tie the earlier one.
    var language: Language?
    for candidate in Self.languages where counts[candidate] != nil {
      if language == nil || (counts[candidate] ?? 0) > (counts[language ?? candidate] ?? 0) {
        language = candidate
      }
    }
    let canonical =
      forms.first { $0.language == language }?.form ?? best(variants) ?? variants.first?.name ?? ""
    forms.sort { $0.language.rawValue < $1.language.rawValue }
    return (canonical, language, forms)
  }

  /// The best display form: complete, frequent, cleanly written.
  private func best(_ variants: [EntityVariant]) -> String? {
    var best: (score: Double, name: String)?
    let cleaner = NameCleaner(CleaningOptions(type: type))
    for variant in variants {
      let clean = cleaner.clean(variant.name)
      let score = quality(clean, variant)
      if best == nil || score > (best?.score ?? 0)
        || score == best?.score && clean.text < (best?.name ?? "")
      {
        best = (score, clean.text)
      }
    }
    return best?.name
  }

  private func quality(_ clean: CleanName, _ variant: EntityVariant) -> Double {
    var score = 0.0
    var count = variant.count
    while count > 1 {
      score += 0.5
      count /= 2
    }
    score -= Double(clean.doubts.count) + (clean.repairs.isEmpty ? 0 : 0.3)
    guard type == .person else { return score - Double(clean.text.utf8.count) / 200 }
    let parsed = NameParser.shipped.parse(variant.name, type: .person)
    if !parsed.given.isEmpty { score += 2 }
    if !parsed.family.isEmpty { score += 2 }
    if parsed.patronymic != nil { score += 0.2 }
    score -= Double(parsed.initials.count) + Double(parsed.titles.count) * 0.7
    // The customary order: the given name first.
    if parsed.tokens.first?.role == .given { score += 0.4 }
    return score
  }
}
