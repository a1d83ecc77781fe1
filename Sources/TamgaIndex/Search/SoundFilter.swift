/// Chooses the tokens that are worth comparing by sound: those of the nearest skeletons.
struct SoundFilter {
  private let distances: [SoundDistance]
  private var found: [(distance: Int, token: TokenCache.Token)] = []

  /// More tokens than this are not compared: the farthest ones never are spellings of one name.
  private static let most = 32

  /// A filter for a token of these skeletons.
  init(_ sounds: [String]) {
    distances = sounds.map { SoundDistance(Array($0.utf8)) }
  }

  /// Adds a token that is near enough, or whose script does not write vowels, so that its skeleton says little.
  mutating func add(_ token: TokenCache.Token, atLeast: Int) {
    var best: Int?
    for distance in distances {
      if let near = distance.near(token.sound, atLeast: atLeast), near < best ?? .max {
        best = near
      }
    }
    if let best {
      found.append((best, token))
    } else if token.isAbjad {
      found.append((2, token))
    }
  }

  /// The nearest tokens; among equals those of most spellings first.
  var nearest: [TokenCache.Token] {
    guard found.count > Self.most else { return found.map(\.token) }
    let order = found.indices.sorted { a, b in
      let (x, y) = (found[a], found[b])
      if x.distance != y.distance { return x.distance < y.distance }
      if x.token.variants.count != y.token.variants.count {
        return x.token.variants.count > y.token.variants.count
      }
      return a < b
    }
    return order.prefix(Self.most).map { found[$0].token }
  }
}
