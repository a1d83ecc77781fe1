/// The grammatical gender of a person's name: what its forms say of the bearer.
public enum Gender: String, Sendable, CaseIterable, Codable {
  case male, female
}
