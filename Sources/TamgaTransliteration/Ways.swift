internal import TamgaText

/// Which schemes lead from language to language when nobody names one.
enum Ways {
  private struct Way {
    let from: Language
    let to: Language
    let schemes: [String]
  }

  /// The direct ways. Where several are as short, the first in the list is taken.
  private static let direct: [Way] = [
    Way(from: .azCyrl, to: .azLatn, schemes: ["az-1958"]),
    Way(from: .azLatn, to: .azCyrl, schemes: ["az-1958-r"]),
    Way(from: .azLatn, to: .en, schemes: ["az-en-2020"]),
    Way(from: .azLatn, to: .ru, schemes: ["az-ru"]),
    Way(from: .azLatn, to: .azArab, schemes: ["az-arab"]),
    Way(from: .azArab, to: .azLatn, schemes: ["az-native"]),
    Way(from: .kkCyrl, to: .kkLatn, schemes: ["kk-2021"]),
    Way(from: .kkLatn, to: .kkCyrl, schemes: ["kk-native"]),
    Way(from: .kkCyrl, to: .en, schemes: ["kk-passport"]),
    Way(from: .kkCyrl, to: .ru, schemes: ["kk-ru"]),
    Way(from: .kkCyrl, to: .kkArab, schemes: ["kk-arab"]),
    Way(from: .kkArab, to: .kkCyrl, schemes: ["kk-arab-r"]),
    Way(from: .ru, to: .en, schemes: ["ru-odni"]),
    Way(from: .en, to: .ru, schemes: ["ru-bgn-r"]),
    Way(from: .ru, to: .kkCyrl, schemes: ["kk-native"]),
    Way(from: .ru, to: .azLatn, schemes: ["az-native"]),
    Way(from: .en, to: .kkCyrl, schemes: ["kk-native"]),
    Way(from: .en, to: .azLatn, schemes: ["az-native"]),
    // Kazakh writes an Azerbaijani name as Russian does; Azerbaijani, a Kazakh one by the sounds of the Russian form.
    Way(from: .azLatn, to: .kkCyrl, schemes: ["az-ru"]),
    Way(from: .kkCyrl, to: .azLatn, schemes: ["kk-ru", "ru-az"]),
  ]

  /// Whether a scheme is what a user calls `system`.
  static func matches(_ id: String, _ system: String, _ catalog: SchemeCatalog) -> Bool {
    if id == system || id.hasSuffix("-" + system) { return true }
    return (try? catalog.scheme(system))?.id == id
  }

  /// The system, when some scheme is called so.
  ///
  /// - Throws: `SchemeError.unknown` otherwise.
  static func known(_ system: String, _ catalog: SchemeCatalog) throws(SchemeError) -> String {
    if catalog.schemes.contains(where: { matches($0.id, system, catalog) }) { return system }
    return try catalog.scheme(system).id
  }

  /// The scheme that `system` is for names in `from` whose result is in the script of `to`.
  private static func scheme(
    _ system: String, from: Language, to: Language, _ catalog: SchemeCatalog
  ) -> String? {
    catalog.schemes.first { scheme in
      matches(scheme.id, system, catalog) && scheme.language == from.code
        && scheme.from.hasSuffix(from.script.code) && scheme.to.hasSuffix(to.script.code)
    }?.id
  }

  /// The ids of the schemes on the shortest way.
  static func path(
    _ from: Language, _ to: Language, system: String?, _ catalog: SchemeCatalog
  ) throws(SchemeError) -> [String] {
    if from == to { return [] }
    if let system, let id = scheme(system, from: from, to: to, catalog) { return [id] }
    var paths: [Language: [Way]] = [from: []]
    var queue = [from]
    var next = 0
    while next < queue.count {
      let here = queue[next]
      next += 1
      for way in direct where way.from == here && paths[way.to] == nil {
        paths[way.to] = (paths[here] ?? []) + [way]
        queue.append(way.to)
      }
    }
    guard let path = paths[to] else { throw .noWay(from: from.rawValue, to: to.rawValue) }
    return path.flatMap { way -> [String] in
      guard let system, let id = scheme(system, from: way.from, to: way.to, catalog) else {
        return way.schemes
      }
      return [id]
    }
  }
}
