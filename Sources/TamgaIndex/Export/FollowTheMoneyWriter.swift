internal import TamgaResolution
internal import TamgaText

/// Entities of FollowTheMoney, the data model of investigative tools.
struct FollowTheMoneyWriter: EntityWriter {
  func text(_ entity: Entity, _ pass: Int) -> String {
    var properties: [(String, [String])] = [("name", [entity.canonical])]
    var seen: Set<String> = [entity.canonical]
    var aliases: [String] = []
    var weak: [String] = []
    for name in entity.variants.map(\.name) + entity.forms.map(\.form) {
      let clean = NameCleaner().clean(name).text
      guard !clean.isEmpty, seen.insert(clean).inserted else { continue }
      // A single word, or initials, says too little of a person to screen by.
      if entity.type == .person, Self.isWeak(clean) {
        weak.append(clean)
      } else {
        aliases.append(clean)
      }
    }
    properties.append(("alias", aliases))
    if entity.type == .person || entity.type == .organization {
      properties.append(("weakAlias", weak))
    }
    if entity.type == .person {
      properties.append(("firstName", texts(entity, "given")))
      properties.append(("lastName", texts(entity, "family")))
      properties.append(("fatherName", texts(entity, "patronymic")))
    }
    if entity.type == .place { properties.append(("full", [entity.canonical])) }
    if entity.type == .work { properties.append(("title", [entity.canonical])) }
    let members = properties.filter { !$0.1.isEmpty }.map {
      JSONText.string($0.0) + ":" + JSONText.array($0.1)
    }
    return "{\"id\":" + JSONText.string(entity.id) + ",\"schema\":\"" + Self.schema(entity.type)
      + "\",\"properties\":{" + members.joined(separator: ",") + "}}\n"
  }

  private func texts(_ entity: Entity, _ role: String) -> [String] {
    entity.parts.filter { $0.role == role }.map(\.text)
  }

  private static func schema(_ type: NameType) -> String {
    switch type {
    case .person: "Person"
    case .organization: "Organization"
    // The model has no places but addresses.
    case .place: "Address"
    case .work: "Article"
    }
  }

  private static func isWeak(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return words.count < 2 || words.contains { $0.count == 1 || $0.last == "." }
  }
}
