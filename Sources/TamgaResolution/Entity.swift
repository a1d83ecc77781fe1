public import TamgaText

/// Spellings that were found to be one name, with a name to call them by.
public struct Entity: Sendable, Equatable {
  /// The id, made from its content when it was born and kept from then on: `t` and thirteen letters or digits.
  public var id: String
  /// What it is.
  public var type: NameType
  /// The best display form.
  public var canonical: String
  /// The language of the canonical form; nil where nothing decides it.
  public var canonicalLanguage: Language?
  /// One form for each of `az-Latn`, `az-Cyrl`, `kk-Cyrl`, `kk-Latn`, `ru`, `en`, as far as there is one.
  public var forms: [EntityForm]
  /// Every spelling that was given, the most frequent first.
  public var variants: [EntityVariant]
  /// The parts of the canonical form of a person: given, family, patronymic …
  public var parts: [EntityPart]
  /// A few cleaned spellings that stand for all: the best of each language, then the most frequent; without the
  /// canonical one.
  public var aliases: [String]

  /// An entity.
  public init(
    id: String, type: NameType, canonical: String, canonicalLanguage: Language?,
    forms: [EntityForm] = [], variants: [EntityVariant] = [], parts: [EntityPart] = [],
    aliases: [String] = []
  ) {
    self.aliases = aliases
    self.id = id
    self.type = type
    self.canonical = canonical
    self.canonicalLanguage = canonicalLanguage
    self.forms = forms
    self.variants = variants
    self.parts = parts
  }
}

/// The form of an entity's name in one language.
public struct EntityForm: Sendable, Equatable {
  /// Whether the form was found among the given names or made by rule.
  public enum Status: String, Sendable {
    /// It was among the names.
    case attested
    /// A scheme made it.
    case generated
  }

  /// The language and script, such as `kk-Cyrl`.
  public var language: Language
  /// The name in that language.
  public var form: String
  /// Where it is from.
  public var status: Status
  /// The scheme that made it; empty for an attested form.
  public var scheme: String

  /// A form.
  public init(language: Language, form: String, status: Status, scheme: String = "") {
    self.language = language
    self.form = form
    self.status = status
    self.scheme = scheme
  }
}

/// One spelling of an entity's name, exactly as it was given.
public struct EntityVariant: Sendable, Equatable {
  /// The spelling.
  public var name: String
  /// Its language; nil where nothing decides it.
  public var language: Language?
  /// The script most of its letters are of.
  public var script: Script
  /// How often it was given.
  public var count: Int
  /// The probability that it belongs to its entity, 0 to 1.
  public var score: Double
  /// Where it was given, sorted.
  public var sources: [String]

  /// A spelling.
  public init(
    name: String, language: Language?, script: Script, count: Int, score: Double,
    sources: [String]
  ) {
    self.name = name
    self.language = language
    self.script = script
    self.count = count
    self.score = score
    self.sources = sources
  }
}

/// One part of a person's name.
public struct EntityPart: Sendable, Equatable {
  /// The part's role, such as `family`.
  public var role: String
  /// Its words.
  public var text: String

  /// A part.
  public init(role: String, text: String) {
    self.role = role
    self.text = text
  }
}
