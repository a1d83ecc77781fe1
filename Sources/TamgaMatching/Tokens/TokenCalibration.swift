internal import TamgaLexicons

/// What an alignment's figures say of the odds that two tokens are one: a logistic regression learned from tokens of
/// one entity against the nearest tokens of other names.
struct TokenCalibration: Sendable {
  static let shipped = TokenCalibration(.shipped)

  var bias: Float = 0
  var ratio: Float = 0
  var worst: Float = 0
  var first: Float = 0
  var information: Float = 0

  init(_ lexicons: Lexicons) {
    lexicons.forEachRow("models/token-calibration.tsv") { row in
      let weight = Float(row[1]) ?? 0
      switch row[0] {
      case "bias": bias = weight
      case "ratio": ratio = weight
      case "worst": worst = weight
      case "first": first = weight
      case "information": information = weight
      default: break
      }
    }
  }

  /// log₂ of the odds.
  ///
  /// - Parameters:
  ///   - ratio: the transformation's cost relative to the information in both forms, at most about 0.
  ///   - worst: the cost of the dearest step, in bits, at most about 0.
  ///   - first: the cost of the first step, in bits.
  ///   - information: the mean information of the forms, in bits.
  func odds(ratio: Float, worst: Float, first: Float, information: Float) -> Float {
    let natural =
      bias + self.ratio * ratio + self.worst * worst + self.first * first
      + self.information * min(information, 40)
    return min(max(natural * 1.4427, -12), 12)
  }

  /// The most that the odds can be, as log₂, of two tokens an alignment of which has so many steps that cost `bits` each.
  func mostOdds(steps: Int, bits: Float, information: Float) -> Float {
    let cost = -bits * Float(steps)
    return odds(
      ratio: cost / max(information, 1), worst: -bits, first: 0, information: information)
  }
}
