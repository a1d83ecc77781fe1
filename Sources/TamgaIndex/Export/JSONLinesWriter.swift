internal import TamgaResolution
internal import TamgaText

/// One entity a line, as the contract of `index export --as jsonl` has it.
struct JSONLinesWriter: EntityWriter {
  func text(_ entity: Entity, _ pass: Int) -> String { Self.line(entity) + "\n" }

  /// The line of an entity.
  static func line(_ entity: Entity) -> String {
    let forms = entity.forms.map { form in
      JSONText.string(form.language.rawValue) + ":{\"form\":" + JSONText.string(form.form)
        + ",\"status\":\"" + form.status.rawValue + "\",\"scheme\":"
        + (form.scheme.isEmpty ? "null" : JSONText.string(form.scheme)) + "}"
    }
    let variants = entity.variants.map { variant in
      "{\"name\":" + JSONText.string(variant.name) + ",\"language\":"
        + (variant.language.map { JSONText.string($0.rawValue) } ?? "null") + ",\"script\":"
        + JSONText.string(variant.script.code) + ",\"count\":\(variant.count),\"score\":"
        + JSONText.score(IndexRows.score(variant.score)) + ",\"sources\":"
        + JSONText.array(variant.sources) + "}"
    }
    return "{\"id\":" + JSONText.string(entity.id) + ",\"type\":\"" + entity.type.rawValue
      + "\",\"canonical\":" + JSONText.string(entity.canonical) + ",\"canonical_language\":"
      + (entity.canonicalLanguage.map { JSONText.string($0.rawValue) } ?? "null")
      + ",\"forms\":{" + forms.joined(separator: ",") + "},\"variants\":["
      + variants.joined(separator: ",") + "],\"parts\":" + (JSONText.parts(entity.parts) ?? "{}")
      + "}"
  }
}
