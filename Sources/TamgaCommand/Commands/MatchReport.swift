internal import Tamga

/// Writes what a comparison found: as a line, as a waterfall of bits, or as JSON.
struct MatchReport {
  private let match: NameMatch

  init(_ match: NameMatch) {
    self.match = match
  }

  /// How many decimal places a score needs so that it is neither 0 nor 1 and scores can be told apart.
  static func places(_ score: Double) -> Int {
    var places = 4
    var distance = min(score, 1 - score)
    while distance < 0.01, places < 12 {
      distance *= 10
      places += 1
    }
    return places
  }

  /// Both names, score and verdict.
  func writeLine(_ a: String, _ b: String, into buffer: inout ByteBuffer) {
    for name in [a, b] {
      let bytes = Array(name.utf8)
      buffer.append(cell: bytes.span)
      buffer.append(0x09)
    }
    buffer.append(decimal: match.score, places: Self.places(match.score))
    buffer.append("\t\(match.verdict.rawValue)\n")
  }

  /// The evidence part by part, from the prior to the sum.
  func writeWaterfall(into buffer: inout ByteBuffer) {
    buffer.append("\n\(match.sentence)\n\n")
    var rows: [[String]] = [["", "prior", "", bits(match.prior)]]
    for part in match.evidence {
      rows.append([names(part), part.cause, part.rule, bits(part.bits)])
      for difference in part.differences { rows.append(row(difference)) }
    }
    rows.append(["", "sum, as log₂ of the odds", "", bits(match.logOdds)])
    var widths = [0, 0, 0, 0]
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    for row in rows {
      var line = "  "
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 3 ? space + cell : cell + space + "  "
      }
      buffer.append(line + "\n")
    }
  }

  private func names(_ part: MatchedPart) -> String {
    switch (part.first.isEmpty, part.second.isEmpty) {
    case (false, false): "\(part.first) ~ \(part.second)"
    case (false, true): "\(part.first) ~ –"
    case (true, false): "– ~ \(part.second)"
    case (true, true): ""
    }
  }

  private func row(_ difference: SpellingDifference) -> [String] {
    let first = difference.first.isEmpty ? "–" : difference.first
    let second = difference.second.isEmpty ? "–" : difference.second
    return ["", "  \(first) → \(second)", difference.rule, ""]
  }

  /// Bits with one decimal and a sign.
  private func bits(_ value: Double) -> String {
    var buffer = ByteBuffer()
    buffer.append(decimal: abs(value), places: 1)
    return (value < 0 ? "−" : "+") + String(decoding: buffer.array, as: UTF8.self)
  }

  /// One object with all of it.
  func write(_ a: String, _ b: String, into json: inout JSONWriter) {
    json.beginObject()
    json.member("a", a)
    json.member("b", b)
    json.member("score", match.score, decimals: Self.places(match.score))
    json.member("verdict", match.verdict.rawValue)
    json.member("reason", match.reason.rawValue)
    json.member("sentence", match.sentence)
    json.member("type", match.type.rawValue)
    json.member("log_odds", match.logOdds, decimals: 4)
    json.member("prior", match.prior, decimals: 4)
    json.key("evidence")
    json.beginArray()
    for part in match.evidence { write(part, into: &json) }
    json.endArray()
    json.endObject()
  }

  private func write(_ part: MatchedPart, into json: inout JSONWriter) {
    json.beginObject()
    json.member("a", part.first)
    json.member("b", part.second)
    json.member("level", part.level.rawValue)
    json.member("bits", part.bits, decimals: 4)
    json.member("cause", part.cause)
    json.member("rules", part.rule.split(separator: " ").map(String.init))
    json.key("differences")
    json.beginArray()
    for difference in part.differences {
      json.beginObject()
      json.member("a", difference.first)
      json.member("b", difference.second)
      json.member("rule", difference.rule)
      json.member("bits", difference.bits, decimals: 4)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
