internal import TamgaMatching
internal import TamgaNames
internal import TamgaText

/// What a comparison found, in words: `spelling: Heydar ~ Гейдар (+9.1)`.
struct MatchReasons {
  private let first: [String]
  private let second: [String]

  /// The reasons of a comparison of two names of one type.
  init(_ query: String, _ name: PreparedName, _ other: String, _ otherName: PreparedName) {
    first = Self.words(query, name)
    second = Self.words(other, otherName)
  }

  /// The word that each part stands in.
  private static func words(_ text: String, _ name: PreparedName) -> [String] {
    let tokens = NameParser.shipped.parse(text, type: name.type).tokens
    return name.words.map { tokens.indices.contains($0) ? tokens[$0].text : "" }
  }

  /// One text for each piece of evidence, with its bits.
  func texts(_ evidence: [PartEvidence]) -> [String] {
    evidence.map { piece in
      let a = text(first, piece.first)
      let b = text(second, piece.second)
      let bits = (piece.bits * 10).rounded() / 10
      let sign = bits > 0 ? "+" : bits < 0 ? "−" : ""
      let names = a.isEmpty ? b : b.isEmpty ? a : "\(a) ~ \(b)"
      return piece.level.rawValue + (names.isEmpty ? "" : ": \(names)") + " (\(sign)\(abs(bits)))"
    }
  }

  private func text(_ words: [String], _ range: Range<Int>) -> String {
    range.compactMap { words.indices.contains($0) ? words[$0] : nil }.joined(separator: " ")
  }
}
