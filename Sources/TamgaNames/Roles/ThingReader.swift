internal import TamgaText

/// Gives the words of the name of a place, an organisation or a work their roles.
enum ThingReader {
  static func read(_ name: inout NameReading, type: NameType) {
    for index in 0..<name.count { readWord(&name, index, type) }
    findPersons(&name, type)
  }

  private static func readWord(_ name: inout NameReading, _ index: Int, _ type: NameType) {
    let words = name.words[index]
    let isQuoted = name.tokens[index].marks.contains(.quoted)
    if isQuoted, type == .work {
      name.set(index, .name, 0.9, .quotes)
      return
    }
    if words.contains(.namedAfter), name.count > 1 {
      name.set(index, .other, 0.95, .joining)
    } else if words.contains(.legalForm), type == .organization, name.count > 1 {
      name.set(index, .legal, 0.95, .legalForm)
    } else if isKind(words, type), name.count > 1 {
      name.set(index, .kind, 0.9, .kindWord)
    } else if words.contains(.grammar), !isQuoted {
      name.set(index, .other, 0.85, .joining)
    } else {
      name.set(index, .name, 0.85, isQuoted ? .quotes : .plain)
    }
  }

  private static func isKind(_ words: WordMarks, _ type: NameType) -> Bool {
    switch type {
    case .place: words.contains(.placeKind)
    case .organization: words.contains(.organizationKind)
    case .work: words.contains(.workKind)
    case .person: false
    }
  }

  // MARK: - Persons things are named after

  private static func findPersons(_ name: inout NameReading, _ type: NameType) {
    if let marker = (0..<name.count).first(where: {
      name.words[$0].contains(.namedAfter) && name.roles[$0].role == .other
    }) {
      namedAfter(&name, marker)
    } else if type != .work {
      honoured(&name)
    }
  }

  /// `X adına Y`, `Х атындағы Y`, `имени X`, `named after X`.
  private static func namedAfter(_ name: inout NameReading, _ marker: Int) {
    var end = marker
    while end < name.count, name.groups[end] == name.groups[marker] { end += 1 }
    let precedes = name.words[marker].contains(.precedes)
    let range = precedes ? Array(end..<name.count) : Array((0..<marker).reversed())
    for index in range {
      guard
        [.name, .kind].contains(name.roles[index].role)
          || name.tokens[index].marks.contains(.initial),
        !(name.roles[index].role == .kind && !name.tokens[index].marks.contains(.capital)),
        !name.tokens[index].marks.contains(.quoted)
      else { return }
      name.set(index, .person, 0.9, .namedAfter)
    }
  }

  /// A street, a university, a district called by nothing but a person's name.
  private static func honoured(_ name: inout NameReading) {
    guard
      (0..<name.count).contains(where: {
        name.roles[$0].role == .kind && name.words[$0].contains(.honours)
      })
    else { return }
    var hasName = false
    for index in 0..<name.count where name.roles[index].role == .name {
      guard isPersonal(name, index) else { return }
      hasName = hasName || !name.tokens[index].marks.contains(.initial)
    }
    guard hasName else { return }
    for index in 0..<name.count where name.roles[index].role == .name {
      name.set(index, .person, 0.75, .namedAfter)
    }
  }

  private static func isPersonal(_ name: NameReading, _ index: Int) -> Bool {
    let facts = name.facts[index]
    if name.tokens[index].marks.contains(.initial) { return true }
    if name.tokens[index].marks.contains(.quoted) { return false }
    if facts.names.isGiven, !facts.names.isLikeness { return true }
    if name.words[index].contains(.place) { return false }
    return [.ov, .in, .zade, .oglu, .uly].contains(facts.surname)
      && (facts.surnameStrength == 3 || facts.names.contains(.surname))
  }
}
