/// One way to read the words of a person's name that may be given names, family names or patronymics.
struct RolePattern: Sendable {
  /// The order of the parts, whatever their number of words.
  enum Order: Int, Sendable, CaseIterable {
    case given, family, givenFamily, familyGiven, givenPatronymic, patronymicGiven, familyPatronymic
    case givenPatronymicFamily, familyGivenPatronymic, givenFamilyPatronymic

    fileprivate var parts: [CoreRole] {
      switch self {
      case .given: [.given]
      case .family: [.family]
      case .givenFamily: [.given, .family]
      case .familyGiven: [.family, .given]
      case .givenPatronymic: [.given, .patronymic]
      case .patronymicGiven: [.patronymic, .given]
      case .familyPatronymic: [.family, .patronymic]
      case .givenPatronymicFamily: [.given, .patronymic, .family]
      case .familyGivenPatronymic: [.family, .given, .patronymic]
      case .givenFamilyPatronymic: [.given, .family, .patronymic]
      }
    }
  }

  var roles: [CoreRole]
  var order: Order
  var extraGiven = 0
  var extraFamily = 0

  var hasGiven: Bool { roles.contains(.given) }
  var hasFamily: Bool { roles.contains(.family) }

  /// The most words that are read by patterns; in a longer name the rest are given names.
  static let longest = 6

  /// All patterns, by the number of words.
  static let all: [[RolePattern]] = (0...longest).map { count in
    count == 0 ? [] : Order.allCases.flatMap { patterns($0, count) }
  }

  private static func patterns(_ order: Order, _ count: Int) -> [RolePattern] {
    let parts = order.parts
    var found: [RolePattern] = []
    func extend(_ pattern: RolePattern, _ rest: ArraySlice<CoreRole>) {
      guard let part = rest.first else {
        if pattern.roles.count == count { found.append(pattern) }
        return
      }
      let most = part == .patronymic ? 1 : part == .family ? 2 : 4
      for words in 1...most where pattern.roles.count + words <= count {
        var next = pattern
        next.roles += Array(repeating: part, count: words)
        if part == .given { next.extraGiven = words - 1 }
        if part == .family { next.extraFamily = words - 1 }
        extend(next, rest.dropFirst())
      }
    }
    extend(RolePattern(roles: [], order: order), parts[...])
    return found
  }
}

/// The roles that a pattern gives.
enum CoreRole: UInt8, Sendable, CaseIterable {
  case given, family, patronymic
}
