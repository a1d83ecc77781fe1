public import TamgaLexicons
internal import TamgaText

/// Fits the weights of persons' names to names whose roles are known: conditional likelihood with a Gaussian prior.
public struct RoleTrainer {
  /// A person's name with the role of each token.
  public struct Example: Sendable {
    /// The name, as it was found.
    public var name: String
    /// The role of each token.
    public var roles: [NameRole]

    /// Makes an example.
    public init(name: String, roles: [NameRole]) {
      self.name = name
      self.roles = roles
    }
  }

  /// How strongly a weight is held to its prior.
  public var stiffness = 0.5
  /// How often all examples are gone through.
  public var passes = 300

  private let parser: NameParser
  private let prior: [Float]

  /// Starts from the priors of the table.
  public init(_ lexicons: Lexicons) {
    parser = NameParser(lexicons)
    var prior = RoleWeights()
    lexicons.forEachRow(RoleWeights.path) { row in
      guard let feature = RoleFeature(tag: row[0]), let value = Float(row[2]) else { return }
      prior[feature] = value
    }
    self.prior = prior.values
  }

  /// The readings of one name as lists of features, and which of them is the right one.
  private struct Case {
    var readings: [[RoleFeature]]
    var right: Int
  }

  /// Fits the weights; returns the table’s rows: feature, weight, prior.
  public func fit(_ examples: [Example]) -> [(feature: String, weight: Double, prior: Double)] {
    let cases = examples.compactMap(prepare)
    var weights = prior
    var squares = [Float](repeating: 1e-6, count: weights.count)
    for _ in 0..<passes {
      var gradient = [Float](repeating: 0, count: weights.count)
      for item in cases { Self.climb(item, weights, &gradient) }
      for index in weights.indices {
        let slope = gradient[index] - Float(stiffness) * (weights[index] - prior[index])
        squares[index] += slope * slope
        weights[index] += 0.3 * slope / squares[index].squareRoot()
      }
    }
    return RoleFeature.allCases.map {
      ($0.tag, Double(weights[$0.rawValue]), Double(prior[$0.rawValue]))
    }.sorted { $0.feature.utf8.lexicographicallyPrecedes($1.feature.utf8) }
  }

  /// Fits on all but every tenth name and reads those, ten times: tokens with their right role, and all tokens.
  public func crossValidate(_ examples: [Example], folds: Int = 10) -> (right: Int, all: Int) {
    var right = 0
    var all = 0
    for fold in 0..<folds {
      let inside = examples.enumerated().filter { $0.offset % folds != fold }.map(\.element)
      let outside = examples.enumerated().filter { $0.offset % folds == fold }.map(\.element)
      var weights = RoleWeights()
      for row in fit(inside) {
        if let feature = RoleFeature(tag: row.feature) { weights[feature] = Float(row.weight) }
      }
      var bulk = BulkNameParser(parser.with(weights))
      for example in outside {
        Self.read(example, &bulk)
        all += example.roles.count
        guard bulk.roles.count == example.roles.count else { continue }
        right += zip(bulk.roles, example.roles).count { $0.role == $1 }
      }
    }
    return (right, all)
  }

  private static func read(_ example: Example, _ bulk: inout BulkNameParser) {
    let clean = NameCleaner(CleaningOptions(type: .person)).clean(example.name).text
    let bytes = Array(clean.utf8)
    bulk.parse(bytes.span, type: .person)
  }

  private static func climb(_ item: Case, _ weights: [Float], _ gradient: inout [Float]) {
    let scores = item.readings.map { $0.reduce(Float(0)) { $0 + weights[$1.rawValue] } }
    let top = scores.max() ?? 0
    let shares = scores.map { exponential($0 - top) }
    let total = shares.reduce(0, +)
    for (number, reading) in item.readings.enumerated() {
      let pull = (number == item.right ? 1 : 0) - shares[number] / total
      for feature in reading { gradient[feature.rawValue] += pull }
    }
  }

  private func prepare(_ example: Example) -> Case? {
    var bulk = BulkNameParser(parser)
    Self.read(example, &bulk)
    let (core, context) = bulk.core
    guard (1...RolePattern.longest).contains(core.count), bulk.tokens.count == example.roles.count
    else { return nil }
    let roles = core.compactMap { token -> CoreRole? in
      switch example.roles[token.index] {
      case .given: .given
      case .family: .family
      case .patronymic: .patronymic
      default: nil
      }
    }
    let patterns = RolePattern.all[core.count].filter { pattern in
      zip(pattern.roles, core).allSatisfy { $1.allows($0) }
    }
    guard let right = patterns.firstIndex(where: { $0.roles == roles }) else { return nil }
    let readings = patterns.map { pattern in
      var features: [RoleFeature] = []
      CoreReader.forEachFeature(pattern, core, context) { features.append($0) }
      for (role, token) in zip(pattern.roles, core) {
        token.forEachFeature(role, hasFamily: pattern.hasFamily) { features.append($0) }
      }
      return features
    }
    return Case(readings: readings, right: right)
  }
}
