/// What a name names.
public enum NameType: String, Sendable, CaseIterable, Codable {
  case person, place, organization, work

  /// The type of a word as users and gold files write it: `org` is an organisation, `given` and `surname` are
  /// parts of a person's name.
  public init?(tag: String) {
    switch tag {
    case "org", "organisation": self = .organization
    case "given", "surname": self = .person
    default: self.init(rawValue: tag)
    }
  }
}

extension NameType {
  /// A number from 0, in the order of the cases.
  public var index: Int {
    switch self {
    case .person: 0
    case .place: 1
    case .organization: 2
    case .work: 3
    }
  }
}

extension Language {
  /// A number from 0, in the order of the cases.
  public var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
