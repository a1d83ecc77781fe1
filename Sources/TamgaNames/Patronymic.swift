/// A patronymic, taken apart.
public struct Patronymic: Sendable, Hashable {
  /// As it stands in the name: `Heydər oğlu`, `Гейдарович`.
  public var form: String
  /// The father's name in its base form, in the orthography of the name: `Heydər`, `Гейдар`.
  public var father: String
  /// What makes it a patronymic: `oğlu`, `-ович`.
  public var marker: String

  /// Makes a patronymic of its parts.
  public init(form: String, father: String, marker: String) {
    self.form = form
    self.father = father
    self.marker = marker
  }
}
