internal import TamgaLexicons

/// The weights of the features of persons' names, in nats.
struct RoleWeights: Sendable {
  static let path = "models/name-roles.tsv"

  private(set) var values = [Float](repeating: 0, count: RoleFeature.allCases.count)

  init() {}

  init(_ lexicons: Lexicons) {
    lexicons.forEachRow(Self.path) { row in
      if let feature = RoleFeature(tag: row[0]), let value = Float(row[1]) { self[feature] = value }
    }
  }

  @inline(__always)
  subscript(feature: RoleFeature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }
}
