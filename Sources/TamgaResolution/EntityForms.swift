internal import TamgaNames
internal import TamgaText

/// Gives an entity its forms and the parts of its name: one value a thread.
struct EntityForms {
  private let maker: FormMaker
  private let chooser = CanonicalChooser()

  init(_ maker: FormMaker) {
    self.maker = maker
  }

  /// The form of every language, sorted: a complete name that was given, else one made by rule, else what there is.
  func all(
    _ type: NameType, _ candidates: [CanonicalChooser.Candidate], native: Language?
  ) -> [EntityForm] {
    let given = attested(type, candidates, native: native)
    return completed(given, type, native: native)
  }

  /// The complete names that were given in any language, and those of which no rule makes a better one, sorted.
  func attested(
    _ type: NameType, _ candidates: [CanonicalChooser.Candidate], native: Language?
  ) -> [EntityForm] {
    let attested = chooser.attested(candidates)
    var given = attested.filter(\.value.isComplete).mapValues(\.name)
    for language in CanonicalChooser.languages where given[language] != nil {
      let names = candidates.filter { $0.language == language }.map(\.name)
      if let preferred = maker.preferred(
        language, of: type, among: names, from: given, native: native)
      {
        given[language] = preferred
      }
    }
    let short = CanonicalChooser.languages.filter { attested[$0] != nil && given[$0] == nil }
    if !short.isEmpty {
      let made = maker.forms(short, of: type, from: given, native: native)
      for language in short where made[language] == nil {
        given[language] = attested[language]?.name
      }
    }
    return given.keys.sorted { $0.rawValue < $1.rawValue }.map {
      EntityForm(language: $0, form: given[$0] ?? "", status: .attested)
    }
  }

  /// The form of every language, sorted, where these names were given.
  func completed(
    _ given: [EntityForm], _ type: NameType, native: Language?
  ) -> [EntityForm] {
    var names: [Language: String] = [:]
    for form in given { names[form.language] = form.form }
    let made = maker.forms(CanonicalChooser.languages, of: type, from: names, native: native)
    let forms = given.filter { CanonicalChooser.languages.contains($0.language) } + made.values
    return forms.sorted { $0.language.rawValue < $1.language.rawValue }
  }

  /// Takes a person's canonical name apart.
  func addParts(to entity: inout Entity) {
    guard entity.type == .person else { return }
    let parsed = NameParser.shipped.parse(
      entity.canonical, type: .person, language: entity.canonicalLanguage)
    var parts: [EntityPart] = []
    for given in parsed.given { parts.append(EntityPart(role: "given", text: given)) }
    for family in parsed.family { parts.append(EntityPart(role: "family", text: family)) }
    if let patronymic = parsed.patronymic {
      parts.append(EntityPart(role: "patronymic", text: patronymic.form))
      parts.append(EntityPart(role: "father", text: patronymic.father))
    }
    for initial in parsed.initials { parts.append(EntityPart(role: "initial", text: initial)) }
    for title in parsed.titles { parts.append(EntityPart(role: "title", text: title)) }
    if let gender = parsed.gender {
      parts.append(EntityPart(role: "gender", text: gender.rawValue))
    }
    entity.parts = parts
  }
}
