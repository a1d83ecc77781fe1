internal import TamgaResolution

/// Synonyms in the syntax of Lucene's `SolrSynonymParser`, which Solr, Elasticsearch and OpenSearch read.
struct SynonymWriter: EntityWriter {
  let form: IndexExport.Synonyms
  private var isFirst = true

  init(form: IndexExport.Synonyms) {
    self.form = form
  }

  func head(_ pass: Int) -> String { form == .api ? "{\"synonyms_set\":[" : "" }
  func tail(_ pass: Int) -> String { form == .api ? "\n]}\n" : "" }

  mutating func text(_ entity: Entity, _ pass: Int) -> String {
    let names = Self.names(entity)
    switch form {
    case .equivalent:
      guard names.count > 1 else { return "" }
      return Self.equivalent(names) + "\n"
    case .explicit:
      guard let rule = Self.explicit(names) else { return "" }
      return rule + "\n"
    case .api:
      guard names.count > 1 else { return "" }
      defer { isFirst = false }
      return (isFirst ? "\n" : ",\n") + "{\"id\":" + JSONText.string(entity.id)
        + ",\"synonyms\":" + JSONText.string(Self.equivalent(names)) + "}"
    }
  }

  private static func equivalent(_ names: [String]) -> String {
    names.map(escaped).joined(separator: ", ")
  }

  private static func explicit(_ names: [String]) -> String? {
    guard names.count > 1, let canonical = names.first else { return nil }
    return names.dropFirst().map(escaped).joined(separator: ", ") + " => " + escaped(canonical)
  }

  /// The names of an entity, the canonical one first, each once without regard to case, and none that has no letter or
  /// digit: an analyser would leave nothing of it.
  static func names(_ entity: Entity) -> [String] {
    // By bytes: two spellings that Unicode calls equivalent are two to an engine.
    var seen: Set<[UInt8]> = []
    let all = [entity.canonical] + entity.variants.map(\.name) + entity.forms.map(\.form)
    return all.map(oneLine).filter { name in
      name.contains { $0.isLetter || $0.isNumber }
        && seen.insert(Array(name.lowercased().utf8)).inserted
    }
  }

  /// A name with line ends and tabs as spaces: a rule is one line.
  private static func oneLine(_ name: String) -> String {
    name.split(whereSeparator: { $0.isNewline || $0.isWhitespace }).joined(separator: " ")
  }

  /// A name with the signs escaped that mean something in a rule: `,`, `=>`, `\`, and `#`, which begins a comment.
  static func escaped(_ name: String) -> String {
    var result = ""
    for character in name {
      switch character {
      case ",", "\\", "=", ">", "#": result += "\\"
      default: break
      }
      result.append(character)
    }
    return result
  }
}
