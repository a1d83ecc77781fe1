/// An entity of a gold file: its names in several languages, one JSON object a line.
public struct GoldEntity: Codable, Sendable, Hashable {
  /// A name and the language it is written in.
  public struct Name: Codable, Sendable, Hashable {
    /// The name as it was found.
    public var name: String
    /// Its language, such as `az` or `kk-Latn`.
    public var lang: String

    /// A name of a language.
    public init(name: String, lang: String) {
      self.name = name
      self.lang = lang
    }
  }

  /// What else a gold file may say.
  public struct Details: Codable, Sendable, Hashable {
    /// The country it belongs to.
    public var country: String?
    /// How alike the names of two languages are, by `x~y`: below .6 they are translations or other names.
    public var sim: [String: Double]?
  }

  /// What no other entity is called.
  public var id: String
  /// `person`, `place`, `organization` or `work`.
  public var type: String
  /// Its names in all languages.
  public var names: [Name]
  /// What else is known.
  public var meta: Details?

  /// An entity.
  public init(id: String, type: String, names: [Name], meta: Details? = nil) {
    self.id = id
    self.type = type
    self.names = names
    self.meta = meta
  }

  /// How alike the names in two languages are; nil where the file does not say.
  func likeness(_ x: String, _ y: String) -> Double? {
    meta?.sim.flatMap { $0["\(x)~\(y)"] ?? $0["\(y)~\(x)"] }
  }
}
