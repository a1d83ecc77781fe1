public import TamgaLexicons
public import TamgaText

/// Fits the weights by which a bare name's type is told: multinomial logistic regression.
public struct TypeTrainer {
  /// A name of a known type, and how much it counts.
  public struct Example: Sendable {
    /// The name, as it was found.
    public var name: String
    /// What it names.
    public var type: NameType
    /// How many examples it stands for.
    public var weight: Double

    /// Makes an example.
    public init(name: String, type: NameType, weight: Double = 1) {
      self.name = name
      self.type = type
      self.weight = weight
    }
  }

  /// How often all examples are gone through.
  public var passes = 200
  /// How strongly weights are held to 0, in examples.
  public var stiffness = 2.0

  private let parser: NameParser

  /// Reads the lexicons.
  public init(_ lexicons: Lexicons) {
    parser = NameParser(lexicons)
  }

  private struct Case {
    var features: [Int]
    var column: Int
    var weight: Float
  }

  /// Fits the weights; returns the table’s rows: a feature and its weights for person, place, organization, work.
  public func fit(_ examples: [Example]) -> [(feature: String, weights: [Double])] {
    let cases = prepare(examples)
    let count = TypeFeature.allCases.count
    var weights = [SIMD4<Float>](repeating: .zero, count: count)
    var squares = [SIMD4<Float>](repeating: SIMD4(repeating: 1e-6), count: count)
    for _ in 0..<passes {
      var gradient = weights.map { $0 * -Float(stiffness) }
      for item in cases {
        var score = SIMD4<Float>.zero
        for feature in item.features { score += weights[feature] }
        var pull = TypeModel.softmax(score) * -item.weight
        pull[item.column] += item.weight
        for feature in item.features { gradient[feature] += pull }
      }
      for feature in 0..<count {
        squares[feature] += gradient[feature] * gradient[feature]
        weights[feature] += 0.3 * gradient[feature] / squares[feature].squareRoot()
      }
    }
    return TypeFeature.allCases.map { feature in
      (feature.tag, (0..<4).map { Double(weights[feature.rawValue][$0]) })
    }.sorted { $0.feature.utf8.lexicographicallyPrecedes($1.feature.utf8) }
  }

  private func prepare(_ examples: [Example]) -> [Case] {
    var bulk = BulkNameParser(parser)
    let cleaner = NameCleaner()
    return examples.compactMap { example in
      guard let column = TypeModel.types.firstIndex(of: example.type) else { return nil }
      let bytes = Array(cleaner.clean(example.name).text.utf8)
      bulk.parse(bytes.span, type: .person)
      var features: [Int] = []
      TypeModel.forEachFeature(bulk.reading, evidence: bulk.evidence) {
        features.append($0.rawValue)
      }
      return Case(features: features, column: column, weight: Float(example.weight))
    }
  }
}
