internal import TamgaText

/// Finds names with initials among full ones: by a token, and the first phone of another.
struct InitialFinder {
  private let names: [PreparedName]
  private let table: TokenTable
  private let neighbours: TokenNeighbours
  private let comparer = TokenComparer()

  init(_ names: [PreparedName], _ table: TokenTable, _ neighbours: TokenNeighbours) {
    self.names = names
    self.table = table
    self.neighbours = neighbours
  }

  /// Calls `add` with every pair in which an initial may stand for a token of the other name.
  func find(limit: Int, add: (Int32, Int32) -> Void) {
    let index = fullNames()
    for (number, name) in names.enumerated() where name.type == .person {
      for initial in name.parts where initial.role == .initial {
        let phones = firstPhones(initial.token)
        for part in name.parts where part.role != .initial {
          for x in neighbours.range(Int(part.token)) {
            let token = UInt64(neighbours.tokens[x])
            for other in UInt8(0)..<40
            where phones.contains(where: { comparer.mayStandFor($0, other) }) {
              for match in (index[token << 8 | UInt64(other)] ?? []).prefix(limit) {
                add(Int32(number), match)
              }
            }
          }
        }
      }
    }
  }

  /// Names by a token and the first phone of each of the others.
  private func fullNames() -> [UInt64: [Int32]] {
    var index: [UInt64: [Int32]] = [:]
    for (number, name) in names.enumerated() where name.type == .person {
      for part in name.parts where part.role != .initial {
        var seen: Set<UInt8> = []
        for other in name.parts where other != part { seen.formUnion(firstPhones(other.token)) }
        for phone in seen {
          index[UInt64(part.token) << 8 | UInt64(phone), default: []].append(Int32(number))
        }
      }
    }
    return index
  }

  private func firstPhones(_ token: Int32) -> Set<UInt8> {
    var phones: Set<UInt8> = []
    for form in table.entries[Int(token)].forms {
      let form = table.forms[Int(form)]
      if form.count > 0 { phones.insert(table.phones[Int(form.start)]) }
    }
    return phones
  }
}
